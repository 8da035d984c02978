"""Times of day: by the clock, with its zone, and by the parts of a day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from discrepancy.interval import Interval
from discrepancy.model import Anchor, Grain, TimePhrase, Timex, TimexType
from discrepancy.normalise.times.holidays import falls_on
from discrepancy.normalise.times.periods import Period, midnight, within
from discrepancy.normalise.times.reckoning import UNDATED, Reckoned, Reckoning
from discrepancy.normalise.times.story import Story
from discrepancy.normalise.times.turns import weekday
from discrepancy.normalise.times.years import dated

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
    since_midnight = _since_midnight(phrase.clock or "00:00")
    interval = None
    if (first := _usable(period)) is not None:
        start = midnight(first) + since_midnight - (distance_of(phrase.zone, first) or timedelta())
        interval = _around(start, phrase)
    value = f"{period.value}T{phrase.clock}"
    timex = Timex(TimexType.TIME, value, phrase.mod, Grain.MINUTE, anchor, interval, local=phrase.zone is None)
    return Reckoned(timex, period)


def _around(start: datetime, phrase: TimePhrase) -> Interval[datetime]:
    """The time that a clock reading leaves, by its hedge and by how round it is."""
    if phrase.mod in SIDES:
        before, after = SIDES[phrase.mod]
        return Interval(start - before, start + after)
    minutes = int((phrase.clock or "00:00")[3:])
    width = next(width for step, width in ROUND if minutes % step == 0)
    return Interval(start - width, start + width) if width > MINUTE else Interval(start, start + MINUTE)


MINUTE = timedelta(minutes=1)
SIDES = {
    "BEFORE": (timedelta(hours=1), timedelta()),
    "AFTER": (timedelta(), timedelta(hours=1)),
    "APPROX": (timedelta(minutes=45), timedelta(minutes=45)),
}
"""How far a hedge lets a clock reading lie before and after itself."""

ROUND = ((60, timedelta(minutes=15)), (30, timedelta(minutes=8)), (5, timedelta(minutes=3)), (1, MINUTE))
"""How far a reading may have been rounded, by the number of minutes it is a multiple of."""


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
    return within(base, Grain.DAY).moved(phrase.shift or 0), anchor


def _since_midnight(text: str) -> timedelta:
    hours, minutes = (int(part) for part in text.split(":"))
    return timedelta(hours=hours, minutes=minutes)


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
