"""Values in a few words, as the why of a verdict needs them."""

from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from discrepancy.judge.camps import Camps, value_of
from discrepancy.model import Claim


def printed_as(claim: Claim) -> tuple[Any, ...]:
    """What *claim* gives, apart from wording: equal for "20 km" and "20 kilometres"."""
    if claim.quantity is not None:
        printed = claim.quantity.printed
        return (claim.quantity.interval, printed.modifier)
    return (claim.timex.value if claim.timex else None,)


def apart(camps: Camps) -> str:
    """How far the values of neighbouring camps lie from each other, or nothing where they meet."""
    gaps = [gap for gap in (_gap(a, b) for a, b in pairwise(camps)) if gap]
    return f"; the values lie {max(gaps, key=len)} apart" if gaps else ""


def _gap(left: tuple[Claim, ...], right: tuple[Claim, ...]) -> str:
    distances = [a.gap(b) for a in map(value_of, left) for b in map(value_of, right) if a is not None and b is not None]
    known = [distance for distance in distances if distance]
    if not known or len(known) < len(distances):
        return ""
    least = min(known)
    if isinstance(least, timedelta):
        return _span(least)
    quantity = left[0].quantity
    return f"{_rounded(least)} {quantity.unit if quantity else ''}".strip()


def _rounded(value: Decimal) -> str:
    """Three significant digits, without an exponent."""
    return f"{value:,.3g}" if value < 1000 else f"{value:,.0f}"  # noqa: PLR2004 - beyond, whole numbers read best


def _span(gap: timedelta) -> str:
    days, seconds = gap.days, gap.seconds
    if days:
        return f"{days} day{'s' if days > 1 else ''}"
    return f"{seconds // 60} minutes"
