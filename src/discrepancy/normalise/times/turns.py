"""Times counted from an anchor: weekdays, "last", "this" and "next", distances."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

from discrepancy.interval import Interval
from discrepancy.model import Anchor, Grain, Relation, TimePhrase, Timex, TimexType
from discrepancy.normalise.times.periods import MONTHS, Period, holding, within
from discrepancy.normalise.times.reckoning import (
    APPOSED,
    UNDATED,
    UNTOLD,
    Reckoned,
    Reckoning,
    either,
    of_period,
    undated,
    within_coarser,
)
from discrepancy.normalise.times.story import Story

FARTHEST = 100_000
"""How many units a distance may have before it leaves every calendar."""

_SINCE_TOMORROW = 6
"""Days from the last weekday of tomorrow's name to today."""

FINEST = frozenset({"hour", "minute", "second"})
GRAINS = {"night": Grain.DAY, "fortnight": Grain.WEEK, "millennium": Grain.CENTURY} | dict.fromkeys(FINEST, Grain.DAY)
"""The grain that a distance in a unit is given in, where it is not the unit's own."""


def weekday(phrase: TimePhrase, story: Story) -> Reckoning:
    """A day of the week: the last one up to the anchor, or the next where the sentence looks ahead.

    The day after publication is named by reports that were stamped in another zone or went on being written: told as
    past, it may be that day as well as the one six days before.
    """
    base, anchor = story.anchor(phrase)
    if base is None or phrase.weekday is None:
        return UNDATED
    today = within(base, Grain.DAY)
    latest = Period(Grain.DAY, today.index - (today.index - phrase.weekday) % 7)
    if phrase.shift is None:
        ahead = phrase.tense > 0 and latest != today
        reckoned = of_period(phrase, latest.moved(7 if ahead else 0), anchor)
        if phrase.torn and latest != today:
            return either(reckoned, latest.moved(0 if ahead else 7))
        is_tomorrow = latest.index == today.index - _SINCE_TOMORROW and anchor is Anchor.PUBLISHED
        may_be_ahead = is_tomorrow and not ahead and phrase.relation is Relation.IN
        return either(reckoned, latest.moved(7)) if may_be_ahead else reckoned
    if phrase.shift == 0:
        week = within(today, Grain.WEEK)
        return of_period(phrase, Period(Grain.DAY, week.index * 7 + phrase.weekday), anchor)
    nearest = latest.moved(7) if phrase.shift > 0 else latest.moved(-7 if latest == today else 0)
    reckoned = of_period(phrase, nearest, anchor)
    if within(nearest, Grain.WEEK) == within(today, Grain.WEEK):
        return either(reckoned, nearest.moved(7 * phrase.shift))
    return reckoned


def weeks_from(phrase: TimePhrase, story: Story) -> Reckoning:
    """A number of weeks before the last such day of the week, or after the next one."""
    base, anchor = story.anchor(phrase)
    if base is None or phrase.weekday is None:
        return UNDATED
    today, shift, count = within(base, Grain.DAY), phrase.shift or 1, int(phrase.count or 1)
    latest = Period(Grain.DAY, today.index - (today.index - phrase.weekday) % 7)
    if count > FARTHEST:
        return TOO_FAR
    nearest = latest if shift < 0 or latest == today else latest.moved(7)
    return of_period(phrase, nearest.moved(7 * shift * count), anchor)


def weekday_of_week(phrase: TimePhrase, story: Story) -> Reckoning:
    """A day of last, this or next week."""
    base, anchor = story.anchor(phrase)
    if base is None or phrase.weekday is None:
        return UNDATED
    week = within(base, Grain.WEEK).moved(phrase.shift or 0)
    return of_period(phrase, Period(Grain.DAY, week.index * 7 + phrase.weekday), anchor)


def turned(phrase: TimePhrase, story: Story) -> Reckoning:
    """The last, this or the next of a unit, a month or a season."""
    base, anchor = story.anchor(phrase)
    if base is None:
        return UNDATED
    shift = phrase.shift or 0
    if phrase.month or phrase.season:
        named = _of_name(phrase, base, shift)
        reckoned = of_period(phrase, named, anchor)
        return _or_year_before(reckoned, named, base) if shift < 0 else reckoned
    if phrase.unit == "day" and story.past and not phrase.story and shift == 0:
        return undated(phrase, "PRESENT_REF")
    grain = GRAINS.get(phrase.unit or "") or Grain(phrase.unit or "day")
    if grain is Grain.DAY and base.grain is not Grain.DAY and phrase.story:
        return within_coarser(phrase, base, anchor)
    if grain is Grain.WEEKEND and shift == 0 and phrase.tense <= 0 and _before_weekend(base):
        shift = -1
    reckoned = of_period(phrase, within(base, grain).moved(shift), anchor)
    if grain is Grain.WEEK and shift < 0 and not phrase.story and _is_sunday(base):
        return either(reckoned, within(base, grain).moved(shift + 1))
    return reckoned


def _or_year_before(reckoned: Reckoned, named: Period, base: Period) -> Reckoned:
    """*reckoned*, which in the same year may mean the year before: "last February" said in March."""
    if named.year != base.year or named.grain is not Grain.MONTH:
        return reckoned
    return either(reckoned, named.moved(-12))


def _is_sunday(base: Period) -> bool:
    """Is *base* a Sunday, on which the week just over is already "last week" to many?"""
    return base.grain is Grain.DAY and base.index % 7 == 0


def _before_weekend(base: Period) -> bool:
    """Is *base* a day from Monday to Friday?"""
    return base.grain is Grain.DAY and base.index % 7 in range(1, 6)


def _of_name(phrase: TimePhrase, base: Period, shift: int) -> Period:
    """The last, this or next month or season of a name."""
    grain, number, cycle = (Grain.MONTH, phrase.month, 12) if phrase.month else (Grain.SEASON, phrase.season, 4)
    here = within(base, grain)
    there = Period(grain, here.index // cycle * cycle + (number or 1) - 1)
    if shift < 0 and there.index >= here.index:
        return there.moved(-cycle)
    if shift > 0 and there.index <= here.index:
        return there.moved(cycle)
    return there


def distance(phrase: TimePhrase, story: Story) -> Reckoning:
    """A number of units before or after the anchor."""
    phrase = _in_whole_units(phrase)
    shift = phrase.shift or 1
    if phrase.vague or (phrase.count is None and not phrase.story):
        return undated(phrase, "PAST_REF" if shift < 0 else "FUTURE_REF")
    if phrase.value:
        return _of_event(phrase, story)
    base, anchor = story.anchor(phrase)
    if base is None:
        return UNDATED
    if not phrase.story and anchor is Anchor.PUBLISHED and (phrase.more or phrase.unit in FINEST):
        return _looked_up(phrase, story)
    count = int(phrase.count or 1) * shift * (2 if phrase.unit == "fortnight" else 1)
    return _counted(phrase, 0 if phrase.unit in FINEST else count, (base, anchor), story)


def _of_event(phrase: TimePhrase, story: Story) -> Reckoning:
    """A distance from an event: the time told just before it, or what history, which follows its events, told last."""
    told, grain = story.told, GRAINS.get(phrase.unit or "") or Grain(phrase.unit or "day")
    if phrase.value == APPOSED and told and story.told_here and told.grain in {grain, Grain.DAY}:
        return of_period(phrase, within(told, grain), Anchor.NARRATIVE)
    return distance(replace(phrase, value=""), story) if story.past else UNTOLD


def _in_whole_units(phrase: TimePhrase) -> TimePhrase:
    """*phrase*, a fraction of its unit counted in the finer one: half a century is 50 years."""
    finer, times = PARTS_OF.get(phrase.unit or "", ("", 1))
    if not finer or phrase.count is None or phrase.count == int(phrase.count):
        return phrase
    return replace(phrase, unit=finer, count=phrase.count * times)


PARTS_OF = {"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12)}
"""The unit that fractions of a unit are counted in, and how many of it there are."""


def _counted(phrase: TimePhrase, count: int, base: tuple[Period, Anchor], story: Story) -> Reckoning:
    """The period *count* units from *base*; in news, years from the quarter reported on or from publication."""
    origin, anchor = base
    if abs(count) > FARTHEST:
        return TOO_FAR
    grain = GRAINS.get(phrase.unit or "") or Grain(phrase.unit or "day")
    if grain is Grain.YEAR and not story.past and not (phrase.story and count > 0):
        if count == -1 and story.report:
            return of_period(phrase, story.report.moved(-4), Anchor.NARRATIVE)
        origin = holding(story.published, Grain.YEAR) if story.published else origin
    if grain is Grain.DAY and origin.grain is not Grain.DAY:
        return within_coarser(phrase, origin, anchor)
    reckoned = of_period(phrase, within(origin, grain).moved(count), anchor)
    finer = origin if origin.grain in MONTHS else within(origin, Grain.MONTH)
    on_by_years = grain is Grain.YEAR and phrase.story and MONTHS[finer.grain] < MONTHS[grain]
    if not on_by_years:
        return reckoned
    return reckoned._replace(period=finer.moved(count * MONTHS[grain] // MONTHS[finer.grain]))


TOO_FAR = "further off than any date"


def _looked_up(phrase: TimePhrase, story: Story) -> Reckoning:
    """A distance of two units, or of hours, from the time of publication."""
    if story.published is None or phrase.count is None:
        return UNDATED
    noon = datetime.combine(story.published, time(12), UTC)
    if phrase.unit in FINEST and not phrase.more:
        return _by_the_clock(phrase, story.moment) if story.moment else _day_by_the_clock(phrase, noon)
    pairs = [(phrase.count, phrase.unit), *([phrase.more] if phrase.more else [])]
    words = " and ".join(f"{int(count)} {unit}s" for count, unit in pairs)
    dated = story.date_of(f"{words} ago" if (phrase.shift or 1) < 0 else f"in {words}", story.moment or noon)
    if dated is None:
        return TOO_FAR
    grain = Grain(dated.grain) if dated.grain in GRAIN_NAMES else Grain.DAY
    return of_period(phrase, holding(dated.time.date(), grain), Anchor.PUBLISHED)


def _by_the_clock(phrase: TimePhrase, moment: datetime) -> Reckoning:
    """Hours or minutes from the *moment* of publication, to the minute."""
    then = _clock_moved(moment, phrase.count or Decimal(1), phrase)
    if then is None:
        return TOO_FAR
    then = then.astimezone(UTC).replace(second=0, microsecond=0)
    interval, grain = Interval(then, then + _MINUTE), Grain(phrase.unit or "hour")
    timex = Timex(TimexType.TIME, f"{then:%Y-%m-%dT%H:%M}", phrase.mod, grain, Anchor.PUBLISHED, interval)
    return Reckoned(timex, holding(then.date(), Grain.DAY))


def _day_by_the_clock(phrase: TimePhrase, noon: datetime) -> Reckoning:
    """The day that whole hours or minutes lead to from *noon* on the day of publication."""
    then = _clock_moved(noon, Decimal(int(phrase.count or 1)), phrase)
    return of_period(phrase, holding(then.date(), Grain.DAY), Anchor.PUBLISHED) if then else TOO_FAR


def _clock_moved(moment: datetime, count: Decimal, phrase: TimePhrase) -> datetime | None:
    """*moment* moved by *count* of the unit of *phrase*, None where that leads off the calendar."""
    by = min(count * LENGTHS[phrase.unit or "hour"], Decimal(SECONDS_OF_CALENDAR)) * (phrase.shift or 1)
    seconds = timedelta(seconds=int(by))
    if not datetime.min.replace(tzinfo=UTC) - moment < seconds < datetime.max.replace(tzinfo=UTC) - moment - _MINUTE:
        return None
    return moment + seconds


SECONDS_OF_CALENDAR = 10_000 * 366 * 24 * 60 * 60
"""More seconds than the years that a date can have."""

LENGTHS = {"hour": 3600, "minute": 60, "second": 1}
"""Seconds in the units of the clock."""
_MINUTE = timedelta(minutes=1)

GRAIN_NAMES = frozenset(grain.value for grain in Grain) - {"second", "minute", "hour", "day_part"}
