"""Reads one figure: its number or range, its unit or noun, its hedge and its direction."""

from decimal import Decimal

from discrepancy.extract.quantities.ages import age_at, lifetime_at
from discrepancy.extract.quantities.amounts import Amount, Sighting, amount_at
from discrepancy.extract.quantities.codes import past_code
from discrepancy.extract.quantities.compounds import in_inches, or_two_at, part_more_at, signed_height
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.hints import (
    change_after,
    change_amid,
    change_at_pace,
    change_before,
    change_in,
    change_of,
    hedge_after,
    hedge_before,
    skipped_before,
)
from discrepancy.extract.quantities.money import money_at
from discrepancy.extract.quantities.ranks import rank_at
from discrepancy.extract.quantities.reads import Read
from discrepancy.extract.quantities.tallies import tally_at
from discrepancy.extract.quantities.units import rate_at, unit_at, unit_before
from discrepancy.extract.quantities.words import Words
from discrepancy.extract.quantities.zeros import zero_at
from discrepancy.interval import Interval
from discrepancy.knowledge.quantities import HedgeRow
from discrepancy.model import Change, Figure, Modifier, Printed, Rendering

_SPANNING = frozenset(("over", "under"))
"""Of durations they say how long something takes, and are no hedges: "over four years"."""
_EARNINGS = Decimal(100_000)
_ELAPSED = frozenset(("later", "ago", "earlier", "before", "after"))
_OUTRIGHT = (zero_at, rank_at, lifetime_at, part_more_at, or_two_at)
"""What is read before codes and dates are looked for."""
_POINTS = frozenset(("percentage", "percentage point", "basis point"))
"""Told of what moves, also from farther away."""
_ARTICLES = frozenset(("a", "an", "the"))
_UPRIGHT = frozenset(("up", "down"))
"""Behind a length they say where something is: "20 metres down"."""
_BELOW_ZERO = frozenset(("temperature", "degree", "share"))


def read_at(words: Words, index: int, floor: int, grammar: FigureGrammar) -> Read | int:
    """The figure around the seed at *index*, behind *floor*; or where to go on where there is none."""
    told = (read(words, index, floor, grammar) for read in _OUTRIGHT)
    outright = next((sighting for sighting in told if sighting), None)
    if outright:
        return _finished(words, outright, grammar)
    code = past_code(words, index, grammar)
    if code is not None:
        return max(code, index + 1)
    amount = amount_at(words, index, floor, grammar)
    if amount is None:
        return index + 1
    if _is_loose_time(words, amount, grammar):
        return amount.last.end
    sighting = _money(words, amount, grammar) or _measured(words, amount, grammar) or tally_at(words, amount, grammar)
    return _finished(words, sighting, grammar) if sighting else amount.last.end


def _money(words: Words, amount: Amount, grammar: FigureGrammar) -> Sighting | None:
    found = money_at(words, amount, grammar)
    if found is None:
        return None
    amount, unit, start = found
    return Sighting(amount, rate_at(words, unit, grammar), start)


def _measured(words: Words, amount: Amount, grammar: FigureGrammar) -> Sighting | None:
    unit = unit_at(words, amount.last, grammar) or unit_before(words, amount.start, amount.last.end, grammar)
    age = age_at(words, amount, unit, grammar)
    if age:
        return Sighting(amount, age, amount.start)
    if unit is None:
        signed = signed_height(words, amount, grammar)
        return Sighting(signed[0], signed[1], amount.start) if signed else None
    amount, unit = in_inches(words, amount, unit, grammar) or (amount, unit)
    return Sighting(amount, rate_at(words, unit, grammar), amount.start)


def _is_loose_time(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    """Is it "several days" or "a couple of times", which the grammar of times reads, or nobody counts?"""
    unit = unit_at(words, amount.last, grammar) if amount.last.vague else None
    return unit is not None and unit.dimension in ("duration", "factor")


def _finished(words: Words, sighting: Sighting, grammar: FigureGrammar) -> Read:
    """The figure with its hedge and its direction."""
    unit = sighting.unit
    negative, start = _sign(words, sighting)
    counted = unit.dimension in ("count", "factor")
    hedge, first = hedge_before(words, start, grammar, sighting.amount.low.value if counted else None)
    spanning = unit.dimension == "duration" and words.low[first] in _SPANNING
    lasts = words.low[first - 1] in grammar.hints.lasting or words.low[unit.end] in _ELAPSED
    if hedge and spanning and not lasts:
        hedge, first = None, start
    behind, end = hedge_after(words, unit.end, grammar)
    figure = Figure(
        (_rendering(sighting, hedge or sighting.amount.hedge or behind, negative=negative),),
        _change(words, sighting, grammar),
        sighting.qualifier,
    )
    return Read(figure, first, max(end, unit.end), sighting.bare)


def _rendering(sighting: Sighting, hedge: HedgeRow | None, *, negative: bool) -> Rendering:
    amount, unit = sighting.amount, sighting.unit
    lower = -amount.low.value if negative else amount.low.value
    upper = amount.high.value if amount.high else lower
    printed = Printed(lower, upper, unit.name, _modifier(amount, hedge), amount.last.step)
    vague = amount.low.vague
    bounds = Interval(vague.lower, vague.upper, upper_open=False) if vague else None
    if sighting.among:
        bounds = Interval(lower, None)
    return Rendering(printed, unit.dimension, hedge is not None and hedge.near, bounds)


def _modifier(amount: Amount, hedge: HedgeRow | None) -> Modifier:
    if amount.high:
        return Modifier.RANGE
    if amount.low.vague:
        return Modifier.ABOUT
    return hedge.modifier if hedge else Modifier.EXACT


def _change(words: Words, sighting: Sighting, grammar: FigureGrammar) -> Change | None:
    unit = sighting.unit
    if unit.dimension in ("age", "duration", "factor", "rank"):
        return None
    start = skipped_before(words, sighting.start, grammar)
    if grammar.hints.levels.before(words.low, sighting.start):
        return None
    counted = unit.dimension.partition(" per ")[0] == "count"
    strict = counted and not sighting.bare
    near = change_before(words, start, grammar, strict=strict)
    if unit.dimension != "length" or words.low[unit.end] not in _UPRIGHT:
        near = near or change_after(words, unit.end, grammar, strict=counted)
    far = unit.name in _POINTS or unit.dimension == "share" or words.low[start - 1] == "by"
    if near or not far:
        return None if _is_earned(words, sighting, start, grammar) else near
    amid = change_amid(words, unit.end, grammar) if words.low[start] in _ARTICLES else None
    told = (rule(words, start, grammar) for rule in (change_of, change_at_pace, change_in))
    return amid or next((change for change in told if change), None)


def _is_earned(words: Words, sighting: Sighting, start: int, grammar: FigureGrammar) -> bool:
    """Is it what was earned or lost, and no change: "a gain of $5 million"?"""
    large = sighting.unit.dimension.startswith("money:") and sighting.amount.last.value >= _EARNINGS
    near = (*words.before(start, 2), words.low[sighting.unit.end])
    return large and not grammar.hints.earned.isdisjoint(near)


def _sign(words: Words, sighting: Sighting) -> tuple[bool, int]:
    """Is the figure below zero, and where does it start with its sign?"""
    start = sighting.start
    before, dimension = words.text[start - 1], sighting.unit.dimension
    if before == "−" or words.low[start - 1] == "minus":
        return True, start - 1
    if dimension == "share" and words.low[sighting.unit.end : sighting.unit.end + 2] == ("below", "zero"):
        return True, start
    apart = before == "-" and not words.glued(start - 1) and not words.is_figure(start - 2)
    if apart and (dimension == "temperature" or (words.glued(start) and dimension in _BELOW_ZERO)):
        return True, start - 1
    return False, start
