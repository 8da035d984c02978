"""Reads none where it is a count: "no one was killed", "none of the crew died", "all the sailors were unharmed"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from discrepancy.extract.quantities.amounts import Amount, Sighting
from discrepancy.extract.quantities.counts import Counted, counted_at
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.numbers import Number
from discrepancy.extract.quantities.reads import Read
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.units import Unit
from discrepancy.extract.quantities.words import Words

_FAR = 4
_OF_MANY = 4
"""How much further, where a number of its own follows: "none of the 12 sailors was hurt"."""
_MORE = frozenset(("more", "further", "additional", "another"))
"""No further deaths are not no deaths."""
_PEOPLE = frozenset(("casualty",))
_CLAUSE = 14
"""How many words before "unharmed" those may be named who are."""
_ENDING = frozenset((";", ":", "but", "while"))
_NOT_ALL = frozenset(("not", "nearly", "almost", "at", "after", "in", "of", "above"))
_LISTED = frozenset(("or", "and", "nor"))


def zero_at(words: Words, index: int, floor: int, grammar: FigureGrammar) -> Sighting | None:
    """The count of none at *index*."""
    start = index - (words.low[index - 1] == "no" and index > floor)
    found = grammar.zeros.none.at(words.low, start)
    if found:
        return _nobody(words, start, found[1], grammar)
    if words.low[index] in grammar.zeros.unharmed:
        return _unharmed(words, index, grammar)
    return _lacking(words, index, grammar) if words.low[index] in grammar.zeros.lacking else None


def _nobody(words: Words, start: int, end: int, grammar: FigureGrammar) -> Sighting | None:
    """None of the people, where they are said to be killed or the like."""
    counted = counted_at(words, end, grammar, one=False) if words.low[end] == "of" else None
    end = counted.end if counted else end
    far = _FAR + (_OF_MANY if words.low[end] == "of" else 0)
    if grammar.zeros.follow.isdisjoint(words.low[end : end + far]):
        return None
    return _sighting(start, counted._replace(end=end) if counted else Counted("people", end))


def _lacking(words: Words, index: int, grammar: FigureGrammar) -> Sighting | None:
    """No casualties, or no sailors of whom something is said."""
    counted = counted_at(words, index + 1 + (words.low[index + 1] == "any"), grammar, one=False)
    if counted is None or words.low[index + 1] == "of" or counted.qualifier in _MORE:
        return None
    noun = counted.noun.rpartition(" ")[2]
    if noun in grammar.zeros.harm:
        return _sighting(index, counted._replace(noun="people") if counted.noun in _PEOPLE else counted)
    at = counted.end
    while words.low[at] in grammar.nouns.auxiliary and at < counted.end + _FAR:
        at += 1
    told = words.low[index] == "no" and words.low[at] in grammar.zeros.follow
    return _sighting(index, counted) if told and at > counted.end else None


def _unharmed(words: Words, index: int, grammar: FigureGrammar) -> Sighting | None:
    """None of them was hurt, where all of them are said to be unharmed within the clause."""
    for at in range(index - 1, max(-1, index - _CLAUSE), -1):
        if words.low[at] in _ENDING:
            break
        if words.low[at] in grammar.zeros.wholes and words.low[at - 1] not in _NOT_ALL and words.low[at + 1] != "but":
            return _sighting(index, Counted(_whole(words, at + 1, grammar), index + 1))
    return None


def _whole(words: Words, at: int, grammar: FigureGrammar) -> str:
    """The members of the whole that is named at *at*: people, where no noun says it."""
    at += words.low[at] == "of"
    at += words.low[at] in grammar.nouns.determiners
    number = number_at(words, at, grammar.numerals)
    counted = counted_at(words, number.end if number else at, grammar, one=False)
    return counted.noun if counted else "people"


def _sighting(start: int, counted: Counted) -> Sighting:
    none = Number(Decimal(0), Decimal(1), counted.end, digits=False)
    return Sighting(Amount(none, start), Unit(counted.noun, "count", counted.end), start, qualifier=counted.qualifier)


def with_further(words: Words, reads: Sequence[Read], grammar: FigureGrammar) -> Iterator[Read]:
    """*reads* with what else there is none of: "no deaths or injuries"."""
    for read in reads:
        yield read
        counted = counted_at(words, read.end + 1, grammar, one=False) if words.low[read.end] in _LISTED else None
        if counted and counted.noun in grammar.zeros.harm and words.low[read.start] in grammar.zeros.lacking:
            rendering = read.figure.renderings[0]
            printed = replace(rendering.printed, unit=counted.noun)
            figure = replace(read.figure, renderings=(replace(rendering, printed=printed),))
            yield replace(read, figure=figure, start=read.end + 1, end=counted.end)
