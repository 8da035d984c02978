"""What a printed amount leaves possible, in its own unit: its rounding and its hedge."""

from decimal import Decimal

from discrepancy.interval import Interval, exactly
from discrepancy.knowledge.quantities import ToleranceRow
from discrepancy.model import Modifier, Printed, Rendering

_ABOUT = 2
"""The units of the last digit that is not zero by which "about" lets a figure be off."""
_HALF = Decimal("0.5")
_ROUGH = Decimal("0.05")
"""The part of itself by which a fraction ("half", "a third") may be off: it has no last digit."""


def interval_of(rendering: Rendering, tolerance: ToleranceRow) -> Interval[Decimal]:
    """The values that *rendering* leaves possible."""
    if rendering.bounds:
        return rendering.bounds
    printed = rendering.printed
    value = printed.lower or Decimal(0)
    if printed.modifier is Modifier.EXACT:
        return _rounded(value, printed, tolerance)
    if printed.modifier is Modifier.RANGE:
        top = _rounded(printed.upper or value, printed, tolerance)
        return Interval(_rounded(value, printed, tolerance).lower, top.upper, upper_open=top.upper_open)
    if printed.modifier is Modifier.ABOUT:
        width = max(min(abs(value) * tolerance.about, _reach(value, printed)), _half(value, printed, tolerance))
        return Interval(value - width, value + width, upper_open=False)
    return _one_sided(value, printed.modifier, abs(value) * tolerance.near if rendering.near else None)


def cut_of(printed: Printed) -> Interval[Decimal]:
    """What may have been cut off, not rounded, to what is *printed*: 53.98 to 53."""
    lower = printed.lower or Decimal(0)
    upper = lower if printed.upper is None else printed.upper
    if lower < 0:
        return Interval(lower - printed.step, upper, upper_open=False)
    return Interval(lower, upper + printed.step, upper_open=printed.step > 0)


def _one_sided(value: Decimal, modifier: Modifier, near: Decimal | None) -> Interval[Decimal]:
    """Above or below *value*: without end, or not further than *near*, which may reach the value itself."""
    if modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
        upper = None if near is None else value + near
        return Interval(value, upper, modifier is Modifier.MORE_THAN and near is None, upper_open=False)
    floor = Decimal(0) if value > 0 else None
    lower = floor if near is None else value - near
    return Interval(lower, value, upper_open=modifier is Modifier.LESS_THAN and near is None)


def _rounded(value: Decimal, printed: Printed, tolerance: ToleranceRow) -> Interval[Decimal]:
    """What may have been rounded to *value*."""
    if tolerance.floor:
        return Interval(value, value + (printed.step or 1))
    half = _half(value, printed, tolerance)
    return Interval(value - half, value + half) if half else exactly(value)


def _half(value: Decimal, printed: Printed, tolerance: ToleranceRow) -> Decimal:
    """Half of what *value* was rounded to: 0 for a count, 5 for "20 km", 0.05 for "20.0 km"."""
    if not printed.step:
        return abs(value) * _ROUGH
    whole = value == value.to_integral_value()
    counted = bool(tolerance.exact_below) and whole and printed.step == 1
    if counted and abs(value) < tolerance.exact_below:
        return Decimal(0)
    half = printed.step / 2
    if tolerance.zeros and whole and printed.step >= 1 and value:
        half = max(half, min(_last_digit(value) / 2, abs(value) * tolerance.share))
    return Decimal(0) if counted and half <= _HALF else half


def _reach(value: Decimal, printed: Printed) -> Decimal:
    """How far "about" may reach from *value*: the finer the figure, the less; "about 45" is rounder than "about 43"."""
    if not value or not printed.step:
        return abs(value)
    last = max(_last_digit(value), printed.step) if printed.step >= 1 else printed.step
    return _ABOUT * last * (5 if value % (5 * last) == 0 else 1)


def _last_digit(value: Decimal) -> Decimal:
    """The worth of the last digit of *value* that is not zero."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
