"""Reads of which year's prices an amount is told: "in 1980 dollars", "at 2015 prices", "in today's money"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.reads import Read
from discrepancy.extract.quantities.words import Words

_YEAR, _YEARS = 4, range(1500, 2101)
_LINKS = frozenset(("in", "at"))
_FAR = 8
"""How many words behind an amount its prices may be told: "$5 million to build, in 1980 dollars"."""


class Prices(NamedTuple):
    """Of which year prices are told ("1980", "today's"), and where the words that say so end."""

    year: str
    end: int


def prices_at(words: Words, index: int, grammar: FigureGrammar) -> Prices | None:
    """The prices that "in" or "at" at *index* leads to."""
    if words.low[index] not in _LINKS:
        return None
    at = index + 1 + (words.low[index + 1] in grammar.money.steady)
    year = words.low[at]
    dated = len(year) == _YEAR and year.isdecimal() and int(year) in _YEARS
    if not dated and year not in grammar.money.now:
        return None
    named = grammar.money.names.at(words.low, at + 1)
    if not named and words.low[at + 1] not in grammar.money.prices:
        return None
    return Prices(year.replace("’", "'"), named[1] if named else at + 2)


def past_prices(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """The end of the prices whose year stands at *index*, which is no amount."""
    steady = words.low[index - 1] in grammar.money.steady
    found = prices_at(words, index - 1 - steady, grammar)
    return found.end if found else None


def priced(words: Words, reads: Sequence[Read], grammar: FigureGrammar) -> list[Read]:
    """*reads*, amounts of money with the prices that they are told in as a qualifier: "1980 prices"."""
    ends = (*(read.start for read in reads[1:]), words.count)
    return [_priced(words, read, end, grammar) for read, end in zip(reads, ends, strict=False)]


def _priced(words: Words, read: Read, end: int, grammar: FigureGrammar) -> Read:
    if not read.figure.dimension.startswith("money:"):
        return read
    places = range(read.end, min(end, read.end + _FAR))
    found = next((told for at in places if (told := prices_at(words, at, grammar))), None)
    return replace(read, figure=replace(read.figure, qualifier=f"{found.year} prices")) if found else read
