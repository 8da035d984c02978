"""Periods of the calendar, counted: arithmetic is addition, whatever the grain."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from discrepancy.interval import Interval
from discrepancy.model import Grain

MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.SEASON: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}
"""Months in the grains that are made of months."""

DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.WEEKEND: 7}
SEASONS = ("WI", "SP", "SU", "FA")
_FIRST_YEAR, _LAST_YEAR = 1, 9998


@dataclass(frozen=True, slots=True)
class Period:
    """The *index*-th day, week, month ... : weeks from Monday 1 January of the year 1, all others from the year 0.

    A season is counted as a quarter that begins a month earlier.
    """

    grain: Grain
    index: int

    def moved(self, count: int) -> "Period":
        """The period *count* further on."""
        return Period(self.grain, self.index + count)

    @property
    def first_month(self) -> int:
        """Its first month, counted from January of the year 0."""
        if self.grain in MONTHS:
            return self.index * MONTHS[self.grain] - (self.grain is Grain.SEASON)
        day = self.first_day
        return day.year * 12 + day.month - 1 if day else 0

    @property
    def first_day(self) -> date | None:
        """Its first day, None outside the years that a date can have."""
        if self.grain in MONTHS:
            return _month_start(self.first_month)
        ordinal = self.index * DAYS[self.grain] + (1 if self.grain is not Grain.DAY else 0)
        ordinal += 5 if self.grain is Grain.WEEKEND else 0
        return date.fromordinal(ordinal) if 0 < ordinal <= date.max.toordinal() else None

    @property
    def end(self) -> date | None:
        """The day after its last."""
        if self.grain in MONTHS:
            return _month_start(self.first_month + MONTHS[self.grain])
        first = self.first_day
        length = {Grain.DAY: 1, Grain.WEEK: 7, Grain.WEEKEND: 2}[self.grain]
        return first + timedelta(length) if first and first.year <= _LAST_YEAR else None

    @property
    def year(self) -> int:
        """The year it begins in; a winter belongs to the year it reaches into."""
        if self.grain is Grain.SEASON:
            return self.index // 4
        return self.first_month // 12

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        return VALUES[self.grain](self)


def _month_start(month: int) -> date | None:
    year, rest = divmod(month, 12)
    return date(year, rest + 1, 1) if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _year_text(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _week_text(period: Period) -> str:
    day = period.first_day
    if day is None:
        return "XXXX-WXX"
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _day_text(period: Period) -> str:
    day = period.first_day
    return day.isoformat() if day else "XXXX-XX-XX"


VALUES: Mapping[Grain, Callable[[Period], str]] = {
    Grain.DAY: _day_text,
    Grain.WEEK: _week_text,
    Grain.WEEKEND: lambda period: f"{_week_text(period)}-WE",
    Grain.MONTH: lambda period: f"{_year_text(period.index // 12)}-{period.index % 12 + 1:02}",
    Grain.QUARTER: lambda period: f"{_year_text(period.index // 4)}-Q{period.index % 4 + 1}",
    Grain.SEASON: lambda period: f"{_year_text(period.index // 4)}-{SEASONS[period.index % 4]}",
    Grain.HALF: lambda period: f"{_year_text(period.index // 2)}-H{period.index % 2 + 1}",
    Grain.YEAR: lambda period: _year_text(period.index),
    Grain.DECADE: lambda period: _long_text(period.index, 3),
    Grain.CENTURY: lambda period: _long_text(period.index, 2),
}


def _long_text(index: int, figures: int) -> str:
    return f"{index:0{figures}}" if index >= 0 else f"BC{-1 - index:0{figures}}"


def holding(day: date, grain: Grain) -> Period:
    """The period of *grain* that *day* lies in."""
    if grain is Grain.DAY:
        return Period(grain, day.toordinal())
    if grain in DAYS:
        return Period(grain, (day.toordinal() - 1) // 7)
    month = day.year * 12 + day.month - 1 + (grain is Grain.SEASON)
    return Period(grain, month // MONTHS[grain])


def within(period: Period, grain: Grain) -> Period:
    """The period of *grain* that *period* begins in."""
    if period.grain is grain:
        return period
    if grain in MONTHS:
        return Period(grain, (period.first_month + (grain is Grain.SEASON)) // MONTHS[grain])
    day = period.first_day
    return holding(day, grain) if day else Period(grain, 0)


def interval_of(period: Period) -> Interval[datetime] | None:
    """The time that *period* takes up, None where no calendar date can say."""
    first, end = period.first_day, period.end
    return Interval(midnight(first), midnight(end)) if first and end else None


def midnight(day: date) -> datetime:
    """The start of *day*, zone unknown."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
