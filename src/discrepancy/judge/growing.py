"""Counts that grow while they are reported, and reports that stand in their order."""

from decimal import Decimal
from itertools import combinations

from discrepancy.judge.camps import value_of
from discrepancy.judge.case import ABOUT_THEN, Case, published, stated
from discrepancy.model import Claim, Modifier

_RISING = frozenset({"rise", "climb", "grow", "swell", "mount", "increase", "jump"})
_STEP = 10  # a growing count printed with "at least" is taken to have moved on where it differs by a tenth or more


def grows(case: Case) -> bool:
    """A count that grows: the later report gives the higher figure."""
    growing = case.measure is not None and case.measure.growing
    counted = case.fact.dimension == "count"
    if not growing and not (counted and any(claim.frame and claim.frame.event in _RISING for claim in case.sides)):
        return False
    pairs = [(a, b) for a, b in combinations(_counted(case), 2) if stated(a) != stated(b)]
    return any(_apart(a, b) for a, b in pairs) and all(_in_order(a, b) for a, b in pairs if _apart(a, b))


def _counted(case: Case) -> list[Claim]:
    """The sides that bound the count from below: plain, about, at least and more than."""
    upper = (Modifier.LESS_THAN, Modifier.AT_MOST)
    return [
        claim
        for claim in case.sides
        if claim.quantity and not claim.quantity.vague and claim.quantity.printed.modifier not in upper
    ]


def _apart(left: Claim, right: Claim) -> bool:
    """Do the stated figures differ by more than wording explains? A range itself explains what lies in it."""
    a, b = value_of(left), value_of(right)
    if a is not None and b is not None and not a.overlaps(b):
        return True
    if any(claim.quantity and claim.quantity.printed.modifier is Modifier.RANGE for claim in (left, right)):
        return False
    lower, higher = sorted((left, right), key=lambda claim: stated(claim) or Decimal(0))
    low, high = stated(lower) or Decimal(0), stated(higher) or Decimal(0)
    return (high - low) * _STEP >= high and not _cut_short(lower, higher)


def _cut_short(left: Claim, right: Claim) -> bool:
    """Is *left* what is printed of *right* when its last digits are dropped ("over 100" of 116)?"""
    if left.quantity is None or right.quantity is None or not left.quantity.in_one_unit(right.quantity):
        return False
    short, full = left.quantity.printed, right.quantity.printed.lower
    if short.lower is None or full is None or short.modifier is not Modifier.MORE_THAN:
        return False
    exponent = short.lower.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    return full // step * step == short.lower


def _in_order(left: Claim, right: Claim) -> bool:
    """Was the lower figure published before the higher one, or about then where a hedge lets both be true?"""
    earlier, later = sorted((left, right), key=lambda claim: stated(claim) or Decimal(0))
    first, second = published(earlier), published(later)
    if first is None or second is None:
        return False
    a, b = value_of(left), value_of(right)
    return first < second or (first - second <= ABOUT_THEN and a is not None and b is not None and a.overlaps(b))
