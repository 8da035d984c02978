"""Reads one figure: its number or range, its unit or noun, its hedge and its direction."""

from dataclasses import dataclass
from decimal import Decimal

from discrepancy.extract.quantities.ages import age_at
from discrepancy.extract.quantities.amounts import Amount, amount_at
from discrepancy.extract.quantities.codes import is_address, past_code
from discrepancy.extract.quantities.counts import Counted, counted_at
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.hints import change_after, change_before, hedge_after, hedge_before, skipped_before
from discrepancy.extract.quantities.money import money_at
from discrepancy.extract.quantities.units import Unit, rate_at, unit_at
from discrepancy.extract.quantities.words import HYPHENS, Words
from discrepancy.interval import Interval
from discrepancy.knowledge.quantities import HedgeRow
from discrepancy.model import Change, Figure, Modifier, Printed, Rendering

_FEW = Decimal(100)
_BELOW_ZERO = frozenset(("temperature", "degree", "share"))


@dataclass(frozen=True, slots=True)
class Read:
    """A figure and the words that give it; *bare* has neither unit nor noun."""

    figure: Figure
    start: int
    end: int
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """An amount with its unit, where both start, before hedge and direction are known."""

    amount: Amount
    unit: Unit
    start: int
    bare: bool = False
    qualifier: str = ""


def read_at(words: Words, index: int, floor: int, grammar: FigureGrammar) -> Read | int:
    """The figure around the seed at *index*, behind *floor*; or where to go on where there is none."""
    nobody = _nobody(words, index, grammar)
    if nobody:
        return nobody
    code = past_code(words, index, grammar)
    if code is not None:
        return max(code, index + 1)
    amount = amount_at(words, index, floor, grammar)
    if amount is None:
        return index + 1
    sighting = _money(words, amount, grammar) or _measured(words, amount, grammar) or _counted(words, amount, grammar)
    return _finished(words, sighting, grammar) if sighting else amount.last.end


def _nobody(words: Words, index: int, grammar: FigureGrammar) -> Read | None:
    """Zero people, where "no one" and the like are said to be killed."""
    start = index - (words.low[index - 1] == "no")
    found = grammar.numerals.none.at(words.low, start)
    if not found:
        return None
    row, end = found
    counted = counted_at(words, end, grammar, one=False) if words.low[end] == "of" else None
    end = counted.end if counted else end
    if not set(words.low[end : end + 4]) & set(row.follow):
        return None
    printed = Printed(Decimal(0), Decimal(0), counted.noun if counted else "people")
    return Read(Figure((Rendering(printed, "count"),)), start, end)


def _money(words: Words, amount: Amount, grammar: FigureGrammar) -> Sighting | None:
    found = money_at(words, amount, grammar)
    if found is None:
        return None
    amount, unit, start = found
    return Sighting(amount, rate_at(words, unit, grammar), start)


def _measured(words: Words, amount: Amount, grammar: FigureGrammar) -> Sighting | None:
    unit = unit_at(words, amount.last, grammar)
    age = age_at(words, amount, unit, grammar)
    if age:
        return Sighting(amount, age, amount.start)
    vague = amount.last.vague and amount.last.value < _FEW
    if unit is None or (vague and unit.dimension in ("duration", "factor")):
        return None
    return Sighting(amount, rate_at(words, unit, grammar), amount.start)


def _counted(words: Words, amount: Amount, grammar: FigureGrammar) -> Sighting | None:
    """A count of something, or a bare number; a pronoun, an idiom or a code is neither."""
    last = amount.last
    if last.fraction:
        return _share(words, amount, grammar)
    one = last.value == 1 and amount.high is None
    if one and not last.digits and not _counts_one(words, amount, grammar):
        return None
    counted = _people_or(words, amount, grammar, counted_at(words, last.end, grammar, one=one))
    if counted is None:
        return _bare(words, amount, grammar)
    unit = _adjusted(words, counted, grammar)
    if unit.dimension != "count" and last.vague:
        return None
    return Sighting(amount, rate_at(words, unit, grammar), amount.start, qualifier=counted.qualifier)


def _adjusted(words: Words, counted: Counted, grammar: FigureGrammar) -> Unit:
    """The unit behind an adjective, "nine long miles", or what is counted."""
    found = grammar.units.names.at((words.low[counted.end - 1], ""), 0) if " " in counted.noun else None
    if found and found[0].dimension in ("duration", "length"):
        return Unit(found[0].name, found[0].dimension, counted.end)
    return Unit(counted.noun, "count", counted.end)


def _bare(words: Words, amount: Amount, grammar: FigureGrammar) -> Sighting | None:
    """A number without unit or noun, where it is no pronoun, note or code."""
    last, before = amount.last, words.low[amount.start - 1]
    hedged = hedge_before(words, amount.start, grammar)[0]
    if last.vague or (last.magnitude > 1 and not last.digits and before in HYPHENS):
        return None
    if not last.digits and not hedged and (last.value == 1 or before in grammar.nouns.determiners or before == "between"):
        return None
    bracketed = words.text[amount.start - 1] == "(" and words.text[last.end] == ")" and last.magnitude == 1
    if (last.end == amount.start + 1 and is_address(words, amount.start) and not hedged) or (bracketed and last.step == 1):
        return None
    return Sighting(amount, Unit("", "count", last.end), amount.start, bare=True)


def _counts_one(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    before, after = words.low[amount.start - 1], words.low[amount.last.end]
    if after == "of":
        return before not in ("no", "the")
    return before not in grammar.nouns.not_one and after not in grammar.nouns.not_one


def _people_or(words: Words, amount: Amount, grammar: FigureGrammar, counted: Counted | None) -> Counted | None:
    """*counted*, or people where the words around say so: "killed 16", "19 were killed", "15 others injured"."""
    people = grammar.nouns.people
    if counted and counted.noun in people:
        return Counted("people", counted.end - 1 if counted.noun != "casualty" else counted.end, counted.qualifier)
    if counted and counted.noun != "other":
        return counted
    at = amount.last.end
    while words.low[at] in grammar.nouns.auxiliary:
        at += 1
    if words.low[at] in people or words.low[skipped_before(words, amount.start, grammar) - 1] in people:
        return Counted("people", counted.end if counted else amount.last.end, counted.qualifier if counted else "")
    return counted


def _share(words: Words, amount: Amount, grammar: FigureGrammar) -> Sighting | None:
    """A fraction of something: "a third of voters", "half the seats"."""
    last = amount.last
    following = words.low[last.end]
    if not last.digits and (words.low[amount.start - 1] in grammar.numerals.ordinals or following not in grammar.numerals.parts):
        return None
    counted = counted_at(words, last.end, grammar, one=False) if following == "of" else None
    unit = Unit(counted.noun if counted else "", "share", last.end)
    return Sighting(amount, unit, amount.start, bare=counted is None)


def _finished(words: Words, sighting: Sighting, grammar: FigureGrammar) -> Read:
    """The figure with its hedge and its direction."""
    amount, unit = sighting.amount, sighting.unit
    negative, start = _sign(words, sighting)
    hedge, first = hedge_before(words, start, grammar)
    if hedge and unit.dimension == "duration" and words.low[first] in ("over", "under"):
        hedge, first = None, start  # "over four years": the time that something takes
    behind, end = hedge_after(words, unit.end, grammar)
    if behind is None:
        behind, _ = hedge_after(words, amount.last.end, grammar)
        end = unit.end
    lower = -amount.low.value if negative else amount.low.value
    upper = amount.high.value if amount.high else lower
    printed = Printed(lower, upper, unit.name, _modifier(amount, hedge or behind), amount.last.step)
    vague = amount.low.vague
    bounds = Interval(vague.lower, vague.upper, upper_open=False) if vague else None
    rendering = Rendering(printed, unit.dimension, bool((hedge or behind) and (hedge or behind).near), bounds)
    change = _change(words, sighting, grammar)
    return Read(Figure((rendering,), change, sighting.qualifier), first, max(end, unit.end), sighting.bare)


def _modifier(amount: Amount, hedge: HedgeRow | None) -> Modifier:
    if amount.high:
        return Modifier.RANGE
    if amount.low.vague:
        return Modifier.ABOUT
    return hedge.modifier if hedge else Modifier.EXACT


def _change(words: Words, sighting: Sighting, grammar: FigureGrammar) -> Change | None:
    unit = sighting.unit
    if unit.dimension in ("age", "duration"):
        return None
    start = skipped_before(words, sighting.start, grammar)
    strict = unit.dimension == "count" and not sighting.bare
    return change_before(words, start, grammar, strict=strict) or change_after(words, unit.end, grammar)


def _sign(words: Words, sighting: Sighting) -> tuple[bool, int]:
    """Is the figure below zero, and where does it start with its sign?"""
    start = sighting.start
    before, dimension = words.text[start - 1], sighting.unit.dimension
    if before == "−" or words.low[start - 1] == "minus":
        return True, start - 1
    apart = before == "-" and not words.glued(start - 1) and not words.is_figure(start - 2)
    if apart and (dimension == "temperature" or (words.glued(start) and dimension in _BELOW_ZERO)):
        return True, start - 1
    return False, start
