"""Comparisons of values: how close two claims lie, and what other figures and dates stand beside them."""

from datetime import timedelta
from decimal import Decimal

from discrepancy.match.blocks import Block
from discrepancy.match.wording import same
from discrepancy.model import CLOCK_GRAINS, Claim, Modifier, Quantity


def agree(left: Claim, right: Claim) -> bool:
    """Can both be true, taken as they stand?"""
    if left.quantity is not None and right.quantity is not None:
        return left.quantity.interval.overlaps(right.quantity.interval)
    return left.timex is None or right.timex is None or left.timex.meets(right.timex)


def is_another(left: Claim, right: Claim) -> bool:
    """Of two claims of one document, is one another value: excluded, or far from it and let in by a hedge alone?"""
    if left.quantity is None or right.quantity is None or left.quantity.vague or right.quantity.vague:
        return not agree(left, right)
    return not agree(left, right) or ratio(left.quantity, right.quantity) < _MEETING


def ratio(left: Quantity, right: Quantity) -> Decimal:
    """The lesser figure as a part of the greater one."""
    low, high = sorted((abs(stated(left)), abs(stated(right))))
    return low / high if high else Decimal(1)


def when(left: Claim, right: Claim, block: Block) -> str:
    """The dates named in the two sentences; does one alone tell of the "past", well before its report?"""
    a, b = (list(block.dates_beside(claim)) for claim in (left, right))
    if _is_past(left, block) != _is_past(right, block):
        return "past"
    if any(x.overlaps(y) for x in a for y in b):
        return "same"
    return "different" if a and b else "unknown"


_NEWS = timedelta(20)
"""How long before publication a report's own event lies at most; what lies further back is another one."""


def _is_past(claim: Claim, block: Block) -> bool:
    """Does the date told of *claim* in its sentence lie well before its report?"""
    published, told = claim.document.published, block.date_of(claim)
    return bool(published and told and told.upper and published.time - told.upper > _NEWS)


def company(left: Claim, right: Claim, block: Block) -> str:
    """Do the two sentences share another figure, a telling one at best, or measure something else in common?"""
    a, b = (_figures(claim, block) for claim in (left, right))
    if not a or not b:
        return "unknown"
    shared = a & b
    if shared:
        return "telling" if any(_digits(value) >= _TELLING for _, value in shared) else "shared"
    return "measured" if _measures(left, block) & _measures(right, block) else "different"


_TELLING = 3  # digits; few sentences of different things share such a figure


def _digits(value: Decimal) -> int:
    """The digits of *value* that tell, without the zeros of a round number."""
    return len(value.normalize().as_tuple().digits)


def _measures(claim: Claim, block: Block) -> set[str]:
    """What the other figures of the sentence measure, where that is not what *claim* measures itself."""
    own = claim.frame.attribute if claim.frame else None
    return {
        one.frame.attribute
        for one in block.beside(claim)
        if one.frame and one.frame.attribute and one.frame.attribute != own and one.quantity is not None
    }


def _figures(claim: Claim, block: Block) -> set[tuple[str, Decimal]]:
    """The other quantities of the sentence, by dimension and value in the base unit; a count of one tells nothing."""
    return {
        (one.quantity.dimension, stated(one.quantity))
        for one in block.beside(claim)
        if one.quantity is not None and one.quantity.printed.lower != 1
    }


_RATIOS = (
    (Decimal("0.95"), "near"),
    (Decimal("0.8"), "close"),
    (Decimal("0.6"), "apart"),
    (Decimal("0.3"), "far"),
    (Decimal("0.1"), "farther"),
)
"""The lesser figure as a part of the greater one, from which a level holds."""

_MEETING = Decimal("0.8")
_FROM_ABOVE = frozenset({Modifier.LESS_THAN, Modifier.AT_MOST})


def closeness(left: Claim, right: Claim, _: Block) -> str:
    """How close the values lie: 30 against 20 is likelier the same fact than 30 against 8,000.

    Two that can both be true "meet" where their figures are close; else one "covers" the other ("under 500", 40).
    """
    if left.quantity is None or right.quantity is None:
        return _time_closeness(left, right)
    near = ratio(left.quantity, right.quantity)
    if agree(left, right):
        return "meets" if near >= _MEETING else "covers"
    return next((level for least, level in _RATIOS if near >= least), "farthest")


def stated(quantity: Quantity) -> Decimal:
    """The figure itself, hedges left aside, in the base unit."""
    lower, upper = quantity.interval.lower, quantity.interval.upper
    if lower is None or (upper is not None and quantity.printed.modifier in _FROM_ABOVE):
        return upper if upper is not None else Decimal(0)
    return lower if upper is None else (lower + upper) / 2


_DAYS = ((1, "near"), (4, "close"), (40, "apart"), (400, "far"), (4000, "farther"))
"""Days between two times, up to which a level holds."""


def _time_closeness(left: Claim, right: Claim) -> str:
    a, b = left.timex, right.timex
    if a is None or b is None or a.interval is None or b.interval is None:
        return "unknown"
    if a.meets(b):
        return "meets"
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
