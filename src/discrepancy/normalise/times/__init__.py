"""Resolves temporal expressions against the publication date and the dates named before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.knowledge.calendar import CalendarTables
from discrepancy.model import Document, Mention, Skipped, Timex
from discrepancy.normalise.times.neighbours import asides, lent
from discrepancy.normalise.times.senses import SENSES
from discrepancy.normalise.times.story import is_told, story_of
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
    phrases = list(lent(document, mentions))
    story = story_of(document, phrases)
    apart = asides(phrases)
    for place, (mention, phrase) in enumerate(zip(mentions, phrases, strict=True)):
        reckoned = SENSES[phrase.sense](phrase, story)
        if isinstance(reckoned, str):
            yield Skipped(document.id, mention.span, mention.literal, reckoned)
            continue
        if reckoned.period and place not in apart and is_told(phrase, story):
            story = story.with_told(reckoned.period)
        yield mention, reckoned.timex
