"""Round points of a scale."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from discrepancy.report.calendar_words import MONTHS

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_HOURS = (1, 3, 6, 12)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)
_DAY_ROOM, _MONTH_ROOM, _YEAR_ROOM = 9, 11, 7
Labelled = tuple[datetime, str]


def round_figures(low: Decimal, high: Decimal, most: int) -> list[Decimal]:
    """At most about *most* round figures from *low* to *high*."""
    rough = (high - low) / max(most, 1)
    power = Decimal(10) ** rough.adjusted()
    step = next(step * power for step in _STEPS if step * power >= rough)
    first = (low / step).to_integral_value("ROUND_CEILING")
    return [(first + number) * step for number in range(most + 1) if (first + number) * step <= high]


def calendar_points(low: datetime, high: datetime, width: int) -> list[Labelled]:
    """Round points of the calendar from *low* to *high*, with labels that *width* cells have room for."""
    span = high - low
    for hours in _HOURS:
        if span <= timedelta(days=2) and span / timedelta(hours=hours) * _YEAR_ROOM <= width:
            return [(time, f"{time.hour:02}:00") for time in _every(low, high, timedelta(hours=hours))]
    for days in _DAYS:
        if span / timedelta(days=days) * _DAY_ROOM <= width:
            return [(time, f"{time.day} {_month(time)}") for time in _every(low, high, timedelta(days=days))]
    for months in _MONTHS:
        room = _YEAR_ROOM if months % len(MONTHS) == 0 else _MONTH_ROOM
        if span / timedelta(days=30) / months * room <= width:
            return list(_months(low, high, months))
    return []


def _every(low: datetime, high: datetime, step: timedelta) -> Iterator[datetime]:
    time = low.replace(hour=0, minute=0, second=0, microsecond=0)
    while time <= high:
        if time >= low:
            yield time
        time += step


def _months(low: datetime, high: datetime, step: int) -> Iterator[Labelled]:
    """The first of every *step*-th month."""
    last = high.year * len(MONTHS) + high.month - 1
    for number in range(low.year * len(MONTHS) // step * step, last + 1, step):
        year, month = divmod(number, len(MONTHS))
        if year and (low.year, low.month) < (year, month + 1):
            time = datetime(year, month + 1, 1, tzinfo=low.tzinfo)
            yield time, str(year) if step % len(MONTHS) == 0 else f"{_month(time)} {year}"


def _month(time: datetime) -> str:
    return MONTHS[time.month - 1][:3]
