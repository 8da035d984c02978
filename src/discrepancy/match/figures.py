"""The figures of two claims: can both be true, and how far apart do they lie?"""

from decimal import Decimal

from discrepancy.model import Claim, Quantity

MEETING = Decimal("0.8")
"""The lesser figure as a part of the greater one, from which two that can both be true say the same."""


def agree(left: Claim, right: Claim) -> bool:
    """Can both be true, taken as they stand?"""
    return left.meets(right)


def is_another(left: Claim, right: Claim) -> bool:
    """Of two claims of one document, is one another value: excluded, or far from it and let in by a hedge alone?"""
    if left.quantity is None or right.quantity is None or left.quantity.vague or right.quantity.vague:
        return not agree(left, right)
    return not agree(left, right) or ratio(left.quantity, right.quantity) < MEETING


def ratio(left: Quantity, right: Quantity) -> Decimal:
    """The lesser figure as a part of the greater one."""
    return part(abs(left.stated), abs(right.stated))


def part(one: Decimal, other: Decimal) -> Decimal:
    """The lesser of two sizes as a part of the greater one."""
    low, high = (one, other) if one <= other else (other, one)
    return low / high if high else Decimal(1)
