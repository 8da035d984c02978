"""What a report has told so far: the dates that relative expressions are counted from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from discrepancy.model import Anchor, Document, Grain, TimePhrase
from discrepancy.normalise.times.periods import Period, holding, within

NARRATIVE_YEARS = 3
"""How many years a story's dates lie before its publication."""


@dataclass(frozen=True, slots=True)
class Story:
    """*published* is the day of publication, *told* the period told last, *day* the day told last.

    *past* says that the text tells of years long before its publication (history), so that everything is counted from *told*.
    *report* is the quarter that a company's figures are reported for.
    """

    published: date | None
    told: Period | None = None
    day: Period | None = None
    past: bool = False
    report: Period | None = None

    def anchor(self, phrase: TimePhrase) -> tuple[Period | None, Anchor]:
        """The period that *phrase* is counted from, and what it is."""
        if (phrase.story or self.past) and self.told:
            return self.told, Anchor.NARRATIVE
        if self.past and not self.told:
            return None, Anchor.NONE
        if self.published:
            return holding(self.published, Grain.DAY), Anchor.PUBLISHED
        return self.told, Anchor.NARRATIVE

    def with_told(self, period: Period) -> "Story":
        """The story after *period* is told."""
        if period.grain is Grain.QUARTER and self._is_over(period):
            return replace(self, report=period, told=period, day=None)
        return replace(self, told=period, day=period if period.grain is Grain.DAY else None)

    def _is_over(self, period: Period) -> bool:
        return self.published is None or (period.last_day or date.max) <= self.published

    def near(self, grain: Grain) -> Period | None:
        """The period of *grain* that the story is in."""
        if self.told and (self.past or self.published is None):
            return within(self.told, grain)
        return holding(self.published, grain) if self.published else None


def story_of(document: Document, phrases: Sequence[TimePhrase]) -> Story:
    """The story of *document* before its first word."""
    published = document.published.time.date() if document.published else None
    return Story(published, past=_tells_of_the_past(published, phrases))


def _tells_of_the_past(published: date | None, phrases: Sequence[TimePhrase]) -> bool:
    """Do the dates lie years before *published*, with hardly a "today" or "Monday" among them?"""
    if published is None:
        return True
    years = [phrase.year for phrase in phrases if phrase.year is not None]
    near = sum(
        phrase.sense == "weekday" or (phrase.sense == "turned" and phrase.shift is not None and not phrase.story)
        for phrase in phrases
    )
    recent = published.year - (0 if len(years) >= MANY_YEARS else NARRATIVE_YEARS)
    long_ago = sum(year < recent for year in years)
    return long_ago >= FEWEST_YEARS and long_ago * 10 >= len(years) * 6 and near * 4 < len(years)


MANY_YEARS = 12
"""From how many on they need only lie before the year of publication."""

FEWEST_YEARS = 4
"""How many years a text must name to be taken for history."""


def is_told(phrase: TimePhrase, story: Story) -> bool:
    """Does *phrase* carry the story on? A comparison ("a year earlier") does not, nor does "this year"."""
    if phrase.sense in {"report", "week_of"}:
        return False
    if story.past:
        return True
    return phrase.unit not in {"year", "quarter", "decade", "century"}
