"""Times of day: by the clock, with its zone, and by the parts of a day."""

from dataclasses import replace
from datetime import date, timedelta

from discrepancy.interval import Interval
from discrepancy.model import Anchor, Grain, TimePhrase, Timex, TimexType
from discrepancy.normalise.times.holidays import falls_on
from discrepancy.normalise.times.periods import Period, midnight, within
from discrepancy.normalise.times.reckoning import UNDATED, Reckoned, Reckoning
from discrepancy.normalise.times.story import Story
from discrepancy.normalise.times.turns import weekday
from discrepancy.normalise.times.years import dated

MINUTE = timedelta(minutes=1)

PARTS = {"MO": (0, 12), "MI": (11, 14), "AF": (12, 19), "EV": (16, 24), "NI": (17, 30), "DT": (5, 21)}
"""The hours that each part of the day may reach over, counted from midnight before it: 3 a.m. is "morning" to many."""

SUMMER = ("2 sunday 3", "1 sunday 11")
"""When American clocks show the second of two distances (Energy Policy Act of 2005)."""


def clock(phrase: TimePhrase, story: Story) -> Reckoning:
    """A time by the clock."""
    found = _day_of(phrase, story)
    if isinstance(found, str):
        return found
    period, anchor = found
    shown = phrase.clock or "00:00"
    early = shown == MIDNIGHT and _begins_day(phrase, period, anchor)
    shown = "00:00" if early else shown
    grain, length = (Grain.SECOND, _SECOND) if shown.count(":") > 1 else (Grain.MINUTE, MINUTE)
    interval = None
    if (first := _usable(period)) is not None:
        start = midnight(first) + since_midnight(shown) - (distance_of(phrase.zone, first) or timedelta())
        interval = Interval(start, start + length)
    timex = Timex(
        TimexType.TIME, f"{period.value}T{shown}", phrase.mod, grain, anchor, interval, local=phrase.zone is None
    )
    return Reckoned(_either_day(timex, phrase, story), period)


MIDNIGHT = "24:00"
_SECOND = timedelta(seconds=1)


def _begins_day(phrase: TimePhrase, period: Period, anchor: Anchor) -> bool:
    """Is the midnight of *phrase* the one that *period* begins with: just after it, or told on that very day?"""
    told_then = anchor is Anchor.PUBLISHED and phrase.shift is None and not names_day(phrase)
    return phrase.mod == "AFTER" or (told_then and phrase.tense < 0 and period.grain is Grain.DAY)


def _either_day(timex: Timex, phrase: TimePhrase, story: Story) -> Timex:
    """*timex*, which may be of another day: a midnight of either end, a clock after sentences that told two days."""
    lower, upper = (timex.interval.lower, timex.interval.upper) if timex.interval else (None, None)
    if lower is None or upper is None:
        return timex
    if timex.value.endswith(MIDNIGHT) and phrase.tense <= 0 and phrase.mod != "BEFORE" and names_day(phrase):
        return replace(timex, interval=Interval(lower - timedelta(1), upper), ambiguous=True)
    other = story.other_day and story.other_day.first_day
    if names_day(phrase) or phrase.shift is not None or story.told_here or not (story.day and other):
        return timex
    by = midnight(other) - lower.replace(hour=0, minute=0, second=0)
    first, last = min(lower, lower + by), max(upper, upper + by)
    return replace(timex, interval=Interval(first, last), ambiguous=True)


def names_day(phrase: TimePhrase) -> bool:
    """Does *phrase* name its day?"""
    return any(part is not None for part in (phrase.day, phrase.month, phrase.weekday, phrase.holiday))


def part(phrase: TimePhrase, story: Story) -> Reckoning:
    """A part of a day."""
    found = _day_of(phrase, story)
    if isinstance(found, str):
        return found
    period, anchor = found
    name = phrase.part or "DT"
    interval = None
    if (first := _usable(period)) is not None:
        begins, ends = (midnight(first) + timedelta(hours=hours) for hours in PARTS[name])
        interval = Interval(begins, ends)
    timex = Timex(TimexType.TIME, f"{period.value}T{name}", phrase.mod, Grain.DAY_PART, anchor, interval, local=True)
    if interval and name == "NI" and phrase.shift is None and not names_day(phrase):
        earlier = Interval(begins - timedelta(1), ends)  # "overnight" may be the night before or after
        timex = replace(timex, interval=earlier, ambiguous=True)
    return Reckoned(timex, period)


def _usable(period: Period) -> date | None:
    """The day of *period*, where a clock can be set by it."""
    first = period.first_day if period.grain is Grain.DAY else None
    return first if first and date.min.year < first.year < date.max.year else None


def _day_of(phrase: TimePhrase, story: Story) -> tuple[Period, Anchor] | str:
    """The day that a time of day belongs to."""
    if phrase.day is not None or phrase.month is not None or phrase.holiday is not None:
        found = dated(phrase, story)
        return found if isinstance(found, str) else found[:2]
    if phrase.weekday is not None:
        reckoned = weekday(phrase, story)
        if isinstance(reckoned, str) or reckoned.period is None:
            return UNDATED
        return reckoned.period, reckoned.timex.anchor
    if phrase.shift is None and story.day:
        return story.day, Anchor.NARRATIVE
    base, anchor = story.anchor(phrase)
    if base is None:
        return UNDATED
    if phrase.story and base.grain is not Grain.DAY:
        base = story.day or base
    return within(base, Grain.DAY).moved(phrase.shift or 0), anchor


def since_midnight(text: str) -> timedelta:
    """How long after midnight a clock shows *text*."""
    hours, minutes, *seconds = (int(part) for part in text.split(":"))
    return timedelta(hours=hours, minutes=minutes, seconds=sum(seconds))


def distance_of(zone: str | None, day: date) -> timedelta | None:
    """How far *zone* lies from Greenwich on *day*."""
    if zone is None:
        return None
    winter, _, summer = zone.partition("/")
    first, last = (falls_on(rule, day.year) for rule in SUMMER)
    text = summer if summer and first <= day < last else winter
    sign = -1 if text.startswith("-") else 1
    return sign * since_midnight(text[1:])
