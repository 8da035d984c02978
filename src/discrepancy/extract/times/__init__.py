"""Finds temporal expressions: dates, times of day, durations, sets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.knowledge.calendar import CalendarTables
from discrepancy.model import Document, Mention, Skipped, Span


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """The tables on the calendar, compiled."""

    tables: CalendarTables


def compile_times(tables: CalendarTables) -> TimeGrammar:
    """Compile *tables*, once a run."""
    return TimeGrammar(tables)


def times(document: Document, sentences: Sequence[Span], grammar: TimeGrammar) -> Iterator[Mention | Skipped]:
    """The temporal expressions of *document*, in order."""
    yield from ()
