"""What a report has told so far: the dates that relative expressions are counted from."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from discrepancy.model import Anchor, Grain, TimePhrase
from discrepancy.normalise.times.periods import Period, holding
from discrepancy.toolbox import Dated

COUNTED_FROM_PUBLICATION = frozenset({"turned", "weekday", "weekday_of_week", "weeks_from", "distance", "report"})
"""The senses that need a day of publication, unless they are counted from the story."""

COMPARED = frozenset({"year", "quarter", "decade", "century"})
"""Units in which news compares ("a year earlier") rather than goes on."""

OF_DAYS = frozenset({"day", "night"})
OF_CLOCKS = frozenset({"hour", "minute", "second"})
ASIDES = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY})
"""Periods that news names by the way: its days are not counted from them ("built in 2018")."""


class Story(NamedTuple):
    """What relative expressions are counted from.

    *published* is the day of publication, *moment* its time where that is known, *told* the period told last, *day* the
    day told last, *other_day* the last one told before it that differs, *told_here* whether *told* was in this very
    sentence, *told_near* whether in it or in the one before. *past* says that the text tells of years long before its
    publication (history), so that all is counted from *told*; *doubtful* that the day of publication is not to be
    trusted. *report* is the quarter that a company's figures are reported for, *day_first* the order of dates in
    figures, *years* those of the days told with a year, by month and day.
    """

    published: date | None
    date_of: Callable[[str, datetime], Dated | None]
    moment: datetime | None = None
    past: bool = False
    doubtful: bool = False
    day_first: bool | None = None
    years: Mapping[tuple[int | None, int | None], int] = MappingProxyType({})
    told: Period | None = None
    day: Period | None = None
    other_day: Period | None = None
    told_here: bool = False
    told_near: bool = False
    report: Period | None = None

    def anchor(self, phrase: TimePhrase) -> tuple[Period | None, Anchor]:
        """The period that *phrase* is counted from, and what it is."""
        if self.told and phrase.story and not self.past and self._is_too_coarse(phrase.unit or "", self.told.grain):
            return self._day_at_hand(phrase)
        if self.told and (phrase.story or self.past):
            return self.told, Anchor.NARRATIVE
        if self.published and not self.past:
            return self._publication()
        if self.told and phrase.sense not in COUNTED_FROM_PUBLICATION:
            return self.told, Anchor.NARRATIVE
        return None, Anchor.NONE

    def _is_too_coarse(self, unit: str, told: Grain) -> bool:
        """Can a distance in *unit* not be counted from a period of the grain *told*?"""
        return (unit in OF_DAYS and told in ASIDES) or (unit in OF_CLOCKS and told is not Grain.DAY)

    def _day_at_hand(self, phrase: TimePhrase) -> tuple[Period | None, Anchor]:
        """The day that days are counted from after an aside: on from the one told last, back from publication."""
        on = (phrase.shift or 0) >= 0
        return (self.day, Anchor.NARRATIVE) if self.day and (on or not self.published) else self._publication()

    def _publication(self) -> tuple[Period | None, Anchor]:
        return (holding(self.published, Grain.DAY), Anchor.PUBLISHED) if self.published else (None, Anchor.NONE)

    def in_sentence(self, *, told_here: bool, told_near: bool) -> "Story":
        """The story in a sentence that told its last period, or came near to it, or did not."""
        here = (told_here, told_near)
        return (
            self
            if here == (self.told_here, self.told_near)
            else self._replace(told_here=told_here, told_near=told_near)
        )

    def after(self, period: Period) -> "Story":
        """The story once *period* is told."""
        day = period if period.grain is Grain.DAY else self.day
        other = self.day if self.day != day else self.other_day
        reported = period.grain is Grain.QUARTER and self._is_over(period)
        later = reported and (self.report is None or period.index > self.report.index)
        return self._replace(told=period, day=day, other_day=other, report=period if later else self.report)

    def _is_over(self, period: Period) -> bool:
        return self.published is None or (period.end or date.max) <= self.published

    def goes_on_with(self, phrase: TimePhrase) -> bool:
        """Does *phrase* carry the story on? A comparison does not, nor does "this year", nor "two decades earlier"."""
        if phrase.sense in {"report", "week_of"}:
            return False
        onwards = phrase.sense != "distance" or (phrase.shift or 0) > 0
        return phrase.unit not in COMPARED or (onwards and (self.past or (phrase.story and phrase.sense == "distance")))
