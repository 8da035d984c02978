"""When days with a name fall."""

import calendar
from datetime import date, timedelta

from discrepancy.model import WEEKDAYS


def falls_on(rule: str, year: int) -> date:
    """The day of *year* that *rule* names.

    >>> falls_on("4 thursday 11", 2023), falls_on("easter -2", 2024), falls_on("12-25", 2022)
    (datetime.date(2023, 11, 23), datetime.date(2024, 3, 29), datetime.date(2022, 12, 25))
    """
    words = rule.split()
    if len(words) == 1:
        return date.fromisoformat(f"{year:04}-{rule}")
    if words[0] == "easter":
        return easter(year) + timedelta(int(words[1]))
    day = _nth(int(words[0]), WEEKDAYS.index(words[1].capitalize()), year, int(words[2]))
    return day + timedelta(int(words[3])) if len(words) > 3 else day  # noqa: PLR2004 - the fourth word is a distance


def _nth(count: int, weekday: int, year: int, month: int) -> date:
    """The *count*-th *weekday* of a month, the last where *count* is -1."""
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, days[count - 1 if count > 0 else count])


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, as printed in Nature, 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, extra = divmod(century, 4)
    epact = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * extra + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
