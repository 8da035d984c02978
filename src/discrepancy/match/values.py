"""Comparisons of values: how close two claims lie, and what other figures and dates stand beside them."""

from collections import defaultdict
from datetime import datetime
from decimal import Decimal
from itertools import islice

from discrepancy.interval import Interval
from discrepancy.match.blocks import Block
from discrepancy.match.company import is_past
from discrepancy.match.figures import MEETING, agree, ratio
from discrepancy.match.slips import TELLING, digits, is_slip
from discrepancy.match.wording import frame_of, same
from discrepancy.model import CLOCK_GRAINS, Claim, Quantity


def when(left: Claim, right: Claim, block: Block) -> str:
    """The dates named in the two sentences; does one alone tell of the "past", well before its report?"""
    a, b = block.once(_dates, left), block.once(_dates, right)
    if block.once(_is_past, left) != block.once(_is_past, right):
        return "past"
    if any(x.overlaps(y) for x in a for y in b):
        return "same"
    return "different" if a and b else "unknown"


_MOST_DATES = 12
"""How many dates of one sentence are held against those of another; more are a list."""


def _dates(claim: Claim, block: Block) -> tuple[Interval[datetime], ...]:
    return tuple(islice(dict.fromkeys(block.dates_beside(claim)), _MOST_DATES))


def _is_past(claim: Claim, block: Block) -> bool:
    return is_past(claim, block.company)


def company(left: Claim, right: Claim, block: Block) -> str:
    """Do the two sentences share another figure, a telling one at best, or measure something else in common?

    They are "parallel" where each tells the measure once and shares a telling figure, or one of the same measure.
    """
    a, b = block.once(_figures, left), block.once(_figures, right)
    if not a or not b:
        return "unknown"
    shared = a.keys() & b.keys()
    if shared:
        telling = not block.once(_telling, left).isdisjoint(shared)
        if _tell_once(left, right, block) and (telling or any(a[one] & b[one] for one in shared)):
            return "parallel"
        return "telling" if telling else "shared"
    return "measured" if block.once(_measures, left) & block.once(_measures, right) else "different"


_Figure = tuple[str, Decimal]
"""A quantity by its dimension and its value in the base unit."""


def _telling(claim: Claim, block: Block) -> frozenset[_Figure]:
    """Those of the other figures of the sentence that few sentences of different things would share."""
    return frozenset(one for one in block.once(_figures, claim) if digits(one[1]) >= TELLING)


def _tell_once(left: Claim, right: Claim, block: Block) -> bool:
    """Do both measure the same, and their sentences nothing else that is measured so?"""
    own = block.once(_told_once, left)
    return bool(own) and own == block.once(_told_once, right)


def _told_once(claim: Claim, block: Block) -> str:
    """What *claim* measures, if its sentence measures nothing else so; else nothing."""
    own = frame_of(claim).attribute
    return own if own and all(frame_of(one).attribute != own for one in block.beside(claim)) else ""


def _measures(claim: Claim, block: Block) -> set[str]:
    """What the other figures of the sentence measure, where that is not what *claim* measures itself."""
    return {measure for measures in block.once(_figures, claim).values() for measure in measures}


def _figures(claim: Claim, block: Block) -> dict[_Figure, set[str]]:
    """The other quantities of the sentence with what they measure, where that is not what *claim* measures itself.

    A count of one tells nothing.
    """
    own = claim.frame.attribute if claim.frame else None
    found: defaultdict[_Figure, set[str]] = defaultdict(set)
    for one in block.beside(claim):
        if one.quantity is not None and one.quantity.printed.lower != 1:
            measure = one.frame.attribute if one.frame else None
            found[one.quantity.dimension, one.quantity.stated] |= {measure} - {own, None} if measure else set()
    return found


_RATIOS = (
    (Decimal("0.95"), "near"),
    (Decimal("0.8"), "close"),
    (Decimal("0.6"), "apart"),
    (Decimal("0.3"), "far"),
    (Decimal("0.1"), "farther"),
)
"""The lesser figure as a part of the greater one, from which a level holds."""


def closeness(left: Claim, right: Claim, _: Block) -> str:
    """How close the values lie: 30 against 20 is likelier the same fact than 30 against 8,000.

    Two that can both be true "meet" where their figures are close; else one "covers" the other ("under 500", 40).
    """
    if left.quantity is None or right.quantity is None:
        return _time_closeness(left, right)
    near = _nearness(left.quantity, right.quantity)
    if agree(left, right):
        return "meets" if near >= MEETING else "covers"
    if is_slip(left, right):
        return "slip"
    return next((level for least, level in _RATIOS if near >= least), "farthest")


def _nearness(left: Quantity, right: Quantity) -> Decimal:
    """From 0 to 1: the lesser figure as a part of the greater; of temperatures, which have no zero, what parts them."""
    if left.dimension != "temperature":
        return ratio(left, right)
    return max(Decimal(), 1 - abs(left.stated - right.stated) / _DEGREES)


_DEGREES = 40
"""Kelvins between two temperatures that have nothing to do with each other: those of two seasons."""


_DAYS = ((1, "near"), (4, "close"), (40, "apart"), (400, "far"), (4000, "farther"))
"""Days between two times, up to which a level holds."""


def _time_closeness(left: Claim, right: Claim) -> str:
    a, b = left.timex, right.timex
    if a is None or b is None or a.interval is None or b.interval is None:
        return "unknown"
    if a.meets(b):
        return "meets"
    if is_slip(left, right):
        return "slip"
    gap = a.interval.gap(b.interval) or (a.named.gap(b.named) if a.named and b.named else None)
    return next((level for most, level in _DAYS if gap is None or gap.days <= most), "farthest")


def unit(left: Claim, right: Claim, _: Block) -> str:
    """The unit or the counted noun as printed, or the grain of a time."""
    if left.quantity is None or right.quantity is None:
        first, second = (claim.timex.grain if claim.timex else None for claim in (left, right))
        if first in CLOCK_GRAINS and second in CLOCK_GRAINS:
            return "clock"
        return "same" if first is second else "different"
    return same(left.quantity.printed.unit, right.quantity.printed.unit)


def single(left: Claim, right: Claim, _: Block) -> str:
    """Is one of them a count of one ("one of the"), which mostly picks out and does not count?"""
    ones = sum(claim.quantity is not None and claim.quantity.printed.lower == 1 for claim in (left, right))
    return ("neither", "one", "both")[ones]
