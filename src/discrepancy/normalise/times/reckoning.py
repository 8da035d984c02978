"""What a phrase comes to: a timex with the time that it names."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from discrepancy.interval import Interval
from discrepancy.model import Anchor, Grain, TimePhrase, Timex
from discrepancy.normalise.times.periods import Period, interval_of

UNDATED = "relative date without a publication date"
NO_SUCH_DAY = "no such day"
UNTOLD = "counted from an event whose day is not told"

EVENT = "event"
"""The value of a distance from an event."""

APPOSED = "apposed"
"""The value of one that stands behind the time it tells of: "on May 13, the day before they came"."""


class Reckoned(NamedTuple):
    """A phrase resolved: its timex, and the period that later expressions may be counted from."""

    timex: Timex
    period: Period | None = None


Reckoning = Reckoned | str
"""A phrase resolved, or why it is not."""


def of_period(phrase: TimePhrase, period: Period, anchor: Anchor) -> Reckoned:
    """*period* as a date."""
    return Reckoned(Timex(phrase.type, period.value, phrase.mod, period.grain, anchor, interval_of(period)), period)


def undated(phrase: TimePhrase, value: str, anchor: Anchor = Anchor.NONE) -> Reckoned:
    """A *value* that names no time on the calendar."""
    return Reckoned(Timex(phrase.type, value, phrase.mod, anchor=anchor))


def within_coarser(phrase: TimePhrase, period: Period, anchor: Anchor) -> Reckoned:
    """A day somewhere in *period*."""
    hidden = "-XX" if period.grain is not Grain.YEAR else "-XX-XX"
    timex = Timex(phrase.type, period.value + hidden, phrase.mod, Grain.DAY, anchor, interval_of(period))
    return Reckoned(timex)


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
    return reckoned._replace(timex=replace(reckoned.timex, interval=interval, ambiguous=True))
