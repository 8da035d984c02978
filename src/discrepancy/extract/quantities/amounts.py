"""One number, or two that make a range."""

from dataclasses import dataclass, replace
from decimal import Decimal

from discrepancy.extract.quantities.codes import past_code
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.hints import change_before, hedge_after, skipped_before
from discrepancy.extract.quantities.numbers import Number
from discrepancy.extract.quantities.phrases import is_plural
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.units import Unit
from discrepancy.extract.quantities.words import HYPHENS, Words
from discrepancy.knowledge.quantities import HedgeRow

_SIGNS = frozenset(("$", "£", "€", "¥", "₹"))
_FAR = 7
_LEADING = frozenset(("a", "an", "several", "few", "many"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range from its word *start*; the figure before it ends at *floor*, *hedge* is written on to it."""

    low: Number
    start: int
    floor: int = 0
    high: Number | None = None
    hedge: HedgeRow | None = None

    @property
    def last(self) -> Number:
        """The number that the unit stands behind."""
        return self.high or self.low

    def times(self, factor: Decimal) -> "Amount":
        """The amount *factor* times over."""
        if factor == 1:
            return self
        high = self.high.times(factor, self.high.end) if self.high else None
        return replace(self, low=self.low.times(factor, self.low.end), high=high)


@dataclass(frozen=True, slots=True)
class Sighting:
    """An amount with its unit, where both start, before hedge and direction are known.

    *among* says that it is one among many and no count: "one of the oldest lakes".
    """

    amount: Amount
    unit: Unit
    start: int
    bare: bool = False
    qualifier: str = ""
    among: bool = False


def amount_at(words: Words, index: int, floor: int, grammar: FigureGrammar) -> Amount | None:
    """The number or range around the seed at *index*."""
    for start in range(index - 2, index):
        if start >= floor and words.low[start] in _LEADING:
            number = number_at(words, start, grammar.numerals)
            if number and number.end > index:
                return _hedged(words, Amount(number, start, floor), grammar)
    number = number_at(words, index, grammar.numerals)
    return _hedged(words, _ranged(words, Amount(number, index, floor), grammar), grammar) if number else None


def _hedged(words: Words, amount: Amount, grammar: FigureGrammar) -> Amount:
    """*amount* with the hedge that stands between it and what it counts: "20-plus boats", "a dozen or so"."""
    row, end = hedge_after(words, amount.last.end, grammar)
    return amount if row is None or amount.high else replace(amount, low=replace(amount.low, end=end), hedge=row)


def _ranged(words: Words, amount: Amount, grammar: FigureGrammar) -> Amount:
    """*amount* with its upper end, where one follows: "5-10", "three to four", "between 300 and 400"."""
    money = words.text[amount.start - 1] if _is_money(words, amount.start, grammar) else ""
    low = _shortened(words, amount.low, grammar, money)
    amount = replace(amount, low=low)
    if low.vague or not _joined(words, amount):
        return amount
    at = low.end + 1 + (words.text[low.end] in HYPHENS and words.low[low.end + 1] == "to")
    at += words.text[at] in HYPHENS and words.low[at - 1] == "to"
    at += bool(money) and words.text[at] == money
    high = number_at(words, at, grammar.numerals)
    if high is None or high.vague or high.fraction or past_code(words, at, grammar):
        return amount
    high = _shortened(words, high, grammar, money)
    moves = words.low[low.end] == "to" and is_moving(words, amount.start, grammar)
    if low.magnitude == 1 < high.magnitude and (moves or low.value < high.value / high.magnitude):
        low = low.times(high.magnitude, low.end)
    return replace(amount, low=low, high=high if low.value < high.value and not moves else None)


def _is_money(words: Words, start: int, grammar: FigureGrammar) -> bool:
    """Does a sign or a code of money stand before the figure at *start*: "$5", "EUR 5m", "Rs 5m"?"""
    before, money = words.text[start - 1], grammar.money
    coded = before in money.codes and before not in money.word_codes
    return before in _SIGNS or coded or money.signs_before.before(words.low, start) is not None


def _joined(words: Words, amount: Amount) -> bool:
    """Does a word or a hyphen behind *amount* lead on to the other end of a range?"""
    joint = words.low[amount.low.end]
    if joint == "and":
        return "between" in words.before(amount.start, 4)
    return joint in ("or", "to", "through") or joint in HYPHENS


def is_moving(words: Words, start: int, grammar: FigureGrammar) -> bool:
    """Does a verb of change stand before the figure, or farther before its "from": "rose from 12 to 15"?"""
    start -= words.text[start - 1] in _SIGNS
    if words.low[start - 2 : start] == ("up", "to"):
        return False
    if words.low[start - 1] != "from":
        return change_before(words, skipped_before(words, start, grammar), grammar, strict=False) is not None
    ends = range(max(1, start - _FAR), start)
    return any(_moves(words, end, grammar) or words.low[end - 1] in grammar.hints.moving for end in ends)


def _moves(words: Words, end: int, grammar: FigureGrammar) -> bool:
    """Does a word for a direction end before *end*?"""
    return any(found.before(words.low, end) for found in (grammar.hints.changes_before, grammar.hints.changes_by))


def _shortened(words: Words, number: Number, grammar: FigureGrammar, money: str) -> Number:
    """*number* with a magnitude in one letter, where money or people show that it is one: "$2m", "40m people"."""
    at = number.end
    worth = grammar.numerals.shorts.get(words.low[at])
    if worth is None or not number.digits or number.magnitude > 1 or not words.glued(at):
        return number
    if words.glued(at + 1) and words.text[at + 1][0].isalnum():
        return number
    after, nouns, currencies = words.low[at + 1], grammar.nouns, grammar.money
    counted = words.low[at] == "k" or (is_plural(words.text[at + 1], nouns) and after not in grammar.numerals.metred)
    named = currencies.names.at(words.low, at + 1) or words.text[at + 1] in currencies.codes
    return number.times(worth, at + 1) if money or counted or named else number
