"""What a phrase comes to: a timex, and the time that its hedges leave of a period."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from discrepancy.interval import Interval
from discrepancy.model import Anchor, Grain, TimePhrase, Timex
from discrepancy.normalise.times.periods import Period, interval_of, midnight

UNDATED = "relative date without a publication date"
NO_SUCH_DAY = "no such day"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A phrase resolved: its timex, and the period that later expressions may be counted from."""

    timex: Timex
    period: Period | None = None


Reckoning = Reckoned | str
"""A phrase resolved, or why it is not."""

EDGES = {"START": (0, 3), "MID": (1, 4), "END": (2, 5)}
"""Which fifths of a period its edges take up: generous, since "early June" has no sharp end."""


def of_period(phrase: TimePhrase, period: Period, anchor: Anchor, published: date | None = None) -> Reckoned:
    """*period* as a date; *published* bounds "earlier this month" and "later this month"."""
    interval = interval_of(period)
    if interval:
        interval = _hedged(interval, phrase, published)
    return Reckoned(Timex(phrase.type, period.value, phrase.mod, period.grain, anchor, interval), period)


def undated(phrase: TimePhrase, value: str, anchor: Anchor = Anchor.NONE) -> Reckoned:
    """A *value* that names no time on the calendar."""
    return Reckoned(Timex(phrase.type, value, phrase.mod, anchor=anchor))


def within_coarser(phrase: TimePhrase, period: Period, anchor: Anchor) -> Reckoned:
    """A day somewhere in *period*."""
    hidden = "-XX" if period.grain is not Grain.YEAR else "-XX-XX"
    timex = Timex(phrase.type, period.value + hidden, phrase.mod, Grain.DAY, anchor, interval_of(period))
    return Reckoned(timex)


def _hedged(interval: Interval[datetime], phrase: TimePhrase, published: date | None) -> Interval[datetime]:
    """What the hedge of *phrase* leaves of *interval*."""
    lower, upper = interval.lower, interval.upper
    if lower is None or upper is None or phrase.mod is None:
        return interval
    if phrase.mod in EDGES:
        first, last = EDGES[phrase.mod]
        fifth = (upper - lower) / 5
        return Interval(lower + first * fifth, lower + last * fifth)
    if phrase.mod == "APPROX":
        return _widened(lower, upper)
    today = midnight(published) if published else upper
    return _split(lower, upper, today, phrase.mod) if lower <= today < upper else interval


def _split(lower: datetime, upper: datetime, today: datetime, mod: str) -> Interval[datetime]:
    """The part of a period up to *today* or from then on."""
    if mod == "ON_OR_BEFORE":
        return Interval(lower, min(upper, today + timedelta(1)))
    return Interval(today if mod == "ON_OR_AFTER" else lower, upper)


def _widened(lower: datetime, upper: datetime) -> Interval[datetime]:
    """The time from half as long again before *lower* to half as long again after *upper*."""
    margin = (upper - lower) / 2
    floor, ceiling = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    return Interval(lower - min(margin, lower - floor), upper + min(margin, ceiling - upper))


def spanning(*intervals: Interval[datetime] | None) -> Interval[datetime] | None:
    """The time from the first beginning to the last end, None where one has none."""
    lower = [one.lower for one in intervals if one and one.lower]
    upper = [one.upper for one in intervals if one and one.upper]
    if len(lower) < len(intervals) or len(upper) < len(intervals):
        return None
    return Interval(min(lower), max(upper))


def either(reckoned: Reckoned, other: Period) -> Reckoned:
    """*reckoned*, where the words might as well mean *other*."""
    interval = spanning(reckoned.timex.interval, interval_of(other))
    return replace(reckoned, timex=replace(reckoned.timex, interval=interval, ambiguous=True))
