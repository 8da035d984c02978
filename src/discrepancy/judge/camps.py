"""Which claims can be true together."""

from collections.abc import Iterator, Sequence
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
        camp = tuple(_together(left))
        camps.append(camp)
        left = [claim for claim in left if claim not in camp]
    return tuple(camps)


def _together(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Those of *claims* that the first of them meets, and of ranges told with their ends all that meet each other."""
    spanned: list[Claim] = []
    for claim in claims:
        if claims[0].meets(claim) and all(one.meets(claim) for one in spanned):
            spanned += [claim] if claim.spanned else []
            yield claim


def _ceiling(value: Interval[Any] | None) -> tuple[Any, ...]:
    """A sort key: bounded above before unbounded, open before closed."""
    if value is None or value.upper is None:
        return (1,)
    return (0, value.upper, not value.upper_open)
