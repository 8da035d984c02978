"""Reads ages: "aged 9", "9-month-old", "31 years of age", "Ann Brown, 52, said"."""

from discrepancy.extract.quantities.amounts import Amount
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.units import Unit
from discrepancy.extract.quantities.words import HYPHENS, Words

_OLDEST = 110
_STATED = frozenset(("aged", "age", "ages"))
_BETWEEN = frozenset((("ages", "of", "between"), ("aged", "between"), ("ages", "between"), ("aged", "from")))
_CLOSING = frozenset((",", ";", ".", ":", ")", "—", ""))
_SHORT = ((("yo",), 1), (("y", "/", "o"), 3), (("y.o.",), 1), (("yr", "old"), 2))


def age_at(words: Words, amount: Amount, unit: Unit | None, grammar: FigureGrammar) -> Unit | None:
    """The unit of *amount* as an age, where it is one; *unit* is what was read behind it."""
    if unit is None:
        return _of_years(words, amount, grammar)
    if unit.dimension != "duration":
        return None
    at = unit.end + (words.text[unit.end] in HYPHENS)
    if words.low[at] in ("old", "olds"):
        return Unit(unit.name, "age", at + 1)
    if words.low[at : at + 2] == ("of", "age"):
        return Unit(unit.name, "age", at + 2)
    return Unit(unit.name, "age", unit.end) if words.low[amount.start - 1] == "aged" else None


def _of_years(words: Words, amount: Amount, grammar: FigureGrammar) -> Unit | None:
    """An age in years without a unit."""
    end = amount.last.end
    for form, length in _SHORT:
        if words.low[end : end + length] == form:
            return Unit("year", "age", end + length)
    before = words.before(amount.start, 3)
    stated = (
        not _STATED.isdisjoint(before[-1:])
        or before[-2:] == ("age", "of")
        or before in _BETWEEN
        or before[-2:] in _BETWEEN
    )
    plain = amount.last.magnitude == 1 and amount.last.step == 1 and 0 < amount.last.value <= _OLDEST
    return Unit("year", "age", end) if plain and (stated or _behind_a_name(words, amount, grammar)) else None


def _behind_a_name(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    """Does the number stand between a name with a comma and another mark: "Ann Brown, 52, said"?"""
    name, end = amount.start - 2, amount.last.end
    if words.text[amount.start - 1] != "," or words.text[end] not in _CLOSING or not amount.last.digits:
        return False
    named = words.text[name][:1].isupper() and words.low[name] not in grammar.codes.months
    second = words.text[name - 1][:1].isupper() or words.text[end] == ","
    return named and second and not words.is_figure(end + 1) and amount.high is None
