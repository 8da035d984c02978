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
_LASTING = frozenset(("year", "season", "quarter"))
"""Times of which "the third consecutive one" is still so when the next report is written."""

_ARTICLES = frozenset(("the", "a", "an"))
_THIS = frozenset(("the", "this"))


def rank_at(words: Words, index: int, floor: int, grammar: FigureGrammar) -> Sighting | None:
    """The rank at *index*, where something ranked or counted follows it."""
    number = ordinal_at(words, index, grammar.numerals.ranks, grammar.numerals.cardinals)
    if number is None:
        return None
    at = number.end + (words.text[number.end] in HYPHENS)
    unit = _ranked(words, at, grammar) or _placed(words, index, number, grammar)
    unit = unit or _counted(words, index, number, grammar)
    return Sighting(Amount(number, index, floor), unit, index) if unit else None


def _ranked(words: Words, at: int, grammar: FigureGrammar) -> Unit | None:
    """What has its place in an order: an anniversary, or the largest of towns."""
    if words.low[at] in grammar.numerals.ranked:
        return Unit(words.low[at], "rank", at + 1)
    if words.low[at] == "most" and at > 1:
        end = _noun_end(words, at + 1, grammar)
        named = (*words.low[at + 1 : end - 1], singular(words.low[end - 1], grammar.nouns)) if end > at + 1 else ()
        return Unit(" ".join(("most", *named)), "rank", end)
    if not (words.low[at].endswith("st") and words.low[at] in grammar.nouns.superlative):
        return None
    counted = counted_at(words, at, grammar, one=True)
    more = counted_at(words, at + 1, grammar, one=True) if counted and counted.end == at + 1 else None
    plain = grammar.nouns.superlative[words.low[at]]
    if more:
        return Unit(f"{plain} {more.noun}", "rank", more.end)
    return Unit(counted.noun, "rank", counted.end) if counted else Unit(plain, "rank", at + 1)


def _placed(words: Words, index: int, number: Number, grammar: FigureGrammar) -> Unit | None:
    """The place in which something came: "finished sixth", "in third place"."""
    if number.value > 1 and words.low[number.end] == "place" and words.low[index - 1] in grammar.ranks.into:
        return Unit("place", "rank", number.end + 1)
    last = not words.is_word(number.end) or words.low[number.end] in grammar.nouns.stop
    verb = index - 1 - (words.low[index - 1] == "in")  # "came in fifth"
    came = last and verb >= 0 and words.low[verb] in grammar.ranks.finishes
    return Unit("place", "rank", number.end) if came and words.text[number.end] not in HYPHENS else None


def _counted(words: Words, index: int, number: Number, grammar: FigureGrammar) -> Unit | None:
    """What the ordinal is the last of: "the sixth such storm", "the fourth crash since May"."""
    if number.value <= 1 or (words.text[index][0].isupper() and index):
        return None
    leads = _leads_up(words, index, number, grammar)
    if leads and words.low[number.end] == "to" and words.text[number.end + 1].islower():
        return Unit("", "rank", number.end)
    start = _praised(words, number.end, grammar)
    end = _noun_end(words, start, grammar)
    phrase = words.low[start:end]
    running = bool(phrase[1:]) and phrase[0] in grammar.ranks.running
    unranked = grammar.ranks.unranked.intersection(phrase)
    if not phrase or not unranked <= (_LASTING if running else frozenset()):
        return None
    chosen = words.low[end] == "to" or words.low[end] in grammar.nouns.people
    if not (words.text[end - 1].islower() or (chosen and _is_of_a_people(words, index, number, end + 1))):
        return None
    told = running or leads or _follows(words, end, grammar) or _is_of_a_people(words, index, number, end)
    told = told or (phrase[-1] == "time" and words.low[index - 2] == "for")
    return Unit(" ".join((*phrase[:-1], singular(phrase[-1], grammar.nouns))), "rank", end) if told else None


def _praised(words: Words, at: int, grammar: FigureGrammar) -> int:
    """Where the noun phrase starts, behind what is said of it besides: "sixth and most powerful test"."""
    if words.low[at] != "and":
        return at
    if words.low[at + 1] in ("most", "least"):
        return at + 3
    return at + 2 if words.low[at + 1] in ("final", "last", *grammar.nouns.superlative) else at


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
    if first in grammar.nouns.people:
        return second not in _ARTICLES and not words.low[end - 1].endswith("ly")
    if first == "to":
        return words.text[end + 1].islower() and (second == "be" or second not in grammar.nouns.stop)
    if first == "of":
        own = second in grammar.ranks.owners and words.low[end + 2] in grammar.ranks.spans
        return own or (second in _THIS and words.low[end + 2] in grammar.ranks.unranked)
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
