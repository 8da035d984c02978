"""Resolves temporal expressions against the publication date and the dates named before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from discrepancy.knowledge.calendar import CalendarTables
from discrepancy.model import Anchor, Document, Mention, Skipped, Span, TimePhrase, Timex, doubted
from discrepancy.normalise.times.dates import quarter_ended
from discrepancy.normalise.times.neighbours import asides, linked
from discrepancy.normalise.times.outlook import story_of
from discrepancy.normalise.times.pairs import Places, compile_places, paired, placed
from discrepancy.normalise.times.reckoning import APPOSED, EVENT, Reckoned, Reckoning
from discrepancy.normalise.times.sayings import Sayings, quotations_of
from discrepancy.normalise.times.senses import SENSES
from discrepancy.normalise.times.slack import Slack, compile_slack, loosened
from discrepancy.normalise.times.stamps import STAMP, is_stamp
from discrepancy.normalise.times.story import Story
from discrepancy.toolbox import Toolbox

__all__ = ["Calendar", "compile_calendar", "resolved"]


NEAR = 40
"""How many characters from the sentence that told a year a date in a report without a stamp may be of it."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the resolution of times knows beside the words: the clocks of places, and how loosely times are told."""

    places: Places
    slack: Slack


def compile_calendar(tables: CalendarTables) -> Calendar:
    """Index *tables*, once a run."""
    return Calendar(compile_places(tables.places), compile_slack(tables))


def resolved(
    document: Document, mentions: Sequence[Mention[TimePhrase]], calendar: Calendar, toolbox: Toolbox
) -> Iterator[tuple[Mention[TimePhrase], Timex] | Skipped]:
    """Each of *mentions* (in the order of the text) with its resolution, or why there is none."""
    phrases = linked(document, mentions)
    story = story_of(document, phrases, toolbox)
    apart = asides(phrases)
    sayings = Sayings(quotations_of(document.text), mentions, phrases)
    told_in: Span | None = None
    scenes = cache(lambda sentence: calendar.places.scene_of(document.text[sentence.start : sentence.end]))
    elsewhere = cache(lambda: calendar.places.clock_of(f"{document.title}\n{document.text}"))
    for place, (mention, phrase) in enumerate(zip(mentions, phrases, strict=True)):
        near = told_in is not None and mention.sentence.start - told_in.end <= NEAR
        story = story.in_sentence(told_here=told_in == mention.sentence, told_near=near)
        as_said = sayings.as_said(place, story)
        reckoned = STAMP if is_stamp(document, mention) else _reckoned(phrase, as_said)
        if isinstance(reckoned, str):
            yield Skipped(document.id, mention.span, mention.literal, reckoned)
            continue
        timex = reckoned.timex
        if phrase.clock:
            scene = scenes(mention.sentence)
            within = Span(mention.span.start - mention.sentence.start, mention.span.end - mention.sentence.start)
            timex = paired(timex, phrase, calendar.places, scene, within)
            timex = placed(timex, calendar.places, mention, scene, elsewhere)
        timex = replace(loosened(timex, phrase, story, calendar.slack), dated=bool(phrase.month and phrase.day))
        if reckoned.period and place not in apart and story.goes_on_with(phrase):
            story, told_in = story.after(reckoned.period), mention.sentence
        yield mention, doubted(timex) if as_said.doubtful and timex.anchor is Anchor.PUBLISHED else timex


def _reckoned(phrase: TimePhrase, story: Story) -> Reckoning:
    """*phrase*, counted from the date beside it ("the day before last Tuesday's vote") or from what *story* told.

    A quarter is that which ended on the date beside it.
    """
    beside = SENSES[phrase.beside.sense](phrase.beside, story) if phrase.beside and phrase.value != APPOSED else None
    if isinstance(beside, Reckoned) and beside.period and phrase.value != EVENT:
        return quarter_ended(phrase, beside.period, beside.timex.anchor)
    if isinstance(beside, Reckoned) and beside.period:
        told = story._replace(told=beside.period, told_here=False)
        reckoned = SENSES[phrase.sense](replace(phrase, value=""), told)
        if isinstance(reckoned, Reckoned) and beside.timex.ambiguous:
            return reckoned._replace(timex=replace(reckoned.timex, ambiguous=True))
        return reckoned
    return SENSES[phrase.sense](phrase, story)
