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
        """How far the two are apart; None where they overlap or meet."""
        gap = one.gap(other)
        return length_of(gap) if gap else None

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


def _seconds(time: datetime | None) -> Decimal | None:
    return None if time is None else Decimal((time - EPOCH) // _SECOND)
