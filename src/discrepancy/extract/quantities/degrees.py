"""Reads what degrees are counted from: the zero of their scale, another temperature, the freezing point of water."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.hints import skipped_before
from discrepancy.extract.quantities.reads import Read
from discrepancy.extract.quantities.words import Words
from discrepancy.model import APART, Figure, Modifier, Rendering

_DEGREES = frozenset(("temperature", "degree"))
_UNTOLD = "counted from freezing, on a scale that does not begin there"
_TURNED: Mapping[Modifier, Modifier] = {
    Modifier.MORE_THAN: Modifier.LESS_THAN,
    Modifier.LESS_THAN: Modifier.MORE_THAN,
    Modifier.AT_LEAST: Modifier.AT_MOST,
    Modifier.AT_MOST: Modifier.AT_LEAST,
}
"""Hedges of what is counted downwards: more than 5 degrees below zero are less than -5."""


def counted_from(words: Words, reads: Sequence[Read], grammar: FigureGrammar) -> list[Read]:
    """*reads*, those of degrees by what they are counted from: "2C warmer" names no temperature."""
    return [_counted(words, read, grammar) if read.figure.dimension in _DEGREES else read for read in reads]


def _counted(words: Words, read: Read, grammar: FigureGrammar) -> Read:
    degrees, figure = grammar.degrees, read.figure
    below = degrees.below_freezing.at(words.low, read.end)
    if below or degrees.above_freezing.at(words.low, read.end):
        figure = _from_freezing(figure)
    if below or degrees.below_zero.at(words.low, read.end):
        return replace(read, figure=replace(figure, renderings=tuple(map(_turned, figure.renderings))))
    start = skipped_before(words, read.start, grammar)
    parted = degrees.differing.at(words.low, read.end) or degrees.parting.before(words.low, start)
    if parted or figure.change:
        figure = replace(figure, renderings=tuple(map(_apart, figure.renderings)))
    return replace(read, figure=figure)


def _from_freezing(figure: Figure) -> Figure:
    """*figure* in degrees Celsius, which begin there, if it is told in them."""
    celsius = tuple(one for one in figure.renderings if one.printed.unit == "celsius")
    return replace(figure, renderings=celsius) if celsius else replace(figure, unread=_UNTOLD)


def _turned(rendering: Rendering) -> Rendering:
    """*rendering*, counted downwards from zero."""
    printed = rendering.printed
    upper, lower = (None if end is None else -end for end in (printed.lower, printed.upper))
    modifier = _TURNED.get(printed.modifier, printed.modifier)
    return replace(rendering, printed=replace(printed, lower=lower, upper=upper, modifier=modifier))


def _apart(rendering: Rendering) -> Rendering:
    return replace(rendering, dimension=APART) if rendering.dimension == "temperature" else rendering
