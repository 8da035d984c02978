"""Reads amounts of money: signs, codes and names before or behind a number, millions, cents."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from discrepancy.extract.quantities.amounts import Amount
from discrepancy.extract.quantities.codes import past_code, strung
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.units import Unit
from discrepancy.extract.quantities.words import HYPHENS, Words
from discrepancy.knowledge.quantities import CurrencyRow

_MILLION = Decimal(1000000)
_LARGE = Decimal(1000)
_NEAR = 30
"""How many words away a word of money still tells that pounds are money."""
_DOLLAR = Decimal(100)
"""The cents of a dollar."""
_CENTS = frozenset(("cent", "cents", "pence", "penny", "pennies"))


class Currency(NamedTuple):
    """A currency as read: where its sign or name starts and ends, and what "MUSD" multiplies the amount by."""

    row: CurrencyRow
    start: int
    end: int
    factor: Decimal = Decimal(1)


def money_at(words: Words, amount: Amount, grammar: FigureGrammar) -> tuple[Amount, Unit, int] | None:
    """*amount* as money, its unit, and where it starts with its sign."""
    signed = _before(words, amount, grammar)
    named = behind(words, amount.last.end, grammar)
    if named and not signed and _is_mass(words, amount, named, grammar):
        return None
    if signed and named and named.row.code != signed.row.code and not signed.row.signs and signed.start < amount.floor:
        signed = None
    currency = signed or named
    if currency is None:
        return None
    named = (
        named
        if named and named.row.code == currency.row.code and (signed is None or words.is_word(named.start))
        else None
    )
    end = named.end if named else amount.last.end
    amount = amount.times(currency.factor)
    magnitude = grammar.numerals.magnitudes.get(words.low[end])
    if magnitude and magnitude >= _MILLION and amount.last.magnitude == 1 and end > amount.last.end:
        amount, end = amount.times(magnitude), end + 1
    if signed is None:
        amount, end = _with_cents(words, amount, currency, end, grammar)
    unit = Unit(currency.row.name, f"money:{currency.row.code}", end)
    return amount, unit, signed.start if signed else amount.start


def _before(words: Words, amount: Amount, grammar: FigureGrammar) -> Currency | None:
    """The currency whose sign or code stands before the amount."""
    money, index = grammar.money, amount.start
    if index <= amount.floor:
        return None
    if words.text[index - 1] == "$" and words.glued(index - 1) and words.text[index - 2].upper() in money.codes:
        return Currency(money.codes[words.text[index - 2].upper()], index - 2, index)
    found = money.signs_before.before(words.low, index)
    if found and found[1] < index - 1 and not _one_sign(words, found[1], index, grammar):
        found = money.signs_before.before((words.low[index - 1],), 1)
        found = (found[0], index - 1) if found else None
    if found and (words.text[index - 1][-1:] not in ".s" or words.text[found[1]][0].isupper()):
        return Currency(found[0], found[1], index)
    return _code_before(words, amount, grammar)


def _one_sign(words: Words, start: int, end: int, grammar: FigureGrammar) -> bool:
    """Do the words make one sign: all glued, or "c $" as tokenised text has it?"""
    return strung(words, start, end) or words.low[start] in grammar.money.loose


def _code_before(words: Words, amount: Amount, grammar: FigureGrammar) -> Currency | None:
    money, index = grammar.money, amount.start
    text = words.text[index - 1]
    if words.low[index - 1] == "dollar" and not words.is_figure(index - 2):
        return Currency(money.codes["USD"], index - 1, index)
    if words.low[index - 1] == "rmb":
        return Currency(money.codes["CNY"], index - 1, index)
    row = money.codes.get(_as_code(text, grammar))
    large = amount.last.magnitude > 1 or amount.last.value >= _LARGE
    if row and (large or text.upper() not in money.word_codes):
        return Currency(row, index - 1, index)
    row = money.codes.get(text[1:]) if text[:1] == "M" else None
    return Currency(row, index - 1, index, _MILLION) if row else None


def _as_code(text: str, grammar: FigureGrammar) -> str:
    """*text* as a code: small letters count only where no word is spelled so."""
    return text.upper() if text.isupper() or text.upper() not in grammar.money.word_codes else ""


def behind(words: Words, at: int, grammar: FigureGrammar) -> Currency | None:
    """The currency that stands behind a number which ends at *at*."""
    at += words.text[at] in HYPHENS and words.is_word(at + 1)
    pence = grammar.money.names.at(("pence",), 0) if words.text[at] == "p" and words.glued(at) else None
    if pence:
        return Currency(pence[0], at, at + 1)
    named = grammar.money.names.at(words.low, at)
    if named:
        return Currency(named[0], at, named[1])
    sign = grammar.money.signs_after.at(words.low, at)
    if sign and words.text[at][-1:] not in ".s":
        before_another = words.is_figure(sign[1]) and words.glued(sign[1])
        return None if before_another else Currency(sign[0], at, sign[1])
    return _code_behind(words, at, grammar)


def _code_behind(words: Words, at: int, grammar: FigureGrammar) -> Currency | None:
    """The currency whose code stands at *at*, unless it belongs to a figure of its own."""
    codes, text = grammar.money.codes, words.text[at]
    if words.glued(at + 1) and words.is_figure(at + 1):
        return None
    row = codes["CNY"] if words.low[at] == "rmb" else codes.get(_as_code(text, grammar))
    if row and text.upper() not in grammar.money.word_codes:
        return Currency(row, at, at + 1)
    row = codes.get(text[1:]) if text[:1] == "M" else None
    return Currency(row, at, at + 1, _MILLION) if row else None


def _is_mass(words: Words, amount: Amount, named: Currency, grammar: FigureGrammar) -> bool:
    """Are "pounds" a mass: below a million or of something, without a word of money as near as one of weighing?"""
    if named.end - named.start > 1 or words.low[named.start] not in ("pound", "pounds"):
        return False
    before, after = words.low[max(0, amount.start - _NEAR) : amount.start], words.low[named.end : named.end + _NEAR]
    weighing, money = (_distance(before, after, told) for told in (grammar.money.weighing, grammar.money.sterling))
    if money < _NEAR:
        return weighing < money
    return amount.last.value < _MILLION or words.low[named.end] == "of" or weighing < _NEAR


def _distance(before: Sequence[str], after: Sequence[str], told: frozenset[str]) -> int:
    """How many words from what stands between *before* and *after* the nearest of *told* stands."""
    distances = (next((n for n, word in enumerate(side) if word in told), _NEAR) for side in (before[::-1], after))
    return min(distances)


def _with_cents(
    words: Words, amount: Amount, currency: Currency, end: int, grammar: FigureGrammar
) -> tuple[Amount, int]:
    """*amount* with the cents behind it: "3 dollars 50 cents", "15 dollars and 50"."""
    at = end + (words.low[end] == "and")
    if amount.high or currency.row.scale != 1 or amount.low.magnitude > 1 or past_code(words, at, grammar):
        return amount, end
    cents = number_at(words, at, grammar.numerals)
    if cents is None or not cents.whole or not 0 < cents.value < _DOLLAR or cents.vague:
        return amount, end
    named = words.low[cents.end] in _CENTS
    if not named and (words.is_word(cents.end) or words.text[cents.end] not in ("", ".", ",", ";", "?", "!")):
        return amount, end
    low = replace(amount.low, value=amount.low.value + cents.value / _DOLLAR, step=Decimal("0.01"))
    return replace(amount, low=low), cents.end + named
