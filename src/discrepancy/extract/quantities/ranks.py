"""Reads ordinals that count or rank: "the 80th anniversary", "the second-largest town"."""

from decimal import Decimal

from discrepancy.extract.quantities.amounts import Amount, Sighting
from discrepancy.extract.quantities.counts import counted_at
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.numbers import LONGEST, Number
from discrepancy.extract.quantities.units import Unit
from discrepancy.extract.quantities.words import HYPHENS, Words

_SUFFIXES = frozenset(("st", "nd", "rd", "th"))


def rank_at(words: Words, index: int, floor: int, grammar: FigureGrammar) -> Sighting | None:
    """The rank at *index*, where something ranked follows it."""
    number = _ordinal(words, index, grammar)
    if number is None:
        return None
    at = number.end + (words.text[number.end] in HYPHENS)
    amount = Amount(number, index, floor)
    if words.low[at] in grammar.numerals.ranked:
        return Sighting(amount, Unit(words.low[at], "rank", at + 1), index)
    if not (words.low[at].endswith("st") and words.low[at] in grammar.nouns.superlative):
        return None
    counted = counted_at(words, at, grammar, one=True)
    more = counted_at(words, at + 1, grammar, one=True) if counted and counted.end == at + 1 else None
    plain = grammar.nouns.superlative[words.low[at]]
    noun, end = (
        (f"{plain} {more.noun}", more.end) if more else (counted.noun, counted.end) if counted else (plain, at + 1)
    )
    return Sighting(amount, Unit(noun, "rank", end), index)


def _ordinal(words: Words, index: int, grammar: FigureGrammar) -> Number | None:
    worth = grammar.numerals.ranks.get(words.low[index])
    if worth is not None:
        return Number(worth, Decimal(1), index + 1, digits=False)
    text = words.text[index]
    suffixed = words.low[index + 1] in _SUFFIXES and words.glued(index + 1)
    if not (suffixed and text.isdecimal() and len(text) < LONGEST):
        return None
    return Number(Decimal(int(text)), Decimal(1), index + 2)
