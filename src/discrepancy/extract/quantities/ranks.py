"""Reads ordinals that count or rank: "the 80th anniversary", "the second-largest town", "their third crash"."""

from decimal import Decimal

from discrepancy.extract.quantities.amounts import Amount, Sighting
from discrepancy.extract.quantities.counts import counted_at
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.numbers import LONGEST, Number
from discrepancy.extract.quantities.phrases import singular
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.units import Unit
from discrepancy.extract.quantities.words import HYPHENS, Words

_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_TEN, _TWENTY = Decimal(10), Decimal(20)
_LONGEST = 4
_OWNED, _NUMBERED = 3, 11
"""The least ordinal that counts behind "their", and the least in digits that does so anywhere."""
_ARTICLES = frozenset(("the", "a", "an"))
_THIS = frozenset(("the", "this"))


def rank_at(words: Words, index: int, floor: int, grammar: FigureGrammar) -> Sighting | None:
    """The rank at *index*, where something ranked or counted follows it."""
    number = ordinal_at(words, index, grammar.numerals.ranks, grammar.numerals.cardinals)
    if number is None:
        return None
    at = number.end + (words.text[number.end] in HYPHENS)
    unit = _ranked(words, at, grammar) or _counted(words, index, number, grammar)
    return Sighting(Amount(number, index, floor), unit, index) if unit else None


def _ranked(words: Words, at: int, grammar: FigureGrammar) -> Unit | None:
    """What has its place in an order: an anniversary, or the largest of towns."""
    if words.low[at] in grammar.numerals.ranked:
        return Unit(words.low[at], "rank", at + 1)
    if not (words.low[at].endswith("st") and words.low[at] in grammar.nouns.superlative):
        return None
    counted = counted_at(words, at, grammar, one=True)
    more = counted_at(words, at + 1, grammar, one=True) if counted and counted.end == at + 1 else None
    plain = grammar.nouns.superlative[words.low[at]]
    if more:
        return Unit(f"{plain} {more.noun}", "rank", more.end)
    return Unit(counted.noun, "rank", counted.end) if counted else Unit(plain, "rank", at + 1)


def _counted(words: Words, index: int, number: Number, grammar: FigureGrammar) -> Unit | None:
    """What the ordinal is the last of: "the sixth such storm", "the fourth crash since May"."""
    end = _noun_end(words, number.end, grammar)
    noun, phrase = words.low[end - 1], words.low[number.end : end]
    if number.value <= 1 or not grammar.ranks.unranked.isdisjoint(phrase) or not words.text[end - 1].islower():
        return None
    if words.text[index][0].isupper() and index:
        return None
    told = _leads_up(words, index, number, grammar) or _follows(words, end, grammar)
    told = told or _is_of_a_people(words, index, number, end)
    told = told or (noun == "time" and words.low[index - 2] == "for")
    return Unit(" ".join((*phrase[:-1], singular(noun, grammar.nouns))), "rank", end) if told and phrase else None


def _noun_end(words: Words, at: int, grammar: FigureGrammar) -> int:
    """Where the phrase that starts at *at* ends."""
    end = at
    while end < at + _LONGEST and words.is_word(end) and words.low[end] not in grammar.nouns.stop:
        if end > at and words.text[end][0].isupper() and words.text[end - 1].islower():
            break
        end += 1
    return end


def _leads_up(words: Words, index: int, number: Number, grammar: FigureGrammar) -> bool:
    """Do the words before show that the ordinal counts: "became the", "their", "the 32nd"?"""
    before = words.low[index - 1]
    owned = before in grammar.ranks.owners or before.endswith(("'s", "’s"))
    if owned and number.value >= _OWNED:
        return True
    article = before in _ARTICLES and (before == "the" or words.low[index - 2] != ",")
    numbered = number.digits and number.value >= _NUMBERED and (article or owned)
    return numbered or (article and words.low[index - 2] in grammar.ranks.leads)


def _follows(words: Words, end: int, grammar: FigureGrammar) -> bool:
    """Do the words at *end* show that the ordinal counts: "since May", "this year", "in four days"?"""
    first, second = words.low[end : end + 2]
    if first in grammar.ranks.spans or (first == "this" and second in grammar.ranks.unranked):
        return True
    if first == "to":
        return words.text[end + 1].islower() and second not in grammar.nouns.stop
    if first == "of":
        return second in _THIS and words.low[end + 2] in grammar.ranks.unranked
    if first != "in":
        return False
    return second in grammar.ranks.spans or number_at(words, end + 1, grammar.numerals) is not None


def _is_of_a_people(words: Words, index: int, number: Number, end: int) -> bool:
    """Is it one of a people or a party: "the sixth German pope"?"""
    ranked = words.low[index - 1] in _ARTICLES and number.value >= _OWNED
    return ranked and words.text[number.end][:1].isupper() and words.text[number.end].isalpha() and end > number.end + 1


def ordinal_at(words: Words, index: int, ranks: dict[str, Decimal], cardinals: dict[str, Decimal]) -> Number | None:
    """The ordinal at *index*: "third", "twenty-first", "80th"."""
    worth = ranks.get(words.low[index])
    if worth is not None:
        return Number(worth, Decimal(1), index + 1, digits=False)
    tens, ones = cardinals.get(words.low[index]), ranks.get(words.low[index + 2], _TEN)
    if tens is not None and tens >= _TWENTY and words.text[index + 1] in HYPHENS and ones < _TEN:
        return Number(tens + ones, Decimal(1), index + 3, digits=False)
    text = words.text[index].replace(",", "")
    suffixed = words.low[index + 1] in _SUFFIXES and words.glued(index + 1)
    if not (suffixed and text.isdecimal() and len(text) < LONGEST):
        return None
    return Number(Decimal(int(text)), Decimal(1), index + 2)
