"""Which claims can be true together."""

from collections.abc import Hashable, Sequence
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
    """*claims* in groups of which all meet each other; lowest values first, and each in the first that it fits.

    Where meeting is overlap, there cannot be fewer groups, and by Helly's theorem each has a value common to all of
    it. Times whose zone only some know, and ranges told with both their ends, have no such law: a moment may meet two
    days that exclude each other.
    """
    camps: list[dict[Hashable, list[Claim]]] = []
    for claim in sorted(claims, key=lambda claim: (_ceiling(value_of(claim)), claim.id)):
        fitting = (camp for camp in camps if all(alike[0].meets(claim) for alike in camp.values()))
        camp = next(fitting, None)
        if camp is None:
            camps.append(camp := {})
        camp.setdefault(_told(claim), []).append(claim)
    return tuple(tuple(claim for alike in camp.values() for claim in alike) for camp in camps)


def _told(claim: Claim) -> Hashable:
    """All of *claim* that says which others it meets."""
    return claim.quantity and claim.quantity.interval, claim.spanned, claim.timex


def _ceiling(value: Interval[Any] | None) -> tuple[Any, ...]:
    """A sort key: bounded above before unbounded, open before closed."""
    if value is None or value.upper is None:
        return (1,)
    return (0, value.upper, not value.upper_open)
