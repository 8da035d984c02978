"""What the words of a form say: the fields of a phrase."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from discrepancy.extract.times.numbers import number_of, spoken_year_of
from discrepancy.extract.times.patterns import Form
from discrepancy.extract.times.words import Lexicon
from discrepancy.model import TimePhrase, TimexType

_DIGITS = re.compile("[0-9]+")
_CLOCK = re.compile(r"([0-9]{1,2})[:.]?([0-9]{2})?")
_NOON = 12


def phrase_of(form: Form, texts: Sequence[str], found: re.Match[str], lexicon: Lexicon) -> TimePhrase:
    """The phrase that *form* reads in *texts*, where it *found* itself."""
    said: dict[str, Any] = dict(form.row.set)
    for role, categories in form.roles.items():
        start, end = found.span(role)
        if start >= 0 and end > start:
            said[role.rstrip("_")] = _said(texts[start:end], categories, lexicon)
    fields: dict[str, Any] = {}
    for role, text in said.items():
        name, read = READERS.get(role, (role, _as_is))
        fields[name] = read(text)
    return _settled(form, fields, said)


def _said(texts: Sequence[str], categories: tuple[str, ...], lexicon: Lexicon) -> Any:  # noqa: ANN401 - a number or a text
    if categories[0] in PARTS:
        return PARTS[categories[0]](texts, lexicon)
    for text in texts:
        meaning = lexicon.meaning(text, categories)
        if meaning is not None:
            return meaning
    return "".join(texts)


PARTS = {"@count": number_of, "@spoken_year": spoken_year_of}


def _settled(form: Form, fields: dict[str, Any], said: dict[str, Any]) -> TimePhrase:
    """The phrase of *fields*, those that depend on each other put in order."""
    year, era = fields.get("year"), fields.pop("era", None)
    if era == "BC":
        for name, last in (("year", 1), ("century", -1), ("decade", -1)):
            if fields.get(name) is not None:
                fields[name] = last - fields[name]
    short = fields.pop("short_year", None)
    if short is not None:
        fields["year"] = short + (2000 if short <= SHORT_YEARS_OF_2000 else 1900)
    meridiem = fields.pop("meridiem", None)
    if fields.get("clock"):
        fields["clock"] = _clock(fields["clock"], meridiem)
    second, meridiem, zone = (fields.pop(name, None) for name in ("other", "other_meridiem", "other_zone"))
    if second is not None:
        fields["other"] = (_clock(second, meridiem), zone)
    other = fields.pop("until_year", None)
    if other is not None and year is not None:
        fields["until"] = other if other > 99 else year - year % 100 + other  # noqa: PLR2004 - two figures
    if "story_shift" in fields:
        fields |= {"shift": fields.pop("story_shift"), "story": True}
    fields.pop("upto", None)
    if fields.pop("half_more", None) and fields.get("count") is not None:
        fields["count"] += Decimal("0.5")
    more = fields.pop("more_count", None), fields.pop("more_unit", None)
    if more[0] is not None and more[1] is not None:
        fields["more"] = more
    return TimePhrase(form.row.sense, TimexType(form.row.type), **fields)


SHORT_YEARS_OF_2000 = 40


def _clock(text: str, meridiem: str | None) -> str:
    """`hh:mm` on the day's clock."""
    found = _CLOCK.match(text)
    if found is None:
        return text
    hour = int(found[1])
    half = meridiem or ("pm" if text[-2:].lower() == "pm" else "am" if text[-2:].lower() == "am" else None)
    if half == "pm" and hour < _NOON:
        hour += _NOON
    if half == "am" and hour == _NOON:
        hour = 0
    return f"{hour:02}:{found[2] or '00'}"


def _as_is(text: Any) -> Any:  # noqa: ANN401 - a role's own value
    return text


def _first_number(text: str | Decimal) -> int:
    if isinstance(text, Decimal):
        return int(text)
    found = _DIGITS.search(text)
    return int(found[0][:9]) if found else 0


def _decade(text: str) -> int:
    number = _first_number(text)
    return number // 10 if number > 99 else 190 + number // 10  # noqa: PLR2004 - two figures


def _yes(_: str) -> bool:
    return True


def _count(value: Any) -> Decimal:  # noqa: ANN401 - a number, or its text in a table
    return Decimal(value)


READERS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "year": ("year", _first_number),
    "short_year": ("short_year", _first_number),
    "until_year": ("until_year", _first_number),
    "century": ("century", lambda text: _first_number(text) - 1),
    "decade": ("decade", _decade),
    "half": ("half", _first_number),
    "quarter": ("quarter", _first_number),
    "season": ("season", _first_number),
    "month": ("month", _first_number),
    "day": ("day", _first_number),
    "until_day": ("until", _first_number),
    "weekday": ("weekday", _first_number),
    "fiscal": ("fiscal", _yes),
    "vague": ("vague", _yes),
    "count": ("count", _count),
    "more_count": ("more_count", _count),
    "shift": ("shift", int),
    "near": ("shift", int),
    "story_shift": ("story_shift", int),
    "upto": ("upto", _count),
    "iso": ("value", _as_is),
    "numeric": ("value", _as_is),
    "rate": ("value", _as_is),
    "mod": ("mod", lambda text: text or None),
}
