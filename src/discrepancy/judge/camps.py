"""Which claims can be true together."""

from collections.abc import Sequence
from typing import Any

from discrepancy.interval import Interval
from discrepancy.model import Claim

Camps = tuple[tuple[Claim, ...], ...]


def value_of(claim: Claim) -> Interval[Any] | None:
    """The values that *claim* leaves possible; None where it gives no comparable one."""
    if claim.quantity is not None:
        return claim.quantity.interval
    return claim.timex.interval if claim.timex is not None else None


def camps_of(claims: Sequence[Claim]) -> Camps:
    """*claims* in as few groups as possible, so that some value satisfies all claims of a group; lowest values first.

    By Helly's theorem intervals that meet pairwise have a common value, so taking them by their upper bounds is best.
    """
    left = sorted(claims, key=lambda claim: (_ceiling(value_of(claim)), claim.id))
    camps: list[tuple[Claim, ...]] = []
    while left:
        camp = tuple(claim for claim in left if _meet(left[0], claim))
        camps.append(camp)
        left = [claim for claim in left if claim not in camp]
    return tuple(camps)


def _ceiling(value: Interval[Any] | None) -> tuple[Any, ...]:
    """A sort key: bounded above before unbounded, open before closed."""
    if value is None or value.upper is None:
        return (1,)
    return (0, value.upper, not value.upper_open)


def _meet(first: Claim, other: Claim) -> bool:
    if first.timex is not None and other.timex is not None and first.quantity is None and other.quantity is None:
        return first.timex.meets(other.timex)
    value, other_value = value_of(first), value_of(other)
    return value is None or other_value is None or value.overlaps(other_value)
