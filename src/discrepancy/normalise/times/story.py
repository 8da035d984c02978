"""What a report has told so far: the dates that relative expressions are counted from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from discrepancy.model import Anchor, Document, Grain, Mention, TimePhrase
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
        if self.told and self.past and not -3 <= period.year - self.told.year <= 15:
            return self
        if period.grain is Grain.QUARTER:
            return replace(self, report=period, told=period, day=None)
        return replace(self, told=period, day=period if period.grain is Grain.DAY else None)

    def near(self, grain: Grain) -> Period | None:
        """The period of *grain* that the story is in."""
        if self.told and (self.past or self.published is None):
            return within(self.told, grain)
        return holding(self.published, grain) if self.published else None


def story_of(document: Document, mentions: Sequence[Mention]) -> Story:
    """The story of *document* before its first word."""
    published = document.published.time.date() if document.published else None
    years = [
        phrase.year for one in mentions if isinstance(phrase := one.reading, TimePhrase) and phrase.year is not None
    ]
    return Story(published, past=_tells_of_the_past(published, years))


def _tells_of_the_past(published: date | None, years: Sequence[int]) -> bool:
    if published is None:
        return True
    long_ago = sum(year < published.year - NARRATIVE_YEARS for year in years)
    return long_ago >= 4 and long_ago * 10 >= len(years) * 7  # noqa: PLR2004 - four years named, seven in ten


def is_told(phrase: TimePhrase, story: Story) -> bool:
    """Does *phrase* carry the story on? A comparison ("a year earlier") does not, nor does "this year"."""
    if phrase.sense in {"report", "week_of"}:
        return False
    if story.past:
        return True
    return phrase.unit not in {"year", "quarter", "decade", "century"}
