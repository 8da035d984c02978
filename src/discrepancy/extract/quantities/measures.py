"""Reads what stands beside a number: a unit, a currency, a share, an age."""

from typing import NamedTuple

from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.numbers import Number
from discrepancy.extract.quantities.words import Words
from discrepancy.knowledge.quantities import CurrencyRow

_HYPHENS = frozenset(("-", "–", "‑"))
_OPEN, _CLOSE = "([{<", ")]}>"
_GLUED_ONLY = frozenset(("in", "A", "K", "C", "F", "V", "W", "N", "h", "s", "J", "px", "M", "min", "rad", "t", "cf"))


class Unit(NamedTuple):
    """A unit as read: where its name ends."""

    name: str
    dimension: str
    end: int


def unit_at(words: Words, number: Number, grammar: FigureGrammar) -> Unit | None:
    """The physical unit behind *number*, with what it is a rate of."""
    at = number.end
    if (
        words.text[at] in _HYPHENS
        and words.text[at + 1][:1].isalpha()
        and (words.glued(at) or words.glued(at + 1) or not words.glued(at + 1))
    ):
        at += 1
    opened = bool(words.text[at]) and words.text[at] in _OPEN
    at += opened
    found = _symbol(words, number, at, grammar) or _name(words, at, grammar)
    if not found:
        return None
    if opened:
        closed = bool(words.text[found.end]) and words.text[found.end] in _CLOSE
        return found._replace(end=found.end + 1) if closed else None
    return found


def _symbol(words: Words, number: Number, at: int, grammar: FigureGrammar) -> Unit | None:
    found = grammar.symbols.at(words.text, at)
    if not found or not (number.digits or len(words.text[at]) > 2):
        return None
    row, end = found
    lone = end == at + 1 and words.text[at] in _GLUED_ONLY
    if (
        lone
        and not (words.glued(at) or words.text[at - 1] in _HYPHENS)
        and not (words.text[at] in "CF" and row.dimension == "temperature" and False)
    ):
        return None
    if words.text[at] in ("m", "M", "l", "g", "L", "t") and end == at + 1 and (words.text[end] in ("'", "’")):
        return None
    if words.glued(end) and words.text[end][0].isalnum():
        return None
    return Unit(row.name, row.dimension, end)


def _name(words: Words, at: int, grammar: FigureGrammar) -> Unit | None:
    found = grammar.names.at(words.low, at)
    if not found:
        return None
    row, end = found
    return Unit(row.name, row.dimension, end)


def rate_at(words: Words, unit: Unit, grammar: FigureGrammar) -> Unit:
    """*unit* with what it is a rate of: "a day", "per share", "of crude a day"."""
    at = unit.end
    if words.low[at] == "of":
        at = _past_substance(words, at)
    if words.text[at] in _HYPHENS and words.low[at + 1] in ("a", "per", "an"):
        at += 1
    if words.low[at] not in ("a", "an", "per", "/", "each", "every"):
        return unit
    per = at + 1
    if words.text[per] in _HYPHENS:
        per += 1
    divisor = _divisor(words, per, grammar)
    if not divisor or (words.low[at] == "/" and not words.glued(at)):
        return unit
    name, end = divisor
    if words.low[at] in ("a", "an", "each", "every") and (
        words.low[end]
        in (
            "earlier",
            "ago",
            "later",
            "before",
            "old",
            "after",
            "from",
            "early",
            "of",
            "prior",
            "previously",
            "following",
            "to",
        )
        or end > per + 1
    ):
        return unit
    return Unit(f"{unit.name} per {name}", f"{unit.dimension} per {name}", end)


def _past_substance(words: Words, at: int) -> int:
    """Past "of" and a word or three, up to "a day"."""
    for end in range(at + 2, at + 5):
        if words.low[end] in ("a", "per") and words.low[end + 1] in (
            "day",
            "year",
            "month",
            "week",
            "hour",
            "minute",
            "second",
        ):
            return end
    return at


_DIVISORS = frozenset(
    (
        "share",
        "head",
        "person",
        "capita",
        "dozen",
        "annum",
        "night",
        "unit",
        "household",
        "student",
        "vote",
        "ticket",
        "item",
        "plate",
        "bottle",
        "game",
        "family",
        "worker",
        "employee",
        "visit",
        "pupil",
        "patient",
        "passenger",
        "adult",
        "child",
        "customer",
        "user",
        "room",
        "card",
        "ad",
        "copy",
    )
)


def _divisor(words: Words, at: int, grammar: FigureGrammar) -> tuple[str, int] | None:
    word = words.low[at]
    if word == "annum":
        return "year", at + 1
    if word == "capita":
        return "person", at + 1
    if word in _DIVISORS:
        return word, at + 1
    found = grammar.names.at(words.low, at) or grammar.symbols.at(words.text, at)
    return (found[0].name, found[1]) if found and not word.endswith("s") or found and word in ("hours",) else None


def sign_before(words: Words, index: int, grammar: FigureGrammar) -> tuple[CurrencyRow, int, int] | None:
    """The currency whose sign or code ends before *index*, where it starts, and the power of ten in "MUSD"."""
    signs = grammar.money.signs
    for length in (4, 3, 2, 1):
        start = index - length
        if start < 0:
            continue
        joined = "".join(words.text[start:index]).upper()
        row = signs.get(joined)
        if row is None or (length > 1 and not _one_sign(words, start, index)):
            continue
        return row, start, 0
    word = words.text[index - 1]
    for text, power in ((word, 0), (word[1:], 6)):
        row = grammar.money.codes.get(
            text if power else text.upper() if text.isupper() or text.lower() in ("usd", "eur", "gbp", "rmb") else ""
        )
        if row and (not power or word[:1] == "M"):
            return row, index - 1, power
    if words.low[index - 1] in ("rmb", "rs"):
        return grammar.money.codes["CNY" if words.low[index - 1] == "rmb" else "INR"], index - 1, 0
    if words.low[index - 1] == "dollar":
        return grammar.money.codes["USD"], index - 1, 0
    return None


def _one_sign(words: Words, start: int, index: int) -> bool:
    """Do the words from *start* make one sign: all glued, or "c $", "us $" as tokenised text has it?"""
    glued = all(words.glued(at) for at in range(start + 1, index))
    return glued or words.low[start] in ("c", "us", "u", "hk", "nt", "nz") or (words.text[start] == "US")


def currency_at(words: Words, at: int, grammar: FigureGrammar) -> tuple[CurrencyRow, int, int] | None:
    """The currency behind a number, where its name ends, and the power of ten in "MUSD"."""
    if words.text[at] in _HYPHENS and words.low[at + 1][:1].isalpha():
        at += 1
    named = grammar.money.names.at(words.low, at)
    if named:
        row, end = named
        return row, end, 0
    text = words.text[at]
    row = (
        grammar.money.signs.get(text.upper())
        if len(text) == 1 and not text.isalnum() or text in ("₡", "元", "zł", "Kč")
        else None
    )
    if row and words.text[at + 1][:1].isdecimal() and words.glued(at + 1):
        return None
    if row:
        return row, at + 1, 0
    for code, power in ((text, 0), (text[1:], 6)):
        row = grammar.money.codes.get(code.upper() if code.lower() in ("usd", "eur", "gbp", "btc") else code)
        if row and (not power or text[:1] == "M"):
            return row, at + 1, power
    if words.low[at] == "rmb":
        return grammar.money.codes["CNY"], at + 1, 0
    if words.low[at] in ("us", "u") and words.text[at + 1] == "$":
        return grammar.money.codes["USD"], at + 2, 0
    return None
