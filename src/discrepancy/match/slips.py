"""Slips of the pen: two values of one thing that differ as few others do by chance."""

import re
from datetime import timedelta
from decimal import Decimal

from discrepancy.match.figures import part
from discrepancy.match.wording import frame_of
from discrepancy.model import APART, Claim, Grain, Printed, Quantity, Timex


def is_slip(left: Claim, right: Claim) -> bool:
    """Do two claims, which cannot both be true, look like one value miswritten?

    The other half of the day, another year, another unit: 10:15 p.m. and 10:15 a.m., 3 May 2031 and 3 May 2013, 998
    miles and 1,000 km.
    """
    kind = _kind(left)
    if kind is None or kind != _kind(right):
        return False
    if left.timex and right.timex:
        return _on_the_other_half(left.timex, right.timex) or _in_another_year(left, right)
    if left.quantity is None or right.quantity is None:
        return False
    return _in_another_unit(left.quantity, right.quantity)


def view(claim: Claim) -> tuple[str, str] | None:
    """What of *claim* matters to slips beside its value, if anything does."""
    if claim.timex is not None:
        return claim.literal, _kind(claim) or ""
    return ("", _kind(claim) or "") if claim.quantity and claim.quantity.dimension in _TWO_SYSTEMS else None


def _kind(claim: Claim) -> str | None:
    """What a value is the value of: its measure, or the deed where there is none."""
    frame = frame_of(claim)
    return frame.attribute or frame.event


def _on_the_other_half(left: Timex, right: Timex) -> bool:
    """Is one clock time told for the other half of the same day?"""
    a, b = left.named, right.named
    if a is None or b is None or a.lower is None or b.lower is None or {left.grain, right.grain} != {Grain.MINUTE}:
        return False
    return abs(a.lower - b.lower) == _HALF_DAY


_HALF_DAY = timedelta(hours=12)


def _in_another_year(left: Claim, right: Claim) -> bool:
    """Is the same day told of another year, which both print?"""
    a, b = (_printed_day(claim) for claim in (left, right))
    return a is not None and b is not None and a["day"] == b["day"] and a["year"] != b["year"]


def _printed_day(claim: Claim) -> re.Match[str] | None:
    """The year and the day of a time that is printed with its year."""
    found = _DAY.match(claim.timex.value) if claim.timex and claim.timex.value else None
    return found if found and found["year"] in claim.literal else None


_DAY = re.compile(r"(?P<year>\d{4})-(?P<day>\d\d-\d\d)(?!\d)")

_TWO_SYSTEMS = frozenset({"length", "mass", "area", "volume", "speed", "temperature", APART})
"""Dimensions that some print in metric units, and others in those of their country."""

_ONE_FIGURE = Decimal("0.99")
"""The lesser of two printed figures as a part of the greater one, from which they are one figure, rounded or not."""


def _in_another_unit(left: Quantity, right: Quantity) -> bool:
    """Is one telling figure printed with two units?"""
    if left.dimension not in _TWO_SYSTEMS or left.printed.unit == right.printed.unit:
        return False
    one, other = _middle(left.printed), _middle(right.printed)
    return max(digits(one), digits(other)) >= TELLING and part(one, other) >= _ONE_FIGURE


def _middle(printed: Printed) -> Decimal:
    """The size of the figure as printed, of a range that of its middle."""
    bounds = [bound for bound in (printed.lower, printed.upper) if bound is not None]
    return abs(sum(bounds, Decimal()) / len(bounds)) if bounds else Decimal()


TELLING = 3
"""The digits of a figure from which few sentences of different things share it."""


def digits(figure: Decimal) -> int:
    """How many digits *figure* has without the zeros of a round number."""
    return len(figure.normalize().as_tuple().digits)
