"""Reads one amount told in parts: "4 hours and 28 minutes", "6-foot-8", "an hour and a half", "a mile or two"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from discrepancy.extract.quantities.amounts import Amount, Sighting
from discrepancy.extract.quantities.counts import counted_at
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.numbers import Number
from discrepancy.extract.quantities.reads import Read
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.units import Unit
from discrepancy.extract.quantities.words import HYPHENS, Words
from discrepancy.model import Figure, Modifier

_ARTICLES = frozenset(("a", "an", "one"))
_ADDED = frozenset(((), ("and",), (",",), (",", "and")))
_IN_PARTS = frozenset(("duration", "age", "length", "mass"))
_FOOT = Decimal(12)
"""The inches of a foot."""
_TALL = Decimal(10)
"""The feet from which on nobody gives the inches by a sign or a bare figure."""
_FOOT_SIGNS, _INCH_SIGNS = frozenset("'’′"), frozenset('"”″')
_AFTER_HEIGHT = frozenset(("and", "or", "but", "tall", "with", "who", "while", "when", "as", "at", "is", "was"))


def compounded(words: Words, reads: Sequence[Read], grammar: FigureGrammar) -> list[Read]:
    """*reads* with the parts of one amount made one: "4 hours and 28 minutes" is 268 minutes."""
    found: list[Read] = []
    for read in reads:
        whole = _whole(words, found[-1], read, grammar) if found else None
        if whole:
            found[-1] = whole
        else:
            found.append(read)
    return found


def _whole(words: Words, left: Read, right: Read, grammar: FigureGrammar) -> Read | None:
    """The amount that *left* and the smaller *right* make, in the unit of *right*."""
    one, two = left.figure, right.figure
    fits = words.low[left.end : right.start] in _ADDED and two.dimension in _IN_PARTS
    if not fits or one.dimension != ("duration" if two.dimension == "age" else two.dimension):
        return None
    if two.printed.modifier is not Modifier.EXACT or one.printed.modifier is Modifier.RANGE:
        return None
    ratio = _ratio(one.printed.unit, two.printed.unit, grammar)
    if not ratio or one.printed.lower is None or two.printed.lower is None or two.printed.lower >= ratio:
        return None
    if one.renderings[0].bounds or two.renderings[0].bounds:
        return None
    value = one.printed.lower * ratio + two.printed.lower
    printed = replace(two.printed, lower=value, upper=value, modifier=one.printed.modifier)
    rendering = replace(two.renderings[0], printed=printed, near=one.renderings[0].near)
    return replace(left, figure=Figure((rendering,), one.change, one.qualifier), end=right.end)


def _ratio(large: str, small: str, grammar: FigureGrammar) -> Decimal | None:
    """How many of the *small* unit make a *large* one, where that is a whole number above one."""
    scales = grammar.units.scales
    if large not in scales or small not in scales:
        return None
    ratio = scales[large] / scales[small]
    return Decimal(ratio.numerator) if ratio.denominator == 1 < ratio.numerator else None


def in_inches(words: Words, amount: Amount, unit: Unit, grammar: FigureGrammar) -> tuple[Amount, Unit] | None:
    """*amount* in feet with the inches that hang on: "6-foot-8", "a 5-foot-11-inch wall", "He is 6 foot 8."."""
    hung = words.text[unit.end] in HYPHENS and words.glued(unit.end + 1)
    if unit.name != "foot" or amount.high or (not hung and amount.low.value >= _TALL):
        return None
    inches = number_at(words, unit.end + hung, grammar.numerals)
    if inches is None or (not hung and not _ends_height(words, inches.end)):
        return None
    behind = inches.end + (words.text[inches.end] in HYPHENS)
    return _feet(amount, inches, behind + 1 if words.low[behind] in ("inch", "inches") else inches.end)


def _ends_height(words: Words, end: int) -> bool:
    """Does nothing stand at *end* that a figure before it could count?"""
    goes_on = words.is_word(end) or words.is_figure(end) or words.text[end] in HYPHENS | {"%", "/"}
    return not goes_on or words.low[end] in _AFTER_HEIGHT


def signed_height(words: Words, amount: Amount, grammar: FigureGrammar) -> tuple[Amount, Unit] | None:
    """*amount* in feet and inches by their signs: "5' 10""; the last may be left out where no space is: "5'10"."""
    at = amount.low.end
    if words.text[at] not in _FOOT_SIGNS or not words.glued(at) or amount.high or amount.low.value >= _TALL:
        return None
    inches = number_at(words, at + 1, grammar.numerals) if words.is_figure(at + 1) else None
    if inches is None:
        return None
    signed = words.text[inches.end] in _INCH_SIGNS and words.glued(inches.end)
    written_on = words.glued(at + 1) and not (words.glued(inches.end) and words.text[inches.end][0].isalnum())
    return _feet(amount, inches, inches.end + signed) if signed or written_on else None


def _feet(amount: Amount, inches: Number, end: int) -> tuple[Amount, Unit] | None:
    """*amount* in feet and *inches* as inches, if they are fewer than a foot has."""
    if not (inches.whole and amount.low.whole) or inches.value >= _FOOT or inches.vague:
        return None
    low = replace(inches, value=amount.low.value * _FOOT + inches.value, end=end)
    return replace(amount, low=low), Unit("inch", "length", end)


def part_more_at(words: Words, index: int, floor: int, grammar: FigureGrammar) -> Sighting | None:
    """An amount of one and a part at *index*: "an hour and a half", "a mile and a quarter"."""
    start, part = index - 4, grammar.numerals.fractions.get(words.low[index])
    if part is None or start < floor or words.low[index - 2 : index] != ("and", "a"):
        return None
    unit = _single(words, start, grammar)
    if unit is None:
        return None
    number = Number(1 + part, Decimal(0), index + 1, digits=False)
    return Sighting(Amount(number, start, floor), unit._replace(end=index + 1), start)


def or_two_at(words: Words, index: int, floor: int, grammar: FigureGrammar) -> Sighting | None:
    """One or a few more at *index*: "a mile or two", "a day or two"."""
    start = index - 3
    if start < floor or words.low[index - 1] != "or" or words.low[index] not in ("two", "three"):
        return None
    unit = _single(words, start, grammar)
    counted = (
        counted_at(words, start + 1, grammar, one=True) if unit is None and words.low[start] in _ARTICLES else None
    )
    if counted and counted.end == index - 1:
        unit = Unit(counted.noun, "count", index + 1)
    if unit is None:
        return None
    low = Number(Decimal(1), Decimal(1), index + 1, digits=False)
    high = replace(low, value=grammar.numerals.cardinals[words.low[index]])
    return Sighting(Amount(low, start, floor, high), unit._replace(end=index + 1), start)


def _single(words: Words, start: int, grammar: FigureGrammar) -> Unit | None:
    """The unit of one word behind the article at *start*: "an hour"."""
    found = grammar.units.names.at(words.low, start + 1) if words.low[start] in _ARTICLES else None
    single = found is not None and found[1] == start + 2 and found[0].dimension in ("duration", "length", "mass")
    return Unit(found[0].name, found[0].dimension, found[1]) if found and single else None
