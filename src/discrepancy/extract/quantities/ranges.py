"""Makes a range of two figures with their units: "5 km to 10 km"."""

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.extract.quantities.amounts import is_moving
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.reads import Read
from discrepancy.extract.quantities.words import Words
from discrepancy.model import Figure, Modifier, Printed


def ranged(words: Words, reads: Sequence[Read], grammar: FigureGrammar) -> list[Read]:
    """Makes a range of two figures with their units: "5 km to 10 km"."""
    found: list[Read] = []
    for read in reads:
        if found and _ends_of_range(words, found[-1], read, grammar):
            found[-1] = _range(found[-1], read)
        else:
            found.append(read)
    return found


def _ends_of_range(words: Words, left: Read, right: Read, grammar: FigureGrammar) -> bool:
    gap = words.low[left.end : right.start]
    if gap not in (("to",), ("and",), ("-",), ("–",)):
        return False
    one, two = left.figure, right.figure
    if len(one.renderings) > 1 or len(two.renderings) > 1 or one.change or two.change:
        return False
    if gap == ("and",) and words.low[left.start - 1] != "between":
        return False
    if gap == ("to",) and is_moving(words, left.start, grammar):
        return False
    same = one.printed.unit == two.printed.unit and one.dimension == two.dimension
    return same and one.printed.modifier is two.printed.modifier is Modifier.EXACT and _below(one.printed, two.printed)


def _below(one: Printed, two: Printed) -> bool:
    return one.lower is not None and two.lower is not None and one.lower < two.lower


def _range(left: Read, right: Read) -> Read:
    rendering = left.figure.renderings[0]
    printed = replace(rendering.printed, upper=right.figure.printed.upper, modifier=Modifier.RANGE)
    figure = Figure((replace(rendering, printed=printed),), left.figure.change, left.figure.qualifier)
    return replace(left, figure=figure, end=right.end)
