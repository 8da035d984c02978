"""Recognises votes and scores: "52 to 48", "a 5-to-4 ruling", "a six-three majority", "three to nil"."""

from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.numbers import Number
from discrepancy.extract.quantities.phrases import is_plural
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.words import HYPHENS, Words

_BEFORE, _BEHIND = 5, 3
"""How many words either way may tell a contest; those behind only of what hyphens join."""
_NIL = frozenset(("nil", "nothing", "zero"))
_MEASURED = frozenset(("%", "m", "bn"))


def past_contest(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """The end of the vote or score that starts at *index*, where words near it tell of one."""
    first = _tally(words, index, grammar)
    start = _past_joint(words, first) if first else None
    if first is None or start is None:
        return None
    second = Number(first.value, first.step, start + 1) if words.low[start] in _NIL else _tally(words, start, grammar)
    if second is None or words.text[second.end] in _MEASURED or grammar.units.names.at(words.low, second.end):
        return None
    hung = words.text[first.end] in HYPHENS and words.glued(first.end)
    contests, behind = grammar.codes.contests, words.low[second.end : second.end + _BEHIND]
    near = contests & {*words.before(index, _BEFORE), *(behind if hung else ())}
    led_by = words.low[index - 1] in contests and not is_plural(words.text[second.end], grammar.nouns)
    told = near and (led_by or first.value >= second.value)
    return second.end if told and not _moves(words, index, grammar) else None


def _moves(words: Words, index: int, grammar: FigureGrammar) -> bool:
    """Does a direction stand before the "by" at *index*: "rose by 20 to 45"?"""
    hints, by = grammar.hints, words.low[index - 1] == "by"
    return by and any(found.before(words.low, index - 1) for found in (hints.changes_before, hints.changes_by))


def _tally(words: Words, index: int, grammar: FigureGrammar) -> Number | None:
    """The plain whole number at *index*."""
    if not (words.is_figure(index) or words.low[index] in grammar.numerals.cardinals):
        return None
    number = number_at(words, index, grammar.numerals)
    plain = number is not None and number.whole and number.step == number.magnitude == 1 and not number.fraction
    return number if plain else None


def _past_joint(words: Words, first: Number) -> int | None:
    """Where the other side's number starts: behind "to", "-to-", or a hyphen between words."""
    at = first.end
    if words.low[at] == "to":
        return at + 1
    if words.low[at : at + 3] == ("-", "to", "-"):
        return at + 3
    spelled = not first.digits or words.low[at + 1] in _NIL
    apart = not words.glued(at)
    return at + 1 if words.text[at] in HYPHENS and (spelled or apart) else None
