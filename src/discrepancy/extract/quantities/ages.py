"""Reads ages: "aged 9", "9-month-old", "31 years of age", "Ann Brown, 52, said", "in her early 20s"."""

from decimal import Decimal

from discrepancy.extract.quantities.amounts import Amount, Sighting
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.numbers import Number
from discrepancy.extract.quantities.units import Unit
from discrepancy.extract.quantities.words import HYPHENS, Words

_OLDEST = 110
_YOUNGEST = 2
"""The least age that is read in brackets, where "(1)" is a note."""
_BETWEEN = frozenset(
    (("the", "ages", "of"), ("ages", "of", "between"), ("aged", "between"), ("ages", "between"), ("aged", "from"))
)
_AGE_IS = frozenset(("age", word) for word in ("of", "to", "as", "at"))
_OLD = frozenset(("old", "olds", "old's", "old’s"))
_CLOSING = frozenset((",", ";", ".", ":", ")", "—", ""))
_SHORT = ((("yo",), 1), (("y", "/", "o"), 3), (("y.o.",), 1), (("yr", "old"), 2))
_THEN = frozenset(("when", "at", "and"))
_SAYING = frozenset(("said", "says", "added", "adds"))
_TURNED = frozenset(("turned", "turns", "turning"))
_OLDER = frozenset(("older", "younger"))
_PLACES = frozenset(("in", "at", "near", "on"))
_THINGS = frozenset(("it", "this", "that", "there", "these", "those", "they", "today"))
_POSSESSIVE = frozenset(("his", "her", "their", "my", "our", "your"))
_DECADES = range(20, 100, 10)
_LAST_OF_TEN = 9


def age_at(words: Words, amount: Amount, unit: Unit | None, grammar: FigureGrammar) -> Unit | None:
    """The unit of *amount* as an age, where it is one; *unit* is what was read behind it."""
    if unit is None:
        return _of_years(words, amount, grammar)
    if unit.dimension != "duration":
        return None
    at = unit.end + (words.text[unit.end] in HYPHENS)
    if words.low[at] in _OLD:
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
    plain = amount.last.magnitude == 1 and amount.last.step == 1 and 0 < amount.last.value <= _OLDEST
    told = plain and any(rule(words, amount, grammar) for rule in (_stated, _in_commas, _in_brackets, _now))
    return Unit("year", "age", end) if told else None


def _stated(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    """Do the words around say that it is an age: "aged 9", "65 and older", "both 70", "she was 45"?"""
    ages, end, before = grammar.ages, amount.last.end, words.before(amount.start, 3)
    if not ages.aged.isdisjoint(before[-1:]) or before[-2:] in _AGE_IS:
        return True
    if before in _BETWEEN or before[-2:] in _BETWEEN or (amount.hedge and words.low[end - 1] in _OLDER):
        return True
    closed = words.text[end] in _CLOSING
    if before[-1:] and before[-1] in _TURNED:
        return closed or words.low[end] in grammar.nouns.stop | grammar.names.turns
    if before[-2:] == ("died", "at") or not ages.all.isdisjoint(before[-1:]):
        return closed
    being = before[-2:-1] and before[-2] in ages.pronouns and before[-1] in ages.being
    return bool(being) and (closed or words.low[end] in _THEN)


def _in_commas(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    """Does the number stand between a person with a comma and another mark: "Ann Brown, 52, said", "the boy, 9,"?"""
    name, end = amount.start - 2, amount.last.end
    if words.text[amount.start - 1] != "," or not amount.last.digits or amount.high is not None:
        return False
    closed = words.text[end] in _CLOSING and not words.is_figure(end + 1)
    if words.low[name] in grammar.ages.persons:
        paired = words.low[end] == "and" and words.is_figure(end + 1) and words.text[end + 2] in _CLOSING
        return closed or paired
    named = words.text[name][:1].isupper() and words.low[name] not in grammar.codes.months
    closed = closed or _before_another(words, end)
    if not (closed and named) or words.low[name - 1] in _PLACES:
        return False
    another = words.low[name - 2 : name] == (",", "and") and words.is_figure(name - 3)
    initial = name - 1 - (words.text[name - 1] == ".")
    if words.low[name - 1] in _SAYING or (words.text[name - 1] == "," and words.low[name - 2] in grammar.ages.persons):
        return True
    return words.text[initial][:1].isupper() or words.text[end] == "," or another


def _now(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    """Is it the age that somebody has by now: "Ann Brown, now 52, said", "he is now 52", "Brown is 52 now"?"""
    start, end = amount.start, amount.last.end
    if words.low[start - 1] == "now":
        closed = words.text[end] in _CLOSING and not words.is_figure(end + 1)
        being = words.low[start - 2] in grammar.ages.being and _is_somebody(words, start - 3, grammar)
        return closed and (being or (words.text[start - 2] == "," and words.text[start - 3][:1].isupper()))
    being = words.low[start - 1] in grammar.ages.being and words.low[end] == "now"
    return being and (words.low[start - 2] == "and" or _is_somebody(words, start - 2, grammar))


def _is_somebody(words: Words, index: int, grammar: FigureGrammar) -> bool:
    name = words.text[index][:1].isupper() and words.low[index] not in _THINGS
    return name or words.low[index] in grammar.ages.pronouns


def _before_another(words: Words, end: int) -> bool:
    """Does "and" with a further name and age stand at *end*: "Ann Brown, 51 and Tom Brown, 11"?"""
    comma = next((at for at in (end + 2, end + 3) if words.text[at] == ","), end)
    return words.low[end] == "and" and words.text[end + 1][:1].isupper() and words.is_figure(comma + 1)


def _in_brackets(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    """Does the number stand in brackets behind a name of two words or more: "Ann Brown (52)"?"""
    end, names = amount.last.end, words.text[amount.start - 3 : amount.start - 1]
    enclosed = words.text[amount.start - 1] == "(" and words.text[end] == ")" and amount.last.digits
    named = all(name[:1].isupper() and not name.isupper() for name in names) and len(names) > 1
    month = not grammar.codes.months.isdisjoint(words.low[amount.start - 3 : amount.start - 1])
    return (
        enclosed and named and not month and amount.last.value >= _YOUNGEST and not words.text[end + 1][:1].isdecimal()
    )


def lifetime_at(words: Words, index: int, floor: int, grammar: FigureGrammar) -> Sighting | None:
    """The decade of a life at *index*: "in his 50s", "in their mid-thirties"."""
    first, end = _decade(words, index, grammar)
    at = index - 1 - (words.text[index - 1] in HYPHENS)
    stage = grammar.ages.stages.get(words.low[at])
    at -= stage is not None
    if not first or at <= floor or words.low[at] not in _POSSESSIVE or words.low[at - 1] not in ("in", "into"):
        return None
    last, after = _decade(words, end + 1, grammar) if words.low[end] in ("and", "or", "to") else (0, end)
    end = after if last else end
    youngest, oldest = stage or (0, _LAST_OF_TEN)
    low, high = (Number(Decimal(years), Decimal(1), end) for years in (first + youngest, (last or first) + oldest))
    return Sighting(Amount(low, at + 1, floor, high), Unit("year", "age", end), at + 1)


def _decade(words: Words, index: int, grammar: FigureGrammar) -> tuple[int, int]:
    """The decade at *index* and where it ends: "50s", "fifties"; 0 where there is none."""
    word = grammar.ages.lifetimes.get(words.low[index])
    if word is not None:
        return int(word), index + 1
    text, end = words.text[index], index + 1
    plural = words.low[end] in ("s", "'s", "’s") and words.glued(end)
    return (int(text), end + 1) if plural and text.isdecimal() and int(text[:3]) in _DECADES else (0, index)
