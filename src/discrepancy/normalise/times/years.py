"""Dates of the calendar: which year, where none is said, and whether the weekday fits."""

from datetime import date

from discrepancy.model import WEEKDAYS, Anchor, Grain, Relation, TimePhrase
from discrepancy.normalise.times.holidays import falls_on
from discrepancy.normalise.times.periods import MONTHS, Period, holding, within
from discrepancy.normalise.times.reckoning import NO_SUCH_DAY, UNDATED
from discrepancy.normalise.times.story import Story

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

Dated = tuple[Period, Anchor, str]
"""A period, what it was counted from, and what is right where the weekday does not fit."""


def dated(phrase: TimePhrase, story: Story) -> Dated | str:
    """The period that the calendar fields of *phrase* name, or why there is none."""
    if phrase.year is not None:
        period = in_year(phrase, phrase.year)
        return (period, Anchor.NONE, misfit_of(phrase, period)) if period else NO_SUCH_DAY
    if phrase.century is not None:
        return Period(Grain.CENTURY, phrase.century), Anchor.NONE, ""
    if phrase.decade is not None:
        return Period(Grain.DECADE, phrase.decade), Anchor.NONE, ""
    base, anchor = story.anchor(phrase)
    if base is None or (story.published is None and not _goes_on(phrase, story)):
        return UNDATED
    period = _from_base(phrase, base, story)
    return (period, anchor, misfit_of(phrase, period)) if period else NO_SUCH_DAY


def _goes_on(phrase: TimePhrase, story: Story) -> bool:
    """May *phrase*, which lacks its year, be of the year told last, where no day of publication tells better?"""
    return phrase.story or (story.told_near and phrase.tense <= 0)


def _from_base(phrase: TimePhrase, base: Period, story: Story) -> Period | None:
    """The period that *phrase* names without its year."""
    if phrase.shift is not None:
        return in_year(phrase, base.year + phrase.shift)
    if (year := story.years.get((phrase.month, phrase.day))) and phrase.tense <= 0 and base.year - year <= 1:
        return in_year(phrase, year)
    if phrase.day is not None and phrase.month is None:
        month = within(base, Grain.MONTH)
        return _day(month.year, month.index % 12 + 1, phrase.day)
    return _nearest(phrase, base, story)


def in_year(phrase: TimePhrase, year: int) -> Period | None:
    """The period that *phrase* names in *year*."""
    if phrase.count is not None and phrase.weekday is not None and phrase.month is not None:
        return _nth(int(phrase.count), phrase.weekday, year, phrase.month)
    if phrase.holiday is not None:
        return _holiday(phrase.holiday, year, weekend=phrase.unit == "weekend")
    if phrase.month is not None and phrase.day is not None:
        return _day(year, phrase.month, phrase.day)
    for grain, part in (
        (Grain.MONTH, phrase.month),
        (Grain.SEASON, phrase.season),
        (Grain.QUARTER, phrase.quarter),
        (Grain.HALF, phrase.half),
    ):
        if part is not None:
            return Period(grain, year * (MONTHS[Grain.YEAR] // MONTHS[grain]) + part - 1)
    return Period(Grain.YEAR, year)


def _nth(count: int, weekday: int, year: int, month: int) -> Period | None:
    """The *count*-th day of a name in a month, the last where *count* is -1; None where it has not so many."""
    try:
        return holding(falls_on(f"{count} {WEEKDAYS[weekday - 1]} {month}", year), Grain.DAY)
    except (IndexError, ValueError):
        return None


def _holiday(rule: str, year: int, *, weekend: bool) -> Period | None:
    """The day that *rule* names, or the weekend next to it."""
    if not date.min.year < year < date.max.year:
        return None
    day = holding(falls_on(rule, year), Grain.DAY)
    early = day.index % 7 in EARLY_IN_WEEK
    return within(day.moved(-3 if early else 0), Grain.WEEKEND) if weekend else day


EARLY_IN_WEEK = frozenset({1, 2})
"""Monday and Tuesday, nearer to the weekend before."""


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        return holding(date(year, month, day), Grain.DAY)
    except ValueError:
        return None


def _nearest(phrase: TimePhrase, base: Period, story: Story) -> Period | None:
    """The year's period that fits the story best: the weekday, then the tense, then the distance decide."""
    options = [period for year in range(base.year - 1, base.year + 2) if (period := in_year(phrase, year))]
    if phrase.weekday is not None:
        fitting = [one for one in options if not misfit_of(phrase, one)]
        options = [one for one in fitting if not _is_against_tense(one, phrase, base)] or options
    return min(options, key=lambda one: _strain(one, phrase, base, story), default=None)


def _is_against_tense(option: Period, phrase: TimePhrase, base: Period) -> bool:
    """Does *option* lie far ahead of a day of which the text tells in the past, or far behind one still to come?"""
    if option.grain is not Grain.DAY or base.grain is not Grain.DAY:
        return False
    return phrase.tense * (option.index - base.index) < 0 and abs(option.index - base.index) > HALF_A_YEAR


HALF_A_YEAR = 200
"""How many days a day told with its weekday may lie on the wrong side of the tense: a stamp may be that wrong."""
OTHER_YEAR = 120
"""How many days a date of another year than the story's must be nearer by."""
UNTOLD_AHEAD = 60
"""How many days a date ahead must be nearer by where nothing tells that it lies ahead."""

WRONG_TENSE = 200
"""How many days a date against the tense must be nearer by."""

THEN = frozenset({Relation.IN, Relation.SINCE, Relation.ABOUT})
"""Relations of what a verb tells of to its own time: "expired before March" may lie well ahead of March."""
SOON, NEVER = 45, 10_000
"""How many days a date may lie ahead, by a late stamp, of which a verb just before tells as past; and too many."""


def _strain(option: Period, phrase: TimePhrase, base: Period, story: Story) -> int:
    """How little *option* suits."""
    ahead = (option.first_month - base.first_month) * 30
    if story.past or story.published is None:
        if base.grain in {Grain.YEAR, Grain.DECADE, Grain.CENTURY}:
            return abs(option.year - base.year)
        return abs(ahead) + (OTHER_YEAR if option.year != base.year else 0)
    if option.grain is Grain.DAY and base.grain is Grain.DAY:
        ahead = option.index - base.index
    if option.grain in {Grain.QUARTER, Grain.HALF}:
        return abs(ahead) + (WRONG_TENSE if ahead > 0 else 0)
    if phrase.tense == 0:
        return abs(ahead) + (UNTOLD_AHEAD if ahead > 0 else 0)
    if phrase.over and ahead > SOON and phrase.relation in THEN:
        return abs(ahead) + NEVER
    return abs(ahead) + (WRONG_TENSE if phrase.tense * ahead < 0 else 0)


def misfit_of(phrase: TimePhrase, period: Period) -> str:
    """What is right where the weekday of *phrase* is not that of *period*, in either calendar while there were two."""
    day = period.first_day
    if phrase.weekday is None or period.grain is not Grain.DAY or day is None or day.isoweekday() == phrase.weekday:
        return ""
    if day.year < LAST_OLD_STYLE and (day.isoweekday() + _days_behind(day) - phrase.weekday) % 7 == 0:
        return ""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year} was a {WEEKDAYS[day.isoweekday() - 1]}"


LAST_OLD_STYLE = 1924
"""The first year in which no state dated by the Julian calendar (Greece had changed in March 1923)."""


def _days_behind(day: date) -> int:
    """How many days later a date of the Julian calendar comes than the same date of the Gregorian one."""
    year = day.year - (day.month < 3)  # noqa: PLR2004 - the difference grows on the last day of February
    return year // 100 - year // 400 - 2
