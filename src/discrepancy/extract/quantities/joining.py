"""Joins figures that belong together: two renderings of one amount, a list with one unit, counts of the same people."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from discrepancy.extract.quantities.compounds import compounded
from discrepancy.extract.quantities.degrees import counted_from
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.prices import priced
from discrepancy.extract.quantities.ranges import ranged
from discrepancy.extract.quantities.reads import Read
from discrepancy.extract.quantities.units import Unit, rate_at
from discrepancy.extract.quantities.words import Words
from discrepancy.extract.quantities.zeros import with_further
from discrepancy.model import Figure

_OR = (("or",), (",", "or"))
_LISTS = ((",",), ("and",), ("or",), (",", "and"), (",", "or"), ("to",))
_HUNG = (("-", "and"), ("-", "or"), ("-", ",", "and"))
"""Lists of figures whose unit hangs on the last: "5- and 7-year-olds"."""
_BY = (("by",), ("x",), ("×",), ("-", "by", "-"))
"""Between the sides of an area: "10 by 20 metres", "a 10-by-20-metre hall"."""
_LEGS, _LEG = Decimal(4), Decimal(50)
"""The most legs of a relay, and the least length of one: "4 x 100 m"."""
_NO_MEASURES = frozenset(("count", "age", "duration", "share", "money"))
"""Dimensions that nobody tells twice in two units of one system: "$92 million, or 21 cents a share"."""
_NEAR = 8
"""How many figures back "of them" may refer."""
_WHERE = frozenset(("in", "at", "on", "near", "from"))
_OF_THEM = frozenset((("of", "them"), ("of", "whom"), ("of", "those"), ("of", "these"), ("of", "which")))


def joined(words: Words, reads: Sequence[Read], grammar: FigureGrammar) -> list[Read]:
    """*reads* with what each has from its neighbours."""
    listed = compounded(words, _aged(words, _listed(words, list(with_further(words, reads, grammar)))), grammar)
    rendered = counted_from(words, ranged(words, _renderings(words, listed, grammar), grammar), grammar)
    return priced(words, _inherited(words, rendered), grammar)


def _listed(words: Words, reads: Sequence[Read]) -> list[Read]:
    """Gives a bare figure the unit of the next in its list: "10, 20 and 30 km"."""
    found = list(reads)
    for at in range(len(found) - 2, -1, -1):
        left, right = found[at], found[at + 1]
        gap = words.low[left.end : right.start]
        listed = gap in _LISTS and right.figure.dimension != "age"
        listed = listed or (gap in _BY and _is_side(left, right))
        if gap == (",", "or"):  # "5.39, or 1.2 percent" are no two of a kind, but "5, 6, or 7 percent" are
            listed = at > 0 and words.low[found[at - 1].end : left.start] == (",",)
        if left.bare and not right.bare and left.figure.dimension == "count" and (gap in _HUNG or listed):
            rendering = right.figure.renderings[0]
            own = left.figure.renderings[0]
            printed = replace(own.printed, unit=rendering.printed.unit)
            figure = replace(left.figure, renderings=(replace(own, printed=printed, dimension=rendering.dimension),))
            found[at] = replace(left, figure=figure, bare=False)
    return found


def _is_side(left: Read, right: Read) -> bool:
    """Is *left* one side of what *right*, a length, is the other of, and no number of legs?"""
    one, two = left.figure.printed.lower or Decimal(0), right.figure.printed.lower or Decimal(0)
    return right.figure.dimension == "length" and (one > _LEGS or two < _LEG)


def _aged(words: Words, reads: Sequence[Read]) -> list[Read]:
    """Makes an age of a bare figure behind another age in a list: "aged 5, 7 and 9"."""
    found: list[Read] = []
    for read in reads:
        last = found[-1] if found else None
        plain = last is not None and last.figure.dimension == "age" and last.end - last.start == 1
        if last and plain and read.bare and words.low[last.end : read.start] in _LISTS and _closes(words, read):
            rendering = read.figure.renderings[0]
            printed = replace(rendering.printed, unit="year")
            figure = replace(read.figure, renderings=(replace(rendering, printed=printed, dimension="age"),))
            found.append(replace(read, figure=figure, bare=False))
        else:
            found.append(read)
    return found


def _closes(words: Words, read: Read) -> bool:
    """Does nothing follow *read* that it could count?"""
    return not words.is_word(read.end) or words.low[read.end] in ("and", "or", "who", "were", "was", "from", "in")


def _renderings(words: Words, reads: Sequence[Read], grammar: FigureGrammar) -> list[Read]:
    """Makes one of two renderings of an amount: "20 kilometres (12 miles)"."""
    found: list[Read] = []
    for read in reads:
        if found and _same_amount(words, found[-1], read):
            last = found[-1]
            closed = words.text[read.end] in (")", "]")
            figure = replace(last.figure, renderings=(*last.figure.renderings, *read.figure.renderings))
            found[-1] = _with_rate(words, replace(last, figure=figure, end=read.end + closed), grammar)
        else:
            found.append(read)
    return found


def _with_rate(words: Words, read: Read, grammar: FigureGrammar) -> Read:
    """*read* with what both its renderings are told per: "30 francs ($5) a share"."""
    renderings, end = read.figure.renderings, read.end
    units = [rate_at(words, Unit(one.printed.unit, one.dimension, read.end), grammar) for one in renderings]
    if any(" per " in one.dimension for one in renderings):
        return read
    rated = tuple(
        replace(one, printed=replace(one.printed, unit=unit.name), dimension=unit.dimension)
        for one, unit in zip(renderings, units, strict=True)
    )
    return replace(read, figure=replace(read.figure, renderings=rated), end=max(end, *(unit.end for unit in units)))


def _same_amount(words: Words, left: Read, right: Read) -> bool:
    first, second = left.figure, right.figure
    gap = words.low[left.end : right.start]
    if len(first.renderings) > 1 or gap not in (
        ("(",),
        (",", "or"),
        ("[",),
        ("/",),
        ("or",),
        ("—",),
        ("-",),
        ("(", "or"),
        ("(", "or", "about"),
    ):
        return False
    if gap[0] in ("(", "[") and words.text[right.end] not in (")", "]", ",", ";"):
        return False
    if first.printed.unit == second.printed.unit or left.bare or right.bare:
        return False
    money = _exchanged(first.dimension, second.dimension) and gap[0] in ("(", "[")
    physical = first.dimension == second.dimension and first.dimension.partition(":")[0] not in _NO_MEASURES
    return money or physical


def _exchanged(one: str, other: str) -> bool:
    """Are both money, in two currencies and per the same?"""
    (left, _, per), (right, _, likewise) = one.partition(" per "), other.partition(" per ")
    return left.startswith("money:") and right.startswith("money:") and left != right and per == likewise


def _inherited(words: Words, reads: Sequence[Read]) -> list[Read]:
    """Gives a figure what the one before it says of both: "fell 2%, or $3"; "12 women, two of them doctors"."""
    found: list[Read] = []
    for read in reads:
        if read.bare and words.low[read.end : read.end + 2] in _OF_THEM:
            found.append(_of_them(read, found))
        elif found and _is_likewise(words, found[-1], read):
            found.append(_counting(read, found[-1].figure, found[-1].figure.qualifier))
        elif found and words.low[found[-1].end : read.start] in _OR and not read.figure.change:
            found.append(replace(read, figure=replace(read.figure, change=found[-1].figure.change)))
        else:
            found.append(read)
    return found


def _of_them(read: Read, before: Sequence[Read]) -> Read:
    """*read* as a part of what was last counted."""
    counts = (one.figure for one in reversed(before[-_NEAR:]) if one.figure.dimension == "count" and not one.bare)
    last = next(counts, None)
    if last is None:
        return read
    return _counting(read, last, "of them")


def _is_likewise(words: Words, last: Read, read: Read) -> bool:
    """Does *read* count what *last* does, elsewhere: "four sailors in May and ten in June"?"""
    plain = read.bare and not last.bare and read.figure.dimension == last.figure.dimension == "count"
    return plain and words.low[read.start - 1] == "and" and words.low[read.end] == words.low[last.end] in _WHERE


def _counting(read: Read, figure: Figure, qualifier: str) -> Read:
    """*read* as a count of what *figure* counts."""
    rendering = read.figure.renderings[0]
    printed = replace(rendering.printed, unit=figure.printed.unit)
    told = replace(read.figure, renderings=(replace(rendering, printed=printed),), qualifier=qualifier)
    return replace(read, figure=told, bare=False)
