"""Reads the unit behind a number, and what it is a rate of."""

from typing import NamedTuple

from discrepancy.extract.quantities.codes import strung
from discrepancy.extract.quantities.counts import counted_at
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.numbers import Number
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.words import HYPHENS, Words

_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_TIGHT = frozenset(
    ("in", "A", "K", "C", "F", "V", "W", "N", "h", "s", "J", "M", "rad", "t", "cf", "AU", "MP", "min", "pt")
)
"""Symbols that are words or initials too, unless written on to the figure."""
_POWERS = frozenset("23")
_ARTICLES = frozenset(("a", "an", "each", "every"))
_FEET = frozenset(("ft", "feet", "foot"))
_LONG_WAY = 4
_TEN = 10
"""The least number that an amount is told per."""
_LONGEST_SYMBOL, _SHORT = 8, 2
_SYMBOLIC = frozenset("/·²³")


class Unit(NamedTuple):
    """A unit as read, and where its name ends."""

    name: str
    dimension: str
    end: int


def unit_at(words: Words, number: Number, grammar: FigureGrammar) -> Unit | None:
    """The physical unit behind *number*."""
    at = number.end
    if words.low[at] == "x" and words.glued(at) and number.digits:
        return Unit("count", "factor", at + 1)
    if number.fraction and _is_ordinal(words, at, grammar):
        return None
    if words.text[at] in HYPHENS and words.is_word(at + 1):
        at += 1
        if words.low[at] == "time" and not number.fraction:
            return Unit("count", "factor", at + 1)
    if number.fraction:
        at += words.low[at] == "of"
        at += words.low[at] in ("a", "an")
    close = _BRACKETS.get(words.text[at])
    if close:
        found = _symbol(words, number, at + 1, grammar) or _name(words, at + 1, grammar)
        return found._replace(end=found.end + 1) if found and words.text[found.end] == close else None
    known = _symbol(words, number, at, grammar) or _name(words, at, grammar)
    return known or _inches(words, number) or _foreign(words, at, grammar)


def _is_ordinal(words: Words, at: int, grammar: FigureGrammar) -> bool:
    """Is the fraction that ends at *at* an ordinal: "for a third day", but not "a third of a mile"?"""
    ordinal = words.low[at - 1] in grammar.numerals.ranks and words.low[at - 2] in _ARTICLES
    return ordinal and words.low[at] != "of"


def _foreign(words: Words, at: int, grammar: FigureGrammar) -> Unit | None:
    """A unit in symbols that no table has, by its text: "cd/m²"."""
    end = at + 1
    while words.glued(end) and end < at + _LONGEST_SYMBOL:
        end += 1
    text = "".join(words.text[at:end]).rstrip(".,;:)")
    symbolic = words.is_word(at) and not _SYMBOLIC.isdisjoint(text)
    return Unit(text, "measured", end) if symbolic and grammar.measure_of(text) else None


def unit_before(words: Words, start: int, end: int, grammar: FigureGrammar) -> Unit | None:
    """The unit that stands before its figure: "magnitude 6.4"."""
    start -= words.low[start - 1] == "of" or words.text[start - 1] in HYPHENS
    row = grammar.units.leading.get(words.low[start - 1])
    return Unit(row.name, row.dimension, end) if row else None


def _symbol(words: Words, number: Number, at: int, grammar: FigureGrammar) -> Unit | None:
    found = grammar.units.symbols.at(words.text, at)
    if not found or not (number.digits or len(words.text[at]) > _SHORT):
        return None
    row, end = found
    if words.text[end - 1] in _POWERS and not words.glued(end - 1):
        alone = grammar.units.symbols.at((words.text[at],), 0)
        row, end = (alone[0], at + 1) if alone else found
    if end == at + 1 and not _stands_well(words, number, at):
        return None
    coded = words.text[end] in HYPHENS and words.glued(end) and words.is_figure(end + 1)
    written_on = words.glued(end) and words.text[end][0].isalnum()
    return None if coded or written_on else Unit(row.name, row.dimension, end)


def _stands_well(words: Words, number: Number, at: int) -> bool:
    """Is the symbol at *at* none of another word's letters: "12in", "5 ft 2 in", but not "5 in May"?"""
    if words.text[at + 1] in ("'", "’"):
        return False
    near = words.glued(at) or words.text[at - 1] in HYPHENS or words.low[number.end - 2] in _FEET
    return near or words.text[at] not in _TIGHT


def _name(words: Words, at: int, grammar: FigureGrammar) -> Unit | None:
    found = grammar.units.names.at(words.low, at)
    return Unit(found[0].name, found[0].dimension, found[1]) if found else None


def _inches(words: Words, number: Number) -> Unit | None:
    """The sign of inches or feet before what it measures: '10" long'."""
    sign = words.text[number.end]
    if sign not in ('"', "″", "”") or words.low[number.end + 1] not in (
        "long",
        "tall",
        "wide",
        "high",
        "deep",
        "thick",
    ):
        return None
    return Unit("inch", "length", number.end + 1)


def rate_at(words: Words, unit: Unit, grammar: FigureGrammar) -> Unit:
    """*unit* with what it is a rate of: "a day", "per share", "of crude a day"."""
    at = unit.end
    if words.low[at] == "of":
        at = _past_substance(words, at, grammar)
    at += words.text[at] in HYPHENS and words.low[at + 1] in ("a", "per", "an")
    link = words.low[at]
    if link not in ("per", "/") and link not in _ARTICLES:
        return unit
    per = at + 1 + (words.text[at + 1] in HYPHENS)
    many = _many_at(words, per, grammar) if link == "per" else None
    if many:
        return Unit(f"{unit.name} per {many[0]}", f"{unit.dimension} per {many[0]}", many[1])
    divisor = _divisor(words, per, grammar, symbols=link in ("per", "/"))
    if not divisor or (link == "/" and not strung(words, unit.end - 1, per + 1)):
        return unit
    name, end = divisor
    timed = name in grammar.units.periods and words.low[end] in grammar.units.no_rates
    if link in _ARTICLES and (timed or end > per + 1):
        return unit
    return Unit(f"{unit.name} per {name}", f"{unit.dimension} per {name}", end)


def _many_at(words: Words, at: int, grammar: FigureGrammar) -> tuple[str, int] | None:
    """What an amount is told per, where that is more than one: "100,000 people"; and where it ends."""
    number = number_at(words, at, grammar.numerals)
    if number is None or not number.whole or number.vague or number.value < _TEN:
        return None
    measured = _symbol(words, number, number.end, grammar) or _name(words, number.end, grammar)
    if measured:
        return f"{number.value:,f} {measured.name}", measured.end
    counted = counted_at(words, number.end, grammar, one=False)
    return (f"{number.value:,f} {counted.noun}", counted.end) if counted else (f"{number.value:,f}", number.end)


def _past_substance(words: Words, at: int, grammar: FigureGrammar) -> int:
    """Past "of" and a word or three, where "a day" follows."""
    for end in range(at + 2, at + 2 + _LONG_WAY):
        if words.low[end] in ("a", "per") and words.low[end + 1] in grammar.units.periods:
            return end
    return at


def _divisor(words: Words, at: int, grammar: FigureGrammar, *, symbols: bool) -> tuple[str, int] | None:
    """What is measured per at *at*; *symbols* count only where no word is meant ("$20 each in May")."""
    word = grammar.units.divisors.get(words.low[at])
    if word:
        return word, at + 1
    found = grammar.units.names.at(words.low, at)
    if found and not words.low[at].endswith("s"):
        return found[0].name, found[1]
    found = grammar.units.symbols.at(words.text, at) if symbols else None
    return (found[0].name, found[1]) if found else None
