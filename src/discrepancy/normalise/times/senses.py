"""How each sense of a phrase is reckoned."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from discrepancy.interval import Interval
from discrepancy.model import Anchor, Grain, TimePhrase, Timex, TimexType
from discrepancy.normalise.times.periods import Period, holding, interval_of, within
from discrepancy.normalise.times.spans import duration_value, set_value
from discrepancy.normalise.times.story import Story
from discrepancy.normalise.times.years import dated

UNDATED = "relative date without a publication date"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A phrase resolved: its timex, and the period that later expressions may be counted from."""

    timex: Timex
    period: Period | None = None


Reckoning = Reckoned | str
"""A phrase resolved, or why it is not."""


def of_period(phrase: TimePhrase, period: Period, anchor: Anchor) -> Reckoned:
    """*period* as a date."""
    timex = Timex(phrase.type, period.value, phrase.mod, period.grain, anchor, interval_of(period))
    return Reckoned(timex, period)


def calendar(phrase: TimePhrase, story: Story) -> Reckoning:
    """A date in the terms of the calendar, its missing year or month taken from the story."""
    found = dated(phrase, story)
    if isinstance(found, str):
        return found
    period, anchor, misfit = found
    reckoned = of_period(phrase, period, anchor)
    return replace(reckoned, timex=replace(reckoned.timex, misfit=misfit)) if misfit else reckoned


def iso(phrase: TimePhrase, _: Story) -> Reckoning:
    """A date by ISO 8601."""
    try:
        day = date.fromisoformat(phrase.value[:10])
    except ValueError:
        return "no such day"
    return of_period(phrase, holding(day, Grain.DAY), Anchor.NONE)


def numeric(phrase: TimePhrase, _: Story) -> Reckoning:
    """A date in figures, whose order must tell itself."""
    first, second, year = (int(part) for part in phrase.value.replace(".", "/").replace("-", "/").split("/"))
    year += 0 if year > 99 else 2000 if year <= 40 else 1900  # noqa: PLR2004 - two figures
    days = {_day_or_none(year, second, first), _day_or_none(year, first, second)} - {None}
    if len(days) != 1:
        return "day and month could be either way round" if days else "no such day"
    day = days.pop()
    return of_period(phrase, holding(day, Grain.DAY), Anchor.NONE) if day else "no such day"


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday(phrase: TimePhrase, story: Story) -> Reckoning:
    """A day of the week, near the publication."""
    base, anchor = story.anchor(phrase)
    if base is None or phrase.weekday is None:
        return UNDATED
    today = within(base, Grain.DAY)
    day = today.index - (today.index - phrase.weekday) % 7
    if phrase.shift == 1 or (phrase.shift is None and phrase.tense > 0 and day != today.index):
        day += 7
    if phrase.shift == -1 and day == today.index:
        day -= 7
    period = Period(Grain.DAY, day)
    reckoned = of_period(phrase, period, anchor)
    if phrase.shift and within(period, Grain.WEEK) == within(today, Grain.WEEK):
        return replace(reckoned, timex=_either(reckoned.timex, interval_of(period.moved(7 * phrase.shift))))
    return reckoned


def _either(timex: Timex, other: Interval[datetime] | None) -> Timex:
    """*timex*, or what *other* says."""
    if timex.interval is None or other is None:
        return timex
    bounds = [bound for one in (timex.interval, other) for bound in (one.lower, one.upper) if bound]
    return replace(timex, interval=Interval(min(bounds), max(bounds)), ambiguous=True)


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
    if phrase.unit == "day" and story.past and not phrase.story and shift == 0:
        return Reckoned(Timex(phrase.type, "PRESENT_REF", phrase.mod))
    if phrase.month or phrase.season is not None:
        return of_period(phrase, _turned_name(phrase, base, shift), anchor)
    grain = Grain(phrase.unit or "day") if phrase.unit != "fortnight" else Grain.WEEK
    if (
        phrase.unit == "weekend"
        and shift == 0
        and phrase.tense <= 0
        and base.grain is Grain.DAY
        and base.index % 7 in range(1, 6)
    ):
        shift = -1
    if grain is Grain.DAY and base.grain is not Grain.DAY and phrase.story and shift:
        return Reckoned(Timex(phrase.type, f"{base.value}-XX", phrase.mod, Grain.DAY, anchor, interval_of(base)))
    return of_period(phrase, within(base, grain).moved(shift), anchor)


def _turned_name(phrase: TimePhrase, base: Period, shift: int) -> Period:
    """The last, this or next month or season of a name."""
    if phrase.month:
        here = within(base, Grain.MONTH)
        there = Period(Grain.MONTH, here.index // 12 * 12 + phrase.month - 1)
        step = 12
    else:
        here = within(base, Grain.SEASON)
        there = Period(Grain.SEASON, here.index // 4 * 4 + (phrase.season or 1) - 1)
        step = 4
    if shift < 0 and there.index >= here.index:
        return there.moved(-step)
    if shift > 0 and there.index <= here.index:
        return there.moved(step)
    return there


def report(phrase: TimePhrase, story: Story) -> Reckoning:
    """The quarter reported on, or the same one of another year; the year where no quarter is told."""
    base, anchor = story.anchor(phrase)
    if base is None:
        return UNDATED
    if story.report is None:
        year = phrase.year or base.year + (phrase.shift or 0)
        if phrase.shift == 0 and phrase.unit != "year":
            return of_period(phrase, within(base, Grain.QUARTER).moved(-1), anchor)
        return of_period(phrase, Period(Grain.YEAR, year), anchor)
    year = phrase.year or story.report.year + (phrase.shift or 0)
    period = story.report.moved(4 * (year - story.report.year))
    if phrase.unit == "year":
        period = within(period, Grain.YEAR)
    return of_period(phrase, period, Anchor.NARRATIVE)


def week_of(phrase: TimePhrase, story: Story) -> Reckoning:
    """The week of a day."""
    found = dated(phrase, story)
    return found if isinstance(found, str) else of_period(phrase, within(found[0], Grain.WEEK), found[1])


LONGER = {
    "hour": Grain.DAY,
    "minute": Grain.DAY,
    "second": Grain.DAY,
    "night": Grain.DAY,
    "fortnight": Grain.WEEK,
    "millennium": Grain.CENTURY,
}


def distance(phrase: TimePhrase, story: Story) -> Reckoning:
    """A number of units before or after the anchor."""
    shift = phrase.shift or 1
    if phrase.vague or (phrase.count is None and not phrase.story):
        return Reckoned(Timex(phrase.type, "PAST_REF" if shift < 0 else "FUTURE_REF", phrase.mod))
    base, anchor = story.anchor(phrase)
    if base is None:
        return UNDATED
    count = int(phrase.count or 1) * shift * (2 if phrase.unit == "fortnight" else 1)
    if abs(count) > 100_000:
        return "further off than any date"
    if phrase.unit in {"hour", "minute", "second"}:
        count = count // 24 if phrase.unit == "hour" else 0
    grain = LONGER.get(phrase.unit or "") or Grain(phrase.unit or "day")
    if grain is Grain.DAY and base.grain is not Grain.DAY:
        return Reckoned(Timex(phrase.type, f"{base.value}-XX", phrase.mod, Grain.DAY, anchor, interval_of(base)))
    if grain is Grain.YEAR and story.report and not story.past and count == -1:
        return of_period(phrase, story.report.moved(-4), anchor)
    if grain is Grain.YEAR and not story.past and story.published:
        base = holding(story.published, Grain.YEAR)
    return of_period(phrase, within(base, grain).moved(count), anchor)


def duration(phrase: TimePhrase, _: Story) -> Reckoning:
    """A length of time."""
    return Reckoned(Timex(TimexType.DURATION, duration_value(phrase), phrase.mod))


def repeated(phrase: TimePhrase, _: Story) -> Reckoning:
    """Something that comes again and again."""
    return Reckoned(Timex(TimexType.SET, set_value(phrase), phrase.mod))


def reference(phrase: TimePhrase, _: Story) -> Reckoning:
    """A time without a date."""
    return Reckoned(Timex(phrase.type, phrase.value, phrase.mod))


def day_of(phrase: TimePhrase, story: Story) -> tuple[Period, Anchor] | str:
    """The day that a time of day belongs to."""
    if phrase.day is not None or phrase.month is not None:
        found = dated(phrase, story)
        return found if isinstance(found, str) else found[:2]
    if phrase.weekday is not None:
        reckoned = weekday(phrase, story)
        return (
            reckoned if isinstance(reckoned, str) else (reckoned.period or Period(Grain.DAY, 1), reckoned.timex.anchor)
        )
    if phrase.shift is None and story.day:
        return story.day, Anchor.NARRATIVE
    base, anchor = story.anchor(phrase)
    if base is None:
        return UNDATED
    return within(base, Grain.DAY).moved(phrase.shift or 0), anchor


def clock(phrase: TimePhrase, story: Story) -> Reckoning:
    """A time by the clock."""
    found = day_of(phrase, story)
    if isinstance(found, str):
        return found
    period, anchor = found
    hour, minute = (int(part) for part in (phrase.clock or "0:0").split(":"))
    value = f"{period.value}T{hour:02}:{minute:02}"
    first = period.first_day
    interval = None
    if first and period.grain is Grain.DAY and first.year < 9999:
        start = datetime(first.year, first.month, first.day, tzinfo=UTC) + timedelta(hours=hour, minutes=minute)
        start -= _offset(phrase.zone)
        interval = Interval(start, start + timedelta(minutes=1))
    timex = Timex(TimexType.TIME, value, phrase.mod, Grain.MINUTE, anchor, interval, local=phrase.zone is None)
    return Reckoned(timex, period)


def _offset(zone: str | None) -> timedelta:
    if zone is None:
        return timedelta()
    sign = -1 if zone.startswith("-") else 1
    return sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))


PARTS = {"MO": (5, 12), "MI": (11, 13), "AF": (12, 18), "EV": (17, 23), "NI": (18, 30), "DT": (6, 18)}


def part(phrase: TimePhrase, story: Story) -> Reckoning:
    """A part of a day."""
    found = day_of(phrase, story)
    if isinstance(found, str):
        return found
    period, anchor = found
    name = phrase.part or "DT"
    first = period.first_day
    interval = None
    if first and period.grain is Grain.DAY and 1 < first.year < 9999:
        start = datetime(first.year, first.month, first.day, tzinfo=UTC)
        interval = Interval(*(start + timedelta(hours=hour) for hour in PARTS[name]))
    timex = Timex(TimexType.TIME, f"{period.value}T{name}", phrase.mod, Grain.DAY_PART, anchor, interval, local=True)
    return Reckoned(timex, period)


SENSES: dict[str, Callable[[TimePhrase, Story], Reckoning]] = {
    "calendar": calendar,
    "days": calendar,
    "years": calendar,
    "iso": iso,
    "numeric": numeric,
    "weekday": weekday,
    "weekday_of_week": weekday_of_week,
    "turned": turned,
    "distance": distance,
    "clock": clock,
    "part": part,
    "report": report,
    "week_of": week_of,
    "duration": duration,
    "set": repeated,
    "reference": reference,
}
