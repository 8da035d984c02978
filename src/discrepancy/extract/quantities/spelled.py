"""Reads numbers in words: "twenty-three", "a hundred and five", "half a million", "two and a half", "dozens"."""

from dataclasses import replace
from decimal import Decimal

from discrepancy.extract.quantities.grammar import Numerals
from discrepancy.extract.quantities.numbers import Number, digits_at, magnified, tidy
from discrepancy.extract.quantities.words import FRACTIONS, HYPHENS, Words

_HUNDRED, _TWENTY, _TEN, _DOZEN = Decimal(100), Decimal(20), Decimal(10), Decimal(12)
_LONGEST = 16
_STEPS = {_DOZEN: Decimal(4)}
"""A dozen is some ten to fourteen."""
_PARTS = {"a": Decimal(1), "one": Decimal(1), "three": Decimal(3)}
_HALVES = frozenset((Decimal("0.5"), Decimal("0.25")))
_ARTICLES = frozenset(("a", "an"))


def number_at(words: Words, index: int, numerals: Numerals) -> Number | None:
    """The number that starts at *index*, in digits or in words."""
    if words.is_figure(index) or words.text[index] in FRACTIONS:
        number = digits_at(words, index, numerals)
        return _with_half(words, number, numerals) if number else None
    if words.low[index] in numerals.magnitudes and words.is_figure(index - 1):
        return None  # the figure before it is no number, and so neither is this: "#5 million"
    vague = numerals.vague.at(words.low, index)
    if vague:
        row, end = vague
        return Number(row.value, row.value, end, digits=False, vague=row)
    return _fraction(words, index, numerals) or _spelled(words, index, numerals)


def _spelled(words: Words, index: int, numerals: Numerals) -> Number | None:
    """Cardinals and magnitudes, as long as each may follow the last."""
    total = current = Decimal(0)
    last: Decimal | None = None
    at = index
    while at < index + _LONGEST:
        here = at + (last is not None and _joins(words, at, last, numerals))
        word = words.low[here]
        worth, magnitude = numerals.cardinals.get(word), numerals.magnitudes.get(word)
        if worth is not None and _follows(worth, last):
            current, last = current + worth, worth
        elif magnitude is not None and (last != 0):
            total, current = _magnified(total, current, magnitude)
            last = magnitude
        else:
            break
        at = here + 1
    if last is None or _is_ordinal(words, at, last, numerals):
        return None
    step = _STEPS.get(last, last if last >= _HUNDRED else Decimal(1))
    return _with_part(words, Number(total + current, step, at, step, digits=False), numerals)


def _is_ordinal(words: Words, at: int, last: Decimal, numerals: Numerals) -> bool:
    """Does the number that ends at *at* with *last* go on to an ordinal: "twenty-first", not "a ten-second stop"?"""
    ones = words.text[at] == "-" and numerals.ranks.get(words.low[at + 1], _TEN) < _TEN
    return ones and last >= _TWENTY and words.low[at + 1] != "second"


def _joins(words: Words, at: int, last: Decimal, numerals: Numerals) -> bool:
    """Is a hyphen or an "and" at *at* within a number: "twenty-three", "a hundred and five"?"""
    if words.text[at] == "-":
        return True
    if words.low[at] != "and" or last < _HUNDRED or words.low[at + 2] in numerals.fractions:
        return False
    return numerals.cardinals.get(words.low[at + 1], Decimal(0)) > 0


def _follows(worth: Decimal, last: Decimal | None) -> bool:
    """May a word of this *worth* follow the *last*: five after twenty, anything after a hundred?"""
    return last is None or last >= _HUNDRED or (last >= _TWENTY and 0 < worth < _TEN)


def _magnified(total: Decimal, current: Decimal, magnitude: Decimal) -> tuple[Decimal, Decimal]:
    """The sum so far and the part that is still being read, with *magnitude* applied."""
    if total and not current and magnitude > _HUNDRED:
        return total * magnitude, current  # "three lakh crore"
    current = current or Decimal(1)
    if magnitude in (_HUNDRED, _DOZEN):
        return total, current * magnitude
    return total + current * magnitude, Decimal(0)


def _with_part(words: Words, number: Number, numerals: Numerals) -> Number:
    """*number* with what follows it: "point five", "and a half", "and three quarters"."""
    at = number.end
    tenths = numerals.cardinals.get(words.low[at + 1], _TEN)
    if words.low[at] == "point" and tenths < _TEN and number.magnitude == 1:
        read = replace(number, value=number.value + tenths / 10, step=Decimal("0.1"), end=at + 2)
        return magnified(words, read, numerals)
    return _with_half(words, number, numerals)


def _with_half(words: Words, number: Number, numerals: Numerals) -> Number:
    """*number* with "and a half" or "and three-quarters" behind it, hyphens or none between."""
    if number.fraction or number.step == 0:
        return number
    link = number.end + (words.text[number.end] in HYPHENS)
    count = link + 1 + (words.text[link + 1] in HYPHENS)
    last = count + 1 + (words.text[count + 1] in HYPHENS)
    parts, part = _PARTS.get(words.low[count]), numerals.fractions.get(words.low[last])
    if words.low[link] != "and" or parts is None or part not in _HALVES:
        return number
    read = replace(number, value=tidy(number.value + part * parts * number.magnitude), step=Decimal(0), end=last + 1)
    return magnified(words, read, numerals) if number.magnitude == 1 else read


def _fraction(words: Words, index: int, numerals: Numerals) -> Number | None:
    """A fraction in words: "a third", "two-thirds", "half a million", "three quarters"."""
    at, parts = index, Decimal(1)
    behind = index + 1 + (words.text[index + 1] == "-")
    if words.low[at] in _ARTICLES:
        at += 1
    elif words.low[at] in numerals.cardinals and words.low[behind] in numerals.fractions:
        at, parts = behind, numerals.cardinals[words.low[at]]
    part = numerals.fractions.get(words.low[at])
    if part is None or not 0 < parts < _TEN:
        return None
    alone = at == index
    number = Number(part * parts, Decimal(0), at + 1, digits=False, fraction=True)
    after = number.end
    after += words.low[after] == "of" or (words.text[after] in HYPHENS and words.low[after + 1] == "dozen")
    after += words.low[after] in _ARTICLES
    magnitude = numerals.magnitudes.get(words.low[after])
    if magnitude is not None and magnitude >= _DOZEN and words.low[after] != "hundred":
        return replace(number.times(magnitude, after + 1), fraction=False)
    return None if alone and words.low[at] != "half" else number
