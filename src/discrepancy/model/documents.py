"""What is read: documents, and places in them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple

PIPED = "<stdin>"
"""The path of documents that were not in a file."""

_LATEST = datetime.max.replace(tzinfo=UTC)


class Span(NamedTuple):
    """Half-open character offsets into a document's text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Do the two share a character?"""
        return self.start < other.end and other.start < self.end


class Origin(StrEnum):
    """Where a time of publication comes from: what came with the text, its own dateline, or the name of its file."""

    METADATA = "metadata"
    DATELINE = "dateline"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Published:
    """When a document appeared: an aware time, its precision ("day", "minute") and where it comes from."""

    time: datetime
    precision: str
    origin: Origin = Origin.METADATA


@dataclass(frozen=True, slots=True)
class Document:
    """One report by one outlet; *path* and *line* say where its text begins.

    *row* says that the text stands in that one line, as in JSON Lines.
    """

    id: str
    outlet: str
    text: str
    title: str = ""
    published: Published | None = None
    story: str | None = None
    language: str = "en"
    url: str = ""
    version: str = ""
    path: str = ""
    line: int = 1
    row: bool = False

    @property
    def appeared(self) -> datetime:
        """The moment by which it is ordered among others: that of publication, and the last of all where undated."""
        return self.published.time if self.published else _LATEST


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a row of one, that could not be read: where, and why in one line."""

    path: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}" if self.line else f"{self.path}: {self.reason}"
