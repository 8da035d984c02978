"""Times in words for people: "30 May 2024", "February 2022", "1–10 June 2024", "3 days"."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from discrepancy.interval import Interval
from discrepancy.model import Published

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_TICK = timedelta(microseconds=1)
_SPANS = (
    (timedelta(days=1096), timedelta(days=365, hours=6), "year"),
    (timedelta(days=1), timedelta(days=1), "day"),
    (timedelta(hours=2), timedelta(hours=1), "hour"),
    (timedelta(minutes=2), timedelta(minutes=1), "minute"),
    (timedelta(0), timedelta(seconds=1), "second"),
)


def at_the_place(interval: Interval[datetime]) -> Interval[datetime]:
    """*interval* as the clocks of an untold zone show it: its times are put into words as local time."""
    lower, upper = (bound and bound.replace(tzinfo=None) for bound in (interval.lower, interval.upper))
    return Interval(lower, upper, interval.lower_open, interval.upper_open)


def calendar_span(interval: Interval[datetime]) -> str:
    """*interval* in the largest units of the calendar that it fills."""
    lower, upper = interval.lower, interval.upper
    if lower is None or upper is None:
        return _half_bounded(interval)
    if lower == upper:
        return _instant(lower)
    if not (_starts_day(lower) and _starts_day(upper)):
        return _clock_span(lower, upper)
    return _days(lower, upper - _TICK if interval.upper_open else upper) + _zone(lower)


def _half_bounded(interval: Interval[datetime]) -> str:
    if interval.lower is not None:
        return f"{'after' if interval.lower_open else 'from'} {_moment(interval.lower)}"
    if interval.upper is not None:
        return f"{'before' if interval.upper_open else 'up to'} {_moment(interval.upper)}"
    return "any time"


def _days(first: datetime, last: datetime) -> str:
    """The days from *first* to *last*, by months or years where they fill them."""
    whole_months = first.day == 1 and _ends_month(last)
    if whole_months and first.month == 1 and last.month == len(MONTHS):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if whole_months:
        start, end = (MONTHS[day.month - 1] for day in (first, last))
        if first.year != last.year:
            return f"{start} {first.year} – {end} {last.year}"
        return f"{start} {last.year}" if start == end else f"{start}–{end} {last.year}"
    if first.date() == last.date():
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {MONTHS[first.month - 1]}{year} – {day_words(last)}"


def day_words(time: date) -> str:
    """The day of *time*."""
    return f"{time.day} {MONTHS[time.month - 1]} {time.year}"


def published_words(published: Published | None) -> str:
    """When a document appeared, as precisely as is known."""
    if published is None:
        return "undated"
    return day_words(published.time) if published.precision == "day" else _instant(published.time)


def length_of(span: timedelta) -> str:
    """*span* in the largest units that tell it well."""
    _, size, name = next(row for row in _SPANS if span >= row[0])
    count, rest = divmod(span, size)
    if name == "day" and rest and span < timedelta(days=14):
        return f"{_counted(count, 'day')} {_counted(rest // timedelta(hours=1), 'hour')}"
    nearest, off = (count + 1, size - rest) if rest * 2 > size else (count, rest)
    return f"{'about ' if off * _EXACTLY > size else ''}{_counted(nearest, name)}"


_EXACTLY = 200
"""Years differ in length by less than this part of them."""


def _counted(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"


def _clock_span(lower: datetime, upper: datetime) -> str:
    if lower.date() == upper.date():
        return f"{day_words(lower)}, {_clock(lower)}–{_clock(upper)}{_zone(lower, always=True)}"
    return f"{_instant(lower)} – {_instant(upper)}"


def _moment(time: datetime) -> str:
    return day_words(time) + _zone(time) if _starts_day(time) else _instant(time)


def _instant(time: datetime) -> str:
    return f"{day_words(time)}, {_clock(time)}{_zone(time, always=True)}"


def _clock(time: datetime) -> str:
    return f"{time.hour:02}:{time.minute:02}" + (f":{time.second:02}" if time.second else "")


def _zone(time: datetime, *, always: bool = False) -> str:
    """The zone of *time*, which goes without saying for a day in UTC."""
    if time.tzinfo is None:
        return " local time" if always else ""
    offset = time.utcoffset() or timedelta(0)
    if not offset:
        return " UTC" if always else ""
    minutes = abs(offset) // timedelta(minutes=1)
    return f" UTC{'-' if offset < timedelta(0) else '+'}{minutes // 60}" + (
        f":{minutes % 60:02}" if minutes % 60 else ""
    )


def _starts_day(time: datetime) -> bool:
    return not (time.hour or time.minute or time.second or time.microsecond)


def _ends_month(day: datetime) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
