"""Reads numbers: in digits, in words, in both."""

from dataclasses import dataclass, replace
from decimal import Decimal

from discrepancy.extract.quantities.grammar import FRACTION_SIGNS, Numerals
from discrepancy.extract.quantities.words import Words
from discrepancy.knowledge.quantities import VagueRow

LONGEST = 18
"""Digits of the longest figure that is read as an amount; longer ones are codes."""
_HUNDRED = Decimal(100)
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})


@dataclass(frozen=True, slots=True)
class Number:
    """A number: *step* is the worth of its last printed digit, *magnitude* what its figure was multiplied by."""

    value: Decimal
    step: Decimal
    end: int
    magnitude: Decimal = Decimal(1)
    digits: bool = True
    fraction: bool = False
    vague: VagueRow | None = None

    def times(self, magnitude: Decimal, end: int) -> "Number":
        """The number *magnitude* times over."""
        return replace(
            self,
            value=self.value * magnitude,
            step=self.step * magnitude,
            end=end,
            magnitude=self.magnitude * magnitude,
        )


def number_at(words: Words, index: int, numerals: Numerals) -> Number | None:
    """The number that starts at *index*, if there is one."""
    text = words.text[index]
    if text[:1].isdecimal():
        return _digits(words, index, numerals)
    vague = numerals.vague.at(words.low, index)
    if vague:
        row, end = vague
        return Number(row.value, row.value, end, digits=False, vague=row)
    if text in FRACTION_SIGNS:
        return _multiplied(words, Number(FRACTION_SIGNS[text], Decimal(0), index + 1, fraction=True), numerals)
    return _spelled(words, index, numerals)


def _digits(words: Words, index: int, numerals: Numerals) -> Number | None:
    printed = "".join(sign for sign in words.text[index] if sign.isdecimal() or sign == ".")
    if len(printed) > LONGEST:
        return None
    whole, _, decimals = printed.partition(".")
    number = Number(Decimal(printed), Decimal(1).scaleb(-len(decimals)), index + 1)
    if not decimals:
        number = _mixed(words, number)
    return _multiplied(words, number, numerals) if whole else number


def _mixed(words: Words, number: Number) -> Number:
    """*number* with a fraction in figures behind it: "10 1/2", "7¾", "1/4"."""
    at = number.end
    if words.text[at] in FRACTION_SIGNS:
        return replace(number, value=number.value + FRACTION_SIGNS[words.text[at]], step=Decimal(0), end=at + 1)
    if _is_fraction(words, at - 1):
        return replace(number, value=_quotient(words, at - 1), step=Decimal(0), end=at + 2, fraction=True)
    if _is_fraction(words, at) and not words.glued(at):
        return replace(number, value=number.value + _quotient(words, at), step=Decimal(0), end=at + 3)
    return number


def _is_fraction(words: Words, index: int) -> bool:
    """Is "1/4" at *index*, a proper fraction with a usual denominator?"""
    above, bar, below = words.text[index : index + 3]
    if bar != "/" or not (above.isdecimal() and below.isdecimal()) or len(above) + len(below) > 4:
        return False
    glued = words.glued(index + 1) and words.glued(index + 2) and words.text[index + 3] != "/"
    return glued and int(above) < int(below) and int(below) in _DENOMINATORS


def _quotient(words: Words, index: int) -> Decimal:
    return Decimal(int(words.text[index])) / Decimal(int(words.text[index + 2]))


def _multiplied(words: Words, number: Number, numerals: Numerals) -> Number:
    """*number* with the magnitudes behind it: "1.2 million", "3 hundred thousand", "5-million", "2bn"."""
    for _ in range(3):
        at = number.end
        if words.text[at] == "-" and words.low[at + 1] in numerals.magnitudes:
            at += 1
        magnitude = numerals.magnitudes.get(words.low[at])
        if magnitude is None or (magnitude == 1000 and number.magnitude >= 1000):
            break
        number = number.times(magnitude, at + 1)
    return number


def _spelled(words: Words, index: int, numerals: Numerals) -> Number | None:
    """A number in words: "twenty-three", "a hundred and five", "half a million", "two and a half"."""
    fraction = _fraction(words, index, numerals)
    if fraction:
        return fraction
    total, current, at, step = Decimal(0), Decimal(0), index, Decimal(1)
    last = None
    while at < words.count and at < index + 16:
        word = words.low[at]
        here = at
        if last is not None and word == "-" and words.glued(at):
            at += 1
            word = words.low[at]
        elif word == "and" and last is not None and (last >= _HUNDRED):
            at += 1
            word = words.low[at]
            if numerals.cardinals.get(word, _HUNDRED) >= _HUNDRED:
                at = here
                break
        worth = numerals.cardinals.get(word)
        magnitude = numerals.magnitudes.get(word)
        if worth is not None and _fits(worth, last):
            current, last, step = current + worth, worth, Decimal(1)
        elif magnitude is not None and (
            last is not None or word in ("hundred", "thousand", "million", "billion", "trillion", "dozen")
        ):
            if magnitude == _HUNDRED or magnitude == 12:
                current = (current or Decimal(1)) * magnitude
            else:
                total += (current or Decimal(1)) * magnitude
                current = Decimal(0)
            last, step = magnitude, magnitude
        else:
            at = here
            break
        at += 1
    if last is None:
        return None
    number = Number(total + current, step, at, step, digits=False)
    return _and_a_half(words, number, numerals)


def _fits(worth: Decimal, last: Decimal | None) -> bool:
    """May a word of this *worth* follow the *last*: five after twenty, anything below a hundred after a magnitude?"""
    return last is None or last >= _HUNDRED or (last >= 20 and 0 < worth < 10)


def _and_a_half(words: Words, number: Number, numerals: Numerals) -> Number:
    """*number* with "and a half", "and three quarters" behind it."""
    at = number.end
    if words.low[at] == "point" and number.magnitude == 1 and words.low[at + 1] in numerals.cardinals:
        tenth = numerals.cardinals[words.low[at + 1]]
        if tenth < 10:
            read = replace(number, value=number.value + tenth / 10, step=Decimal("0.1"), end=at + 2)
            return _multiplied(words, read, numerals)
    if words.low[at] == "and" and words.low[at + 1] in ("a", "one", "three"):
        part = numerals.fractions.get(words.low[at + 2])
        if part is not None and part not in (Decimal("0.3333333333"), Decimal("0.2")):
            parts = 3 if words.low[at + 1] == "three" else 1
            value = number.value + part * parts * number.magnitude
            read = replace(number, value=value, step=Decimal(0), end=at + 3)
            return _multiplied(words, read, numerals) if number.magnitude == 1 else read
    return number


def _fraction(words: Words, index: int, numerals: Numerals) -> Number | None:
    """A fraction: "a third of", "two-thirds", "half a", "a quarter million", "three quarters"."""
    at, parts = index, Decimal(1)
    if words.low[at] in ("a", "an"):
        at += 1
    elif words.low[at] in numerals.cardinals and words.low[at + 1 + (words.low[at + 1] == "-")] in numerals.fractions:
        parts = numerals.cardinals[words.low[at]]
        at += 1 + (words.low[at + 1] == "-")
    part = numerals.fractions.get(words.low[at])
    if part is None or not 0 < parts < 10:
        return None
    number = Number(part * parts, Decimal(0), at + 1, digits=False, fraction=True)
    after = number.end + (
        words.low[number.end] in ("a", "of") and words.low[number.end + 1] in ("a", *numerals.magnitudes)
    )
    after += words.low[after] == "a"
    magnitude = numerals.magnitudes.get(words.low[after])
    if magnitude is not None:
        return replace(number.times(magnitude, after + 1), fraction=False)
    plain = words.low[at] in ("half", "quarter") or parts > 1 or words.low[at].endswith("s")
    return number if plain or words.low[number.end] == "of" or words.low[at - 1] == "-" else None
