"""What is told in quotations: "today" is the speaker's day there, and not that of publication."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.model import Mention, Relation, Span, TimePhrase
from discrepancy.normalise.times.neighbours import names_one_day
from discrepancy.normalise.times.senses import SENSES
from discrepancy.normalise.times.story import Story

_MARK = re.compile(r"[“”\"\n]|``|''")
_OPENING = frozenset({"“", "``"})
REACH = 80
"""How many characters from a quotation the day of the saying may be told: “…,” he said in the hall on Tuesday."""

SPOKEN_SENSES = frozenset({"turned", "part", "clock", "distance"})
SHORT_UNITS = frozenset({None, "day", "night", "weekend", "week"})


@dataclass(frozen=True, slots=True)
class Quotations:
    """Where the quotations of a text lie, in order; none reaches over a line."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def holding(self, span: Span) -> Span | None:
        """The quotation that *span* lies in."""
        at = bisect_right(self.starts, span.start) - 1
        return Span(self.starts[at], self.ends[at]) if at >= 0 and span.start < self.ends[at] else None


def quotations_of(text: str) -> Quotations:
    """The quotations of *text*; one that is not closed goes on to the end of its line.

    >>> quotations_of('He said “yes”. "No," she said, "not today.')
    Quotations(starts=(8, 15, 31), ends=(12, 19, 42))
    """
    spans: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        if opened is None:
            opened = mark.start() if mark[0] in _OPENING or mark[0] == '"' else None
        elif mark[0] not in _OPENING:
            spans.append(Span(opened, mark.start()))
            opened = None
    if opened is not None:
        spans.append(Span(opened, len(text)))
    return Quotations(tuple(one.start for one in spans), tuple(one.end for one in spans))


def is_spoken(phrase: TimePhrase) -> bool:
    """Is *phrase* counted from the day on which it is said: "today", "last night", "two days ago"?"""
    counted = phrase.shift is not None and not phrase.story and phrase.sense in SPOKEN_SENSES
    return counted and phrase.unit in SHORT_UNITS and not (phrase.weekday or phrase.month or phrase.season)


@dataclass(frozen=True, slots=True)
class Sayings:
    """The quotations of a text and the times in it."""

    quotations: Quotations
    mentions: Sequence[Mention[TimePhrase]]
    phrases: Sequence[TimePhrase]

    def as_said(self, place: int, story: Story) -> Story:
        """*story* on the day on which the time at *place* was said, doubtful where a quotation's day is not told."""
        speech = self.quotations.holding(self.mentions[place].span) if is_spoken(self.phrases[place]) else None
        if speech is None or story.past:
            return story
        told = self._told_with(speech)
        reckoned = SENSES[told.sense](told, story) if told else ""
        if isinstance(reckoned, str) or reckoned.period is None or reckoned.timex.ambiguous:
            return story._replace(doubtful=True)
        return story._replace(published=reckoned.period.first_day, moment=None, day=None)

    def _told_with(self, speech: Span) -> TimePhrase | None:
        """The day, just after *speech* or else before it in its sentence, on which it was said."""
        after = bisect_left(self.mentions, speech.end, key=_start)
        before = bisect_left(self.mentions, speech.start, key=_start) - 1
        for place in (after, before):
            if 0 <= place < len(self.mentions) and _tells_of_saying(self.phrases[place]):
                span, sentence, ahead = self.mentions[place].span, self.mentions[place].sentence, place == after
                near = span.start - speech.end <= REACH if ahead else speech.start - span.end <= REACH
                if near and (sentence.start <= speech.end if ahead else sentence.end >= speech.start):
                    return self.phrases[place]
        return None


def _start(mention: Mention[TimePhrase]) -> int:
    return mention.span.start


def _tells_of_saying(phrase: TimePhrase) -> bool:
    return names_one_day(phrase) and phrase.tense < 0 and phrase.relation is Relation.IN
