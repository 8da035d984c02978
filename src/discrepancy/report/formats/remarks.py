"""What is to be told beside the findings: flags to look after, and what could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.model import Notice, NoticeKind, Report, Unreadable
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


_KINDS = {
    NoticeKind.EXPIRED: (Level.WARNING, "expired flag"),
    NoticeKind.STALE: (Level.WARNING, "stale flag"),
    NoticeKind.EXPIRING: (Level.NOTE, "flag that expires soon"),
    NoticeKind.GONE: (Level.NOTE, "gone from the baseline"),
}


def remarks_of(report: Report) -> Iterator[Remark]:
    """All remarks on *report*."""
    yield from map(_on_notice, report.notices)
    yield from map(_on_unread, report.unreadable)


def _on_notice(notice: Notice) -> Remark:
    level, title = _KINDS[notice.kind]
    path, colon, line = notice.place.rpartition(":")
    words = f"{short(notice.fact)} ({short(notice.finding)}): {short(notice.words, LONGEST_QUOTE)}"
    known = bool(colon) and line.isdecimal()
    return Remark(level, title, words, path if known else notice.place, int(line) if known else None)


def _on_unread(unread: Unreadable) -> Remark:
    return Remark(Level.NOTE, "not read", short(unread.reason, LONGEST_QUOTE), unread.path, unread.line)
