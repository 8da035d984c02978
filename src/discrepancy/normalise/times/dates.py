"""Dates that name their place on the calendar."""

from dataclasses import replace
from datetime import MINYEAR, date, datetime, timedelta

from discrepancy.interval import Interval
from discrepancy.model import Anchor, Grain, TimePhrase, full_year
from discrepancy.normalise.times.periods import Period, holding, interval_of, within
from discrepancy.normalise.times.reckoning import NO_SUCH_DAY, UNDATED, Reckoning, of_period, spanning
from discrepancy.normalise.times.story import Story
from discrepancy.normalise.times.years import dated, in_year


def calendar(phrase: TimePhrase, story: Story) -> Reckoning:
    """A date in the terms of the calendar, its missing year or month taken from the story."""
    found = dated(phrase, story)
    if isinstance(found, str):
        return found
    period, anchor, misfit = found
    reckoned = of_period(phrase, period, anchor)
    if period.grain is Grain.WEEKEND:
        interval = spanning(reckoned.timex.interval, _holiday_of(phrase, period))
        return reckoned._replace(timex=replace(reckoned.timex, interval=interval))
    if not misfit or (anchor is Anchor.PUBLISHED and _is_far(period, story)):
        return reckoned
    return reckoned._replace(timex=replace(reckoned.timex, misfit=misfit))


def remembered(phrase: TimePhrase, story: Story) -> Reckoning:
    """A day that names what happened then, in the year that the text tells elsewhere; else in that just past or before.

    Months later, what a day without its year names may be of any year: "the Sept. 11 attacks".
    """
    if year := story.years.get((phrase.month, phrase.day)):
        return calendar(replace(phrase, year=year), story)
    found = dated(phrase, story)
    if isinstance(found, str) or found[1] is not Anchor.PUBLISHED or story.published is None:
        return calendar(phrase, story)
    period, anchor, _ = found
    if (period.first_day or date.min) > story.published:
        period = in_year(phrase, period.year - 1) or period
    reckoned = of_period(phrase, period, anchor)
    interval = reckoned.timex.interval
    if interval is None or story.published - (period.first_day or date.min) <= RECALLED:
        return reckoned
    return reckoned._replace(
        timex=replace(reckoned.timex, interval=replace(interval, lower=None), ambiguous=True), period=None
    )


RECALLED = timedelta(100)
"""How long before publication a day without its year is surely that of one year."""


def _holiday_of(phrase: TimePhrase, weekend: Period) -> Interval[datetime] | None:
    """The holiday that *phrase* names beside its *weekend*."""
    days = [in_year(replace(phrase, unit=None), year) for year in (weekend.year, weekend.year + 1)]
    near = min((day for day in days if day), key=lambda day: abs(day.index - within(weekend, Grain.DAY).index))
    return interval_of(near)


FAR = timedelta(60)
"""How far from publication a weekday that fits no year is no slip: the stamp may be wrong as well."""


def _is_far(period: Period, story: Story) -> bool:
    day = period.first_day
    return story.published is None or day is None or abs(day - story.published) > FAR


def ranged(phrase: TimePhrase, story: Story) -> Reckoning:
    """One end of a range of days or years, or a day between: its own value, the time of the whole."""
    reckoned = calendar(phrase, story)
    ends = [dated(_ending(phrase, end), story) for end in (phrase.since, phrase.until) if end is not None]
    if isinstance(reckoned, str):
        return reckoned
    own = reckoned.timex.interval
    whole = spanning(own, *(interval_of(end[0]) for end in ends if not isinstance(end, str)))
    return reckoned._replace(timex=replace(reckoned.timex, interval=whole, named=own))


def _ending(phrase: TimePhrase, end: int) -> TimePhrase:
    """*phrase* at the day or the year that ends its range."""
    return replace(phrase, day=end) if phrase.sense == "days" else replace(phrase, year=end)


def iso(phrase: TimePhrase, _: Story) -> Reckoning:
    """A date by ISO 8601, its parts joined by hyphens or by slashes."""
    day = _day(*map(int, phrase.value[:10].replace("/", "-").split("-")))
    return of_period(phrase, holding(day, Grain.DAY), Anchor.NONE) if day else NO_SUCH_DAY


def numeric(phrase: TimePhrase, story: Story) -> Reckoning:
    """A date in figures: in the order that fits, or the one that the text's other dates show."""
    first, second, year = numbers_of(phrase)
    by_day_first, by_month_first = _day(year, second, first), _day(year, first, second)
    if by_day_first and by_month_first and by_day_first != by_month_first:
        if story.day_first is None:
            return "day and month could be either way round"
        return of_period(phrase, holding(by_day_first if story.day_first else by_month_first, Grain.DAY), Anchor.NONE)
    day = by_day_first or by_month_first
    return of_period(phrase, holding(day, Grain.DAY), Anchor.NONE) if day else NO_SUCH_DAY


def numbers_of(phrase: TimePhrase) -> tuple[int, int, int]:
    """The three numbers of a date in figures, the year in full."""
    first, second, year = (int(part) for part in phrase.value.replace(".", "/").replace("-", "/").split("/"))
    return first, second, full_year(year)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def report(phrase: TimePhrase, story: Story) -> Reckoning:
    """The quarter reported on, or the same one of another year; the year where no quarter is told."""
    base, anchor = story.anchor(phrase)
    if base is None:
        return UNDATED
    if story.report is None:
        year = phrase.year if phrase.year is not None else base.year + (phrase.shift or 0)
        if phrase.shift == 0 and phrase.unit != "year":
            return of_period(phrase, within(base, Grain.QUARTER).moved(-1), anchor)
        return of_period(phrase, Period(Grain.YEAR, year), anchor)
    year = phrase.year if phrase.year is not None else story.report.year + (phrase.shift or 0)
    period = story.report.moved(4 * (year - story.report.year))
    if phrase.unit == "year":
        period = within(period, Grain.YEAR)
    return of_period(phrase, period, Anchor.NARRATIVE)


def quarter_ended(phrase: TimePhrase, last: Period, anchor: Anchor) -> Reckoning:
    """The three months up to *last*, by the name that the text gives them, else by that of the nearest quarter.

    The quarters of a fiscal year are those of no calendar: a fourth one may end in August.
    """
    end = interval_of(last)
    if end is None or end.upper is None or end.upper.year <= MINYEAR:
        return NO_SUCH_DAY
    nearest = holding((end.upper - QUARTER / 2).date(), Grain.QUARTER)
    named = Period(Grain.QUARTER, last.year * 4 + phrase.quarter - 1) if phrase.quarter else nearest
    reckoned = of_period(phrase, named, anchor)
    return reckoned._replace(timex=replace(reckoned.timex, interval=Interval(end.upper - QUARTER, end.upper)))


QUARTER = timedelta(92)
"""The days of a quarter at most."""


def week_of(phrase: TimePhrase, story: Story) -> Reckoning:
    """The week, or the weekend, of a day."""
    found = dated(phrase, story)
    grain = Grain.WEEKEND if phrase.unit == "weekend" else Grain.WEEK
    return found if isinstance(found, str) else of_period(phrase, within(found[0], grain), found[1])
