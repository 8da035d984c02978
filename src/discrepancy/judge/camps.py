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
        first = value_of(left[0])
        camp = tuple(claim for claim in left if _meet(first, value_of(claim)))
        camps.append(camp)
        left = [claim for claim in left if claim not in camp]
    return tuple(camps)


def _ceiling(value: Interval[Any] | None) -> tuple[Any, ...]:
    """A sort key: bounded above before unbounded, open before closed."""
    if value is None or value.upper is None:
        return (1,)
    return (0, value.upper, not value.upper_open)


def _meet(first: Interval[Any] | None, other: Interval[Any] | None) -> bool:
    return first is None or other is None or first.overlaps(other)
