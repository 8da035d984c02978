"""What a text as a whole shows of its dates: history or news, a stamp to doubt, the order of figures."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import takewhile

from discrepancy.model import Document, TimePhrase
from discrepancy.normalise.times.dates import numbers_of
from discrepancy.normalise.times.story import Story
from discrepancy.normalise.times.years import in_year, misfit_of
from discrepancy.toolbox import Toolbox

LONG_AGO = 3
"""How many years before publication a date belongs to history."""

FEWEST_YEARS, MANY_YEARS = 4, 12
"""How many years a history names; from how many on they need only lie before the year of publication."""

LEAD = 6
"""How many of its first times a report needs to show that it is news."""

COUNTED_SENSES = frozenset({"turned", "clock", "part"})
LONG_UNITS = frozenset({"year", "decade", "century"})

MONTHS_IN_FIGURES = 12


def story_of(document: Document, phrases: Sequence[TimePhrase], toolbox: Toolbox) -> Story:
    """The story of *document* before its first word."""
    stamp = document.published
    published = stamp.time.date() if stamp else None
    past = published is not None and _is_history(published, phrases)
    return Story(
        published,
        toolbox.date_of,
        moment=stamp.time if stamp and stamp.precision != "day" else None,
        past=past,
        years={} if past or published is None else _years_of_days(published, phrases),
        doubtful=published is not None and _is_doubtful(published, phrases),
        day_first=_day_first(phrases),
    )


def _is_history(published: date, phrases: Sequence[TimePhrase]) -> bool:
    """Do the dates lie years before *published*, with hardly a "Monday" among them, and none at first?"""
    years = [phrase.year for phrase in phrases if phrase.year is not None]
    recent = published.year - (0 if len(years) >= MANY_YEARS else LONG_AGO)
    before = sum(year < recent for year in years)
    if before < FEWEST_YEARS or before * 10 < len(years) * 6 or any(map(_is_nearby, phrases[:LEAD])):
        return False
    if any(phrase.sense == "clock" for phrase in takewhile(lambda phrase: phrase.year is None, phrases[:LEAD])):
        return False  # a clock of no day that is told is one of the day of publication
    return sum(map(_is_nearby, phrases)) * 4 < len(years)


def _is_nearby(phrase: TimePhrase) -> bool:
    """Is *phrase* counted from the day of publication: "Monday", "last week", "this morning"?"""
    if phrase.weekday is not None:
        return phrase.day is None and phrase.sense != "set"
    counted = phrase.sense in COUNTED_SENSES and phrase.shift is not None and not phrase.story
    return counted and not (phrase.shift == 0 and phrase.unit in LONG_UNITS)  # "the year" may be any


def _is_doubtful(published: date, phrases: Sequence[TimePhrase]) -> bool:
    """Does the text contradict *published*: by its dates, or by the weekdays of dates that lack a year?"""
    return _is_old(published, phrases) or _has_other_weekdays(published, phrases)


def _has_other_weekdays(published: date, phrases: Sequence[TimePhrase]) -> bool:
    """Do the weekdays of several dates fit no year near *published*, and those of none do?"""
    dates = {
        (phrase.weekday, phrase.month, phrase.day): any(_fits(phrase, published.year + by) for by in (-1, 0, 1))
        for phrase in phrases
        if phrase.weekday and phrase.month and phrase.day and phrase.year is None
    }
    return len(dates) >= FEWEST_DAYS and not any(dates.values())


def _fits(phrase: TimePhrase, year: int) -> bool:
    """Is the weekday of *phrase* right in *year*?"""
    period = in_year(phrase, year)
    return period is not None and not misfit_of(phrase, period)


def _is_old(published: date, phrases: Sequence[TimePhrase]) -> bool:
    """Do all years, and days told in full, lie in one stretch that ended long before *published*?

    One old day is background, as any report has it; two within weeks of each other are the story.
    """
    years = [phrase.year for phrase in phrases if phrase.year is not None]
    days = [day for phrase in phrases if (day := _full_day(phrase))]
    return (
        len(set(days)) >= FEWEST_DAYS
        and max(days) - min(days) <= STRETCH
        and max(years) <= max(days).year
        and published - max(days) > LONG_PAST
        and any(map(_is_nearby, phrases))
    )


FEWEST_DAYS = 2
STRETCH, LONG_PAST = timedelta(60), timedelta(300)
"""How long the days of one story take up at most, and how long ago no report calls a day "Sunday"."""


def _full_day(phrase: TimePhrase) -> date | None:
    """The day that *phrase* tells with its year."""
    if phrase.year is None or phrase.month is None or phrase.day is None:
        return None
    period = in_year(phrase, phrase.year)
    return period.first_day if period else None


def _years_of_days(published: date, phrases: Sequence[TimePhrase]) -> dict[tuple[int | None, int | None], int]:
    """The year of each day that *phrases* tell in full with one year alone, none after that of publication."""
    years: dict[tuple[int | None, int | None], set[int]] = {}
    for phrase in phrases:
        if phrase.year is not None and phrase.month and phrase.day:
            years.setdefault((phrase.month, phrase.day), set()).add(phrase.year)
    return {day: min(told) for day, told in years.items() if len(told) == 1 and min(told) <= published.year}


def _day_first(phrases: Sequence[TimePhrase]) -> bool | None:
    """The order that the dates in figures show where only one can be meant, None where they show none or both."""
    numbers = [numbers_of(phrase) for phrase in phrases if phrase.sense == "numeric"]
    day_first = any(first > MONTHS_IN_FIGURES >= second for first, second, _ in numbers)
    month_first = any(second > MONTHS_IN_FIGURES >= first for first, second, _ in numbers)
    return None if day_first == month_first else day_first
