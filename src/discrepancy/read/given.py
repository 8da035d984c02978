"""What a reader is given, and what it makes of it."""

from dataclasses import dataclass
from typing import BinaryIO

from discrepancy.model import Document
from discrepancy.read.dates import dateline
from discrepancy.read.fields import Fields
from discrepancy.read.guesses import day_of, outlet_of, title_of

LIMIT = 5_000_000  # bytes of one article; the longest news reports have a hundredth of it
TOO_LARGE = f"larger than {LIMIT // 1_000_000} MB; split it, or leave it out"


class UnfitError(ValueError):
    """What is wrong at a *line*, and what to do about it."""

    def __init__(self, line: int | None, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Given:
    """An opened file: *path* as shown to people, *id* as documents bear it, *fields* where the file is silent.

    *folder* is the story of files that lie in one folder.
    """

    path: str
    id: str
    stream: BinaryIO
    fields: Fields
    folder: str = ""


def document_of(given: Given, text: str, fields: Fields, *, row: str = "", line: int = 1) -> Document:
    """*text* with its *fields*; what they do not say is taken from the file's surroundings, name and first lines."""
    known = fields.over(given.fields)
    return Document(
        id=row or given.id,
        outlet=known.outlet or outlet_of(given.path),
        text=text,
        title=known.title or title_of(text),
        published=known.published or dateline(text) or (None if row else day_of(given.path)),
        story=known.story or given.folder or None,
        language=known.language or "en",
        url=known.url,
        version=known.version,
        path=given.path,
        line=line,
        row=bool(row),
    )
