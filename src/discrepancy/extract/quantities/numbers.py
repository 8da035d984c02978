"""Reads numbers in digits, with fractions and magnitudes behind them."""

from dataclasses import dataclass, replace
from decimal import Decimal

from discrepancy.extract.quantities.grammar import Numerals
from discrepancy.extract.quantities.words import FRACTIONS, Words
from discrepancy.knowledge.quantities import VagueRow

LONGEST = 18
"""Digits of the longest figure that is read as an amount; longer ones are codes."""
_LONGEST_FRACTION = 4
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

    def times(self, factor: Decimal, end: int) -> "Number":
        """The number *factor* times over."""
        value = tidy(self.value * factor)
        return replace(self, value=value, step=self.step * factor, end=end, magnitude=self.magnitude * factor)

    @property
    def whole(self) -> bool:
        """Is it a whole number?"""
        return self.value == self.value.to_integral_value()


def tidy(value: Decimal) -> Decimal:
    """*value* without decimals where it is whole."""
    whole = value.to_integral_value()
    return whole if value == whole else value


def digits_at(words: Words, index: int, numerals: Numerals) -> Number | None:
    """The number in digits at *index*."""
    text = words.text[index]
    if text in FRACTIONS:
        number = Number(FRACTIONS[text], Decimal(0), index + 1, fraction=True)
        return _plain_once_multiplied(magnified(words, number, numerals))
    printed = "".join(sign for sign in text if sign.isdecimal() or sign == ".")
    if len(printed) > LONGEST or not printed:
        return None
    decimals = len(printed.partition(".")[2])
    number = Number(Decimal(printed), Decimal(1).scaleb(-decimals), index + 1)
    return magnified(words, number if decimals else _mixed(words, number), numerals)


def is_fraction(words: Words, index: int) -> bool:
    """Is "1/4" at *index*: a proper fraction with a usual denominator?"""
    above, bar, below = words.text[index : index + 3]
    if bar != "/" or not (above.isdecimal() and below.isdecimal()) or len(above) + len(below) > _LONGEST_FRACTION:
        return False
    glued = words.glued(index + 1) and words.glued(index + 2) and words.text[index + 3] != "/"
    return glued and int(above) < int(below) and int(below) in _DENOMINATORS


def magnified(words: Words, number: Number, numerals: Numerals) -> Number:
    """*number* with the magnitudes behind it: "1.2 million", "3 hundred thousand", "5-million", "2bn"."""
    for _ in range(3):
        at = number.end
        at += words.text[at] == "-" and words.low[at + 1] in numerals.magnitudes
        magnitude = numerals.magnitudes.get(words.low[at])
        if magnitude is None or magnitude == number.magnitude:
            break
        number = number.times(magnitude, at + 1)
    return number


def _mixed(words: Words, number: Number) -> Number:
    """*number* with a fraction in digits behind it: "10 1/2", "7¾"; or "1/4" itself."""
    at = number.end
    if words.text[at] in FRACTIONS:
        return replace(number, value=number.value + FRACTIONS[words.text[at]], step=Decimal(0), end=at + 1)
    if is_fraction(words, at - 1):
        return replace(number, value=_quotient(words, at - 1), step=Decimal(0), end=at + 2, fraction=True)
    if is_fraction(words, at) and not words.glued(at):
        return replace(number, value=number.value + _quotient(words, at), step=Decimal(0), end=at + 3)
    return number


def _quotient(words: Words, index: int) -> Decimal:
    return Decimal(int(words.text[index])) / Decimal(int(words.text[index + 2]))


def _plain_once_multiplied(number: Number) -> Number:
    return replace(number, fraction=number.magnitude == 1)
