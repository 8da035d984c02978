"""How the times of one finding are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from discrepancy.interval import Interval
from discrepancy.report.calendar_words import calendar_span, length_of
from discrepancy.report.ruler import Extent, Tick
from discrepancy.report.ticks import EPOCH, calendar_points

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Times:
    """Times in words of the calendar, and on a scale of seconds."""

    unit: str = ""

    def words(self, interval: Interval[datetime]) -> str:
        """*interval* as a span of the calendar."""
        return calendar_span(interval)

    def short(self, interval: Interval[datetime]) -> str:
        """*interval* as a span of the calendar."""
        return calendar_span(interval)

    def distance(self, one: Interval[datetime], other: Interval[datetime]) -> str | None:
        """How far the two are apart, as calendars count it: from 13 to 15 May are two days; None where they meet."""
        gap = one.gap(other)
        return length_of(_from_start_to_start(one, other) or gap) if gap else None

    def extent(self, interval: Interval[datetime]) -> Extent:
        """*interval* in seconds."""
        return Extent(_seconds(interval.lower), _seconds(interval.upper))

    def ticks(self, low: Decimal, high: Decimal, width: int) -> Sequence[Tick]:
        """Round points of the calendar."""
        try:
            first, last = (EPOCH + timedelta(seconds=int(end)) for end in (low, high))
        except OverflowError:  # beyond the calendar, where a scale ends near the year 1 or 9999
            return ()
        return [Tick(Decimal((time - EPOCH) // _SECOND), label) for time, label in calendar_points(first, last, width)]


def _from_start_to_start(one: Interval[datetime], other: Interval[datetime]) -> timedelta | None:
    """How far two spans of the calendar of one length, such as two days or two years, begin apart."""
    if one.lower is None or other.lower is None or one.upper is None or other.upper is None:
        return None
    length = one.upper - one.lower
    alike = abs(length - (other.upper - other.lower)) * _VARYING <= length
    return abs(one.lower - other.lower) if alike else None


_VARYING = 9
"""Months differ in length by a tenth, years by less."""


def _seconds(time: datetime | None) -> Decimal | None:
    return None if time is None else Decimal((time - EPOCH) // _SECOND)
