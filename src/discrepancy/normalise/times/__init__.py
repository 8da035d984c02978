"""Resolves temporal expressions against the publication date and the dates named before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.knowledge.calendar import CalendarTables
from discrepancy.model import Document, Mention, Skipped, Timex
from discrepancy.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class Calendar:
    """Calendar words by their meaning."""

    tables: CalendarTables


def compile_calendar(tables: CalendarTables) -> Calendar:
    """Index *tables*, once a run."""
    return Calendar(tables)


def resolved(
    document: Document, mentions: Sequence[Mention], calendar: Calendar, toolbox: Toolbox
) -> Iterator[tuple[Mention, Timex] | Skipped]:
    """Each of *mentions* (in the order of the text) with its resolution, or why there is none."""
    yield from ()
