"""Turns a figure as read into an interval in a base unit."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from discrepancy.interval import Interval
from discrepancy.knowledge.quantities import QuantityTables, ToleranceRow
from discrepancy.model import Document, Figure, Mention, Modifier, Printed, Quantity, Rendering, Skipped
from discrepancy.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit's place in its dimension: value_in_base = value * scale + offset."""

    dimension: str
    base: str
    scale: Fraction
    offset: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Scales:
    """Units and tolerances by name."""

    units: dict[str, Scale]
    tolerances: dict[str, ToleranceRow]


def compile_scales(tables: QuantityTables) -> Scales:
    """Index *tables*, once a run."""
    mains = {row.code: row.name for row in tables.currencies if row.scale == 1}
    units = {row.name: Scale(row.dimension, row.base, row.scale, row.offset) for row in tables.units}
    units |= {row.name: Scale(f"money:{row.code}", mains[row.code], row.scale) for row in tables.currencies}
    return Scales(units, {row.dimension: row for row in tables.tolerances})


def quantity_of(document: Document, mention: Mention, scales: Scales, toolbox: Toolbox) -> Quantity | Skipped:
    """The interval that *mention* leaves possible, or why there is none."""
    figure = mention.reading
    if not isinstance(figure, Figure):
        return Skipped(document.id, mention.span, mention.literal, "no figure")
    places = [_scale_of(rendering, scales) for rendering in figure.renderings]
    intervals = [
        _converted(_interval(rendering, scales), place)
        for rendering, place in zip(figure.renderings, places, strict=True)
        if place.dimension == places[0].dimension
    ]
    both = reduce(lambda one, other: one and one.meet(other), intervals[1:], intervals[0])
    return Quantity(
        both or intervals[0],
        places[0].dimension,
        places[0].base,
        tuple(rendering.printed for rendering in figure.renderings),
        figure.change,
        "" if both else _misfit(figure.renderings, places),
    )


def _scale_of(rendering: Rendering, scales: Scales) -> Scale:
    """The place of a rendering's unit; a rate is a quotient of two, a count stands for itself."""
    unit, dimension = rendering.printed.unit, rendering.dimension
    if dimension == "age":
        return Scale("age", "year", scales.units[unit].scale / scales.units["year"].scale)
    if dimension == "count" or (dimension == "share" and unit != "percentage"):
        return Scale(dimension, "one", Fraction(1))
    if unit in scales.units:
        return scales.units[unit]
    above, _, below = unit.partition(" per ")
    top = scales.units.get(above, Scale(dimension.partition(" per ")[0], above, Fraction(1)))
    bottom = scales.units.get(below, Scale(below, below, Fraction(1)))
    return Scale(f"{top.dimension} per {bottom.dimension}", f"{top.base} per {bottom.base}", top.scale / bottom.scale)


def _interval(rendering: Rendering, scales: Scales) -> Interval[Decimal]:
    """The values that *rendering* leaves possible, in its own unit."""
    if rendering.bounds:
        return rendering.bounds
    printed = rendering.printed
    kind = rendering.dimension.partition(":")[0].partition(" per ")[0]
    tolerance = scales.tolerances.get(kind, scales.tolerances["*"])
    lower, upper = printed.lower or Decimal(0), printed.upper or Decimal(0)
    if printed.modifier is Modifier.RANGE:
        return Interval(
            _rounded(lower, printed, tolerance).lower, _rounded(upper, printed, tolerance).upper, upper_open=False
        )
    rounded = _rounded(lower, printed, tolerance)
    spread = abs(lower) * tolerance.about
    near = abs(lower) * tolerance.near
    if printed.modifier is Modifier.ABOUT:
        widest = max(spread, abs(lower) - abs(rounded.lower or lower), printed.step / 2, key=abs)
        return Interval(lower - widest, lower + widest, upper_open=False)
    floor = Decimal(0) if lower >= 0 else None
    shapes = (
        {
            Modifier.EXACT: rounded,
            Modifier.AT_LEAST: Interval(lower, None),
            Modifier.MORE_THAN: Interval(
                lower, lower + near if rendering.near else None, lower_open=True, upper_open=False
            ),
            Modifier.LESS_THAN: Interval(
                lower - near if rendering.near else floor, lower, upper_open=not rendering.near or lower == 0
            ),
            Modifier.AT_MOST: Interval(floor, lower, upper_open=False),
        }
        if lower
        else {modifier: Interval(Decimal(0), Decimal(0), upper_open=False) for modifier in Modifier}
    )
    return shapes[printed.modifier]


def _rounded(value: Decimal, printed: Printed, tolerance: ToleranceRow) -> Interval[Decimal]:
    """What may have been rounded to *value*."""
    whole = value == value.to_integral_value()
    if printed.step == 1 and whole and abs(value) < tolerance.exact_below:
        return Interval(value, value, upper_open=False)
    if tolerance.floor:
        return Interval(value, value + (printed.step or 1))
    half = printed.step / 2 if printed.step else abs(value) / 20
    if tolerance.zeros and whole and printed.step >= 1 and value:
        zeros = _step(value)
        half = max(half, min(zeros / 2, abs(value) * tolerance.share))
    if printed.step == 1 and whole and tolerance.exact_below and half <= Decimal("0.5"):
        return Interval(value, value, upper_open=False)
    return Interval(value - half, value + half)


def _step(value: Decimal) -> Decimal:
    """The worth of the last digit of *value* that is not zero."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _converted(interval: Interval[Decimal], place: Scale) -> Interval[Decimal]:
    lower = None if interval.lower is None else _in_base(interval.lower, place)
    upper = None if interval.upper is None else _in_base(interval.upper, place)
    return Interval(lower, upper, interval.lower_open, interval.upper_open)


def _in_base(value: Decimal, place: Scale) -> Decimal:
    exact = Fraction(value) * place.scale + place.offset
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _misfit(renderings: tuple[Rendering, ...], places: list[Scale]) -> str:
    """The right conversion of the first rendering: "13 kilometres are 8.1 miles"."""
    first, second = renderings[0].printed, renderings[1].printed
    base = Fraction(first.lower or 0) * places[0].scale + places[0].offset
    value = (base - places[1].offset) / places[1].scale
    shown = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{first.lower:f} {first.unit} is {shown:.3g} {second.unit}"
