"""Dates printed about an article: in its dateline, its byline, or alone on a line near its head."""

import re
from datetime import UTC, date, datetime, time
from functools import cache

from discrepancy.model import Origin, Published

HEAD_LINES, HEAD_WIDTH = 12, 240  # where an article tells its date, and as much of a line as can be a dateline

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAY = r"\d{1,2}(?:st|[nr]d|th)?"
_DAY_FIRST, _MONTH_FIRST = rf"{_DAY}\s{{1,3}}{_MONTH}", rf"{_MONTH}\s{{1,3}}{_DAY}"
_DATE = rf"(?:(?:{_DAY_FIRST}|{_MONTH_FIRST}),?\s{{1,3}}\d{{4}}|\d{{4}}[-/]\d{{2}}[-/]\d{{2}})\b"
_CLOCK = r"\d{1,2}[:.]?\d{2}\b|[ap]\.?m\b\.?|(?-i:[A-Z]{2,4}\b)"
_BESIDE = rf"(?:(?!{_DATE})(?:[\s:,|()–—-]|\b(?:on|at)\b|{_WEEKDAY}|{_CLOCK})){{0,16}}+"  # never gives back: linear
_LABEL = r"(?:(?:first\s|last\s)?(?:published|posted|updated|modified|issued|released|filed)|date|dated)\b"
_AGENCY = r"\((?-i:[A-Z])[\w ./-]{1,30}\)"
_PLACE = r"(?-i:[A-Z])[\w.'’ -]{1,30}(?:,\s?[\w.'’ -]{1,30}){0,2}?"
_NAMED = r"(?-i:[A-Z])[\w.'’-]{0,20}(?:\s(?-i:[A-Z])[\w.'’-]{0,20}){0,3}"
_CAPITALS = r"(?-i:[A-Z][A-Z.'’ -]{2,40})(?:,\s?[\w.'’ -]{1,30}){0,2}?"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("DATE", rf"(?P<date>{_DATE})"), re.IGNORECASE)


@cache
def _at_the_head() -> tuple[re.Pattern[str], ...]:
    """The forms of a date on the first line, compiled when first needed."""
    return (
        _form(rf"(?:^|[|·•–—(/]\s{{0,3}}|\s-\s){_LABEL}{_BESIDE}DATE"),  # Published: 3 June 2019
        _form(rf"^{_BESIDE}DATE{_BESIDE}$"),  # Monday, 3 June 2019, 10:30
        _form(rf"^{_CAPITALS},?\s{{1,3}}DATE\s?(?:{_AGENCY}|[-–—:]|$)"),  # LISBON, June 3, 2019 -
        _form(
            rf"^{_PLACE},?\s{{1,3}}\w{{1,9}}\.?\s\w{{1,9}}\.?\s?{_AGENCY}\sDATE\s?(?:[-–—:]|$)"
        ),  # …, June 3 (AFP) June 3, 2019
        _form(rf"^{_PLACE},?\s{{1,3}}DATE\s?{_AGENCY}"),  # Lisbon, June 3, 2019 (Reuters)
        _form(rf"^{_NAMED},\s{{1,3}}DATE\.?$"),  # Coast Radio, June 3, 2019
    )


@cache
def _below_the_head() -> tuple[re.Pattern[str], ...]:
    """Those of a date on the lines that follow."""
    return (
        *_at_the_head(),
        _form(rf"(?:[|·•–—]|\s-\s|^by\s[^|·•–—]{{1,60}}[\s,]){_BESIDE}DATE{_BESIDE}$"),  # By A. Writer | June 3, 2019
        _form(rf"^{_BESIDE}DATE{_BESIDE}(?:[|·•–—]|\s-\s|\bby\s)"),  # June 3, 2019 | By A. Writer
    )


def dateline(text: str) -> Published | None:
    r"""The day on which an article says, near its head, that it appeared; a date in its sentences is not one.

    >>> dateline("A bridge opens\nPublished: 3 June 2019\n\nThe bridge…").time.isoformat()
    '2019-06-03T00:00:00+00:00'
    """
    head = text[: HEAD_LINES * HEAD_WIDTH * 2].splitlines()
    lines = [line.strip()[:HEAD_WIDTH] for line in head if line.strip()][:HEAD_LINES]
    for place, line in enumerate(lines):
        day = _day_in(line, _at_the_head() if place == 0 else _below_the_head())
        if day:
            return Published(datetime.combine(day, time(), UTC), "day", Origin.DATELINE)
    return None


def date_of(text: str) -> date | None:
    """The day that *text* is.

    >>> date_of("June 3rd, 2019"), date_of("3 June")
    (datetime.date(2019, 6, 3), None)
    """
    if not re.fullmatch(_DATE, text, re.IGNORECASE):
        return None
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    word = re.search(r"[A-Za-z]{3,}", re.sub(r"\d(?:st|[nr]d|th)", "", text, flags=re.IGNORECASE))
    month = _MONTHS.index(word[0][:3].lower()) + 1 if word else numbers.pop(1)
    year, day = (numbers[1], numbers[0]) if word else (numbers[0], numbers[1])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_in(line: str, forms: tuple[re.Pattern[str], ...]) -> date | None:
    """The first true date that a form finds in *line*."""
    matches = (form.search(line) for form in forms)
    return next((day for match in matches if match and (day := date_of(match["date"]))), None)
