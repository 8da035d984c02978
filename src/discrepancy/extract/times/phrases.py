"""What the words of a form say: the fields of a phrase."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from discrepancy.extract.times.clocks import clock_of, spoken_clock
from discrepancy.extract.times.numbers import number_of, spoken_year_of
from discrepancy.extract.times.words import Lexicon
from discrepancy.model import TimePhrase, TimexType, full_year

_DIGITS = re.compile("[0-9]{1,9}")

HUNDRED = 100

WHOLE: Mapping[str, Callable[[Sequence[str], Lexicon], Decimal]] = {"@count": number_of, "@spoken_year": spoken_year_of}
"""Parts whose words are read together."""


def role_of(name: str) -> str:
    """The role that *name* stands for: a pattern that has it twice adds underscores, since groups have one name."""
    return name.rstrip("_")


def phrase_of(sense: str, kind: str, said: Mapping[str, Any]) -> TimePhrase:
    """The phrase that the roles in *said* make up."""
    fields = {role: READERS.get(role, _as_is)(text) for role, text in said.items()}
    for settle in SETTLED:
        settle(fields)
    return TimePhrase(sense, TimexType(kind), **fields)


def said_by(texts: Sequence[str], categories: Sequence[str], lexicon: Lexicon) -> Any:  # noqa: ANN401 - a number or a text
    """What *texts* say in a role of *categories*."""
    if categories[0] in WHOLE:
        return WHOLE[categories[0]](texts, lexicon)
    meanings = (lexicon.meaning(text, categories) for text in texts)
    return next((meaning for meaning in meanings if meaning is not None), "".join(texts))


def _as_is(text: Any) -> Any:  # noqa: ANN401 - a role's own value
    return text


def whole(text: str | Decimal) -> int:
    """The first number in *text*."""
    if isinstance(text, Decimal):
        return int(text)
    found = _DIGITS.search(text)
    return int(found[0]) if found else 0


def _short_year(text: str) -> int:
    """The year that the last two figures of *text* name, or all four."""
    return full_year(whole(text))


def _decade(text: str) -> int:
    number = whole(text)
    return number // 10 if number >= HUNDRED else 190 + number // 10


READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(
        ("year", "until_year", "half", "quarter", "season", "month", "day", "until_day", "weekday", "past", "lacking"),
        whole,
    ),
    **dict.fromkeys(("shift", "story_shift", "near", "tense"), int),
    **dict.fromkeys(("count", "more_count"), Decimal),
    **dict.fromkeys(("vague", "half_more", "fiscal", "torn"), bool),
    "short_year": _short_year,
    "century": lambda text: whole(text) - 1,
    "decade": _decade,
    "mod": lambda text: text or None,
    "tip": lambda text: text or None,
}
"""How the text of each role is read; others stand as they are."""

LISTED = "listed"
"""The role of the days between the first and the last of a list, each of which is a time of its own."""

ROLES = frozenset(TimePhrase.__dataclass_fields__) | READERS.keys() | {"era", "meridiem", "iso", "numeric", "rate"}
ROLES |= {"other_meridiem", "other_zone", "more_unit", "past", "lacking", LISTED}
"""All roles that a pattern may speak of."""


def _settle_year(fields: dict[str, Any]) -> None:
    if "short_year" in fields:
        fields["year"] = fields.pop("short_year")
    if fields.pop("era", None) == "BC":
        for name, last in (("year", 1), ("until_year", 1), ("century", -1), ("decade", -1)):
            if name in fields:
                fields[name] = last - fields[name]
    other = fields.pop("until_year", None)
    if other is not None:
        year = fields["year"]
        fields["until"] = other if other >= HUNDRED or other <= 0 else year - year % HUNDRED + other
    if "until_day" in fields:
        fields["until"] = fields.pop("until_day")


def _settle_clock(fields: dict[str, Any]) -> None:
    meridiem = fields.pop("meridiem", None)
    past, lacking = fields.pop("past", 0), fields.pop("lacking", 0)
    if past or lacking:
        fields["clock"] = spoken_clock(fields["clock"], past - lacking)
    if "clock" in fields:
        fields["clock"] = clock_of(fields["clock"], meridiem)
    second, meridiem, zone = (fields.pop(name, None) for name in ("other", "other_meridiem", "other_zone"))
    if second is not None:
        fields["other"] = (clock_of(second, meridiem), zone)


def _settle_shift(fields: dict[str, Any]) -> None:
    if "near" in fields:
        fields["shift"] = fields.pop("near")
    if "story_shift" in fields:
        fields |= {"shift": fields.pop("story_shift"), "story": True}


def _settle_edge(fields: dict[str, Any]) -> None:
    if "tip" in fields:
        fields |= {"mod": fields["tip"], "tip": True}


def _settle_count(fields: dict[str, Any]) -> None:
    if fields.pop("half_more", None) and "count" in fields:
        fields["count"] += Decimal("0.5")
    more = fields.pop("more_count", None), fields.pop("more_unit", None)
    if None not in more:
        fields["more"] = more


def _settle_value(fields: dict[str, Any]) -> None:
    for name in ("iso", "numeric", "rate"):
        if name in fields:
            fields["value"] = fields.pop(name)


SETTLED: Sequence[Callable[[dict[str, Any]], None]] = (
    _settle_year,
    _settle_clock,
    _settle_shift,
    _settle_edge,
    _settle_count,
    _settle_value,
)
"""What puts roles that depend on each other into the fields of a phrase."""
