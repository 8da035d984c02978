"""Times of day: by the clock, with its zone, and by the parts of a day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
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

PARTS = {"MO": (5, 12), "MI": (11, 13), "AF": (12, 18), "EV": (17, 23), "NI": (18, 30), "DT": (6, 18)}
"""The hours of each part of the day, counted from midnight before it."""

SUMMER = ("2 sunday 3", "1 sunday 11")
"""When American clocks show the second of two distances (Energy Policy Act of 2005)."""

ZONES = frozenset(timedelta(minutes=minutes) for minutes in range(-12 * 60, 14 * 60 + 1, 60)) | frozenset(
    timedelta(minutes=minutes) for minutes in (-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765)
)
"""The distances from Greenwich that some clock shows."""


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
        start = midnight(first) + _since_midnight(shown) - (distance_of(phrase.zone, first) or timedelta())
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


def _since_midnight(text: str) -> timedelta:
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
    return sign * _since_midnight(text[1:])


@dataclass(frozen=True, slots=True)
class Places:
    """The distances from Greenwich of named places."""

    offsets: Mapping[str, tuple[str, ...]]

    def named_in(self, text: str) -> list[str]:
        """The places that *text* names, in its order."""
        found = ((text.find(name), name) for name in self.offsets)
        return [name for at, name in sorted(found) if at >= 0]


def paired(timex: Timex, phrase: TimePhrase, places: Places, sentence: str) -> Timex:
    """*timex* with what a second clock in parentheses tells: the zone, or that it cannot be right."""
    if not (phrase.other and phrase.clock and timex.interval and timex.interval.lower and timex.interval.upper):
        return timex
    text, zone = phrase.other
    day = (timex.interval.lower + (timex.interval.upper - timex.interval.lower) / 2).date()
    second = _since_midnight(text) - (distance_of(zone, day) or timedelta())
    between = _since_midnight(phrase.clock) - second
    between = (between + timedelta(hours=11, minutes=59)) % timedelta(1) - timedelta(hours=11, minutes=59)
    named = places.named_in(sentence)
    possible = {
        offset for name in named for text in places.offsets[name] if (offset := distance_of(text, day)) is not None
    }
    shown = between if between in possible or between in ZONES else between + timedelta(1)
    if phrase.zone is None and (shown in possible if possible else shown in ZONES):
        interval = Interval(timex.interval.lower - shown, timex.interval.upper - shown)
        return replace(timex, interval=interval, local=False)
    if phrase.zone is not None and (distance_of(phrase.zone, day) or timedelta()) - between in {
        timedelta(),
        timedelta(1),
    }:
        return timex
    return replace(timex, misfit=_right(phrase, places, named, day))


def _right(phrase: TimePhrase, places: Places, named: list[str], day: date) -> str:
    """What the second clock should show."""
    zone = phrase.zone or (places.offsets[named[0]][0] if named else None)
    where = f" in {named[0]}" if named and not phrase.zone else ""
    if zone is None:
        return f"no clock shows {phrase.clock} then"
    right = (_since_midnight(phrase.clock or "00:00") - (distance_of(zone, day) or timedelta())) % timedelta(1)
    minutes = int(right.total_seconds()) // 60
    return f"{phrase.clock}{where} is {minutes // 60:02}:{minutes % 60:02} GMT"
