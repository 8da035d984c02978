"""Turns a figure as read into an interval in a base unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from discrepancy.interval import Interval, exactly
from discrepancy.knowledge.quantities import QuantityTables, ToleranceRow
from discrepancy.model import APART, Document, Figure, Mention, Modifier, Printed, Quantity, Rendering, Skipped, plural
from discrepancy.normalise.quantities.places import Place, place_of, places_of
from discrepancy.normalise.quantities.spread import cut_of, interval_of
from discrepancy.toolbox import Toolbox

__all__ = ["Scales", "compile_scales", "quantity_of"]

_ANY = "*"
_CONVERTED = Decimal("0.06")
"""The width, as a part of the value, up to which the coarser of two renderings is taken for the one converted."""


@dataclass(frozen=True, slots=True)
class Scales:
    """Units by name, tolerances by dimension."""

    places: dict[str, Place]
    tolerances: dict[str, ToleranceRow]


def compile_scales(tables: QuantityTables) -> Scales:
    """Index *tables*, once a run."""
    return Scales(places_of(tables), {row.dimension: row for row in tables.tolerances})


def quantity_of(document: Document, mention: Mention[Figure], scales: Scales, toolbox: Toolbox) -> Quantity | Skipped:
    """The interval that *mention* leaves possible, or why there is none."""
    if mention.reading.unread:
        return Skipped(document.id, mention.span, mention.literal, mention.reading.unread)
    figure = _told(mention.reading, scales, toolbox)
    places = _places(figure, scales, toolbox)
    parts = _intervals(figure, places, scales)
    return Quantity(
        _converted(parts),
        places[0].dimension,
        places[0].base,
        tuple(_named(one.printed, place) for one, place in zip(figure.renderings, places, strict=True)),
        figure.change,
        "" if _fit(figure, places, scales) else _misfit(figure.renderings, places),
        figure.renderings[0].bounds is not None,
        figure.qualifier,
        tuple(parts),
        _ends(figure, places, scales),
    )


def _told(figure: Figure, scales: Scales, toolbox: Toolbox) -> Figure:
    """*figure*; degrees in two scales as what lies between two temperatures where they fit so alone: "1.5C (2.7F)"."""
    apart = replace(figure, renderings=tuple(replace(one, dimension=APART) for one in figure.renderings))
    both = len(figure.renderings) > 1 and {one.dimension for one in figure.renderings} == {"temperature"}
    if not both or _fit(figure, _places(figure, scales, toolbox), scales):
        return figure
    return apart if _fit(apart, _places(apart, scales, toolbox), scales) else figure


def _places(figure: Figure, scales: Scales, toolbox: Toolbox) -> list[Place]:
    return [place_of(rendering, scales.places, toolbox) for rendering in figure.renderings]


def _fit(figure: Figure, places: Sequence[Place], scales: Scales) -> bool:
    """Can the renderings of *figure* be of one value?"""
    met = _met(_intervals(_unhedged(figure), places, scales))
    return met is not None or _is_cut(figure.renderings, places)


def _unhedged(figure: Figure) -> Figure:
    """The figure without its hedge, which would hide a conversion that does not fit ("over 8 km (80 miles)")."""
    if len(figure.renderings) == 1:
        return figure
    return replace(figure, renderings=tuple(_plain(one) for one in figure.renderings))


def _plain(rendering: Rendering) -> Rendering:
    if rendering.printed.modifier is Modifier.RANGE:
        return rendering
    return replace(rendering, printed=replace(rendering.printed, modifier=Modifier.EXACT), near=False)


def _intervals(figure: Figure, places: Sequence[Place], scales: Scales) -> list[Interval[Decimal]]:
    """What each rendering in the first one's dimension leaves possible, in the base unit."""
    return [
        place.in_base(interval_of(rendering, _tolerance(rendering, scales)))
        for rendering, place in zip(figure.renderings, places, strict=False)
        if place.dimension == places[0].dimension
    ]


def _ends(figure: Figure, places: Sequence[Place], scales: Scales) -> tuple[Interval[Decimal], ...]:
    """What the lower figure of a range leaves possible and what the upper one does; nothing where it is no range."""
    if any(one.bounds or one.printed.modifier is not Modifier.RANGE for one in figure.renderings):
        return ()
    lower = replace(figure, renderings=tuple(_bare(one, one.printed.lower) for one in figure.renderings))
    upper = replace(figure, renderings=tuple(_bare(one, one.printed.upper) for one in figure.renderings))
    return tuple(_converted(_intervals(end, places, scales)) for end in (lower, upper))


def _bare(rendering: Rendering, value: Decimal | None) -> Rendering:
    """*rendering* as *value* alone."""
    return replace(rendering, printed=replace(rendering.printed, lower=value, upper=value, modifier=Modifier.EXACT))


def _tolerance(rendering: Rendering, scales: Scales) -> ToleranceRow:
    kind = rendering.dimension.partition(":")[0].partition(" per ")[0]
    return scales.tolerances.get(kind, scales.tolerances[_ANY])


def _met(intervals: Sequence[Interval[Decimal]]) -> Interval[Decimal] | None:
    """What all *intervals* allow."""
    met: Interval[Decimal] | None = intervals[0]
    for interval in intervals[1:]:
        met = met.meet(interval) if met else None
    return met


def _converted(intervals: Sequence[Interval[Decimal]]) -> Interval[Decimal]:
    """What renderings of one value leave possible; the first one's interval where they exclude each other.

    A conversion is often computed from a rounded figure and given to more digits than that bears ("1,700 miles
    (2,735 km)"): where the coarser rendering is off by a small part only, all that it allows stays possible.
    """
    met = _met(intervals)
    if met is None or met.lower is None or met.upper is None:
        return met or intervals[0]
    coarsest = max(intervals, key=_width)
    small = max(abs(met.lower), abs(met.upper)) * _CONVERTED
    return coarsest if _width(coarsest) <= small else met


def _width(interval: Interval[Decimal]) -> Decimal:
    if interval.lower is None or interval.upper is None:
        return Decimal("Infinity")
    return interval.upper - interval.lower


def _named(printed: Printed, place: Place) -> Printed:
    return replace(printed, unit=place.name) if place.name else printed


def _is_cut(renderings: Sequence[Rendering], places: Sequence[Place]) -> bool:
    """Is one rendering the other cut off instead of rounded: 53 tonnes beside 119,000 pounds, which are 53.98?"""
    (one, two), (here, there) = renderings[:2], places[:2]
    return there.in_base(cut_of(two.printed)).overlaps(here.in_base(exactly(one.printed.lower or Decimal(0)))) or (
        here.in_base(cut_of(one.printed)).overlaps(there.in_base(exactly(two.printed.lower or Decimal(0))))
    )


def _misfit(renderings: Sequence[Rendering], places: Sequence[Place]) -> str:
    """The right conversion of the first rendering: "13 kilometres would be 8.08 miles"."""
    first, second = renderings[0].printed, renderings[1].printed
    base = Fraction(first.lower or 0) * places[0].scale + places[0].offset
    value = (base - places[1].offset) / places[1].scale
    shown = Decimal(value.numerator) / Decimal(value.denominator)
    right = f"{shown:,.{max(2 - shown.adjusted(), 0)}f}"
    return f"{_counted(f'{first.lower or Decimal():,f}', first.unit)} would be {_counted(right, second.unit)}"


def _counted(amount: str, unit: str) -> str:
    return f"{amount} {unit if amount == '1' else plural(unit)}"
