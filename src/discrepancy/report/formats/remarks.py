"""What is to be told beside the findings: what could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.model import Report, Unreadable
from discrepancy.report.formats.telling import LONGEST_QUOTE, Level, short


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on the file at *path*, and on its *line* where one is known."""

    level: Level
    title: str
    words: str
    path: str
    line: int | None = None

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.path}:{self.line}" if self.line else self.path


def remarks_of(report: Report) -> Iterator[Remark]:
    """All remarks on *report*."""
    yield from map(_on_unread, report.unreadable)


def _on_unread(unread: Unreadable) -> Remark:
    return Remark(Level.NOTE, "not read", short(unread.reason, LONGEST_QUOTE), unread.path, unread.line)
