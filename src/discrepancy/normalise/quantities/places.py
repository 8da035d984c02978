"""Where a unit stands in its dimension."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from discrepancy.interval import Interval
from discrepancy.knowledge.quantities import QuantityTables
from discrepancy.model import APART, Rendering
from discrepancy.toolbox import Toolbox

_PLAIN = frozenset(("count", "share", "rank"))


@dataclass(frozen=True, slots=True)
class Place:
    """A unit's place in its dimension: value_in_base = value * scale + offset; *name* where a text has a symbol.

    *most* is the largest scale of a unit that may be one of several.
    """

    dimension: str
    base: str
    scale: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)
    name: str = ""
    most: Fraction | None = None

    def in_base(self, interval: Interval[Decimal]) -> Interval[Decimal]:
        """*interval* in the base unit."""
        lower = None if interval.lower is None else self._value(interval.lower, self.scale)
        upper = None if interval.upper is None else self._value(interval.upper, self.most or self.scale)
        return Interval(lower, upper, interval.lower_open, interval.upper_open)

    def _value(self, value: Decimal, scale: Fraction) -> Decimal:
        exact = Fraction(value) * scale + self.offset
        return Decimal(exact.numerator) / Decimal(exact.denominator)


def places_of(tables: QuantityTables) -> dict[str, Place]:
    """The units and currencies of *tables* by name; each currency is a dimension of its own."""
    mains = {row.code: row.name for row in reversed(tables.currencies) if row.scale == 1}
    units = {row.name: Place(row.dimension, row.base, row.scale, row.offset, most=row.most) for row in tables.units}
    return units | {row.name: Place(f"money:{row.code}", mains[row.code], row.scale) for row in tables.currencies}


def place_of(rendering: Rendering, places: dict[str, Place], toolbox: Toolbox) -> Place:
    """The place of a rendering's unit; a count stands for itself, a rate is a quotient of two units."""
    unit, dimension = rendering.printed.unit, rendering.dimension
    if dimension == "age":
        return Place("age", "year", places[unit].scale / places["year"].scale)
    if dimension == APART:
        return Place(APART, places[unit].base, places[unit].scale)
    if dimension in _PLAIN and not (dimension == "share" and unit in places):
        return Place(dimension, "one")
    if unit in places:
        return places[unit]
    measure = toolbox.measure_of(unit) if dimension == "measured" else None
    if measure:
        return Place(measure.dimension, measure.base, measure.scale, measure.offset, measure.name)
    return _quotient(unit, dimension, places)


def _quotient(unit: str, dimension: str, places: dict[str, Place]) -> Place:
    """The place of a rate: "dollar per barrel" is money per volume."""
    above, _, below = f" {unit}".partition(" per ")
    top = places.get(above.strip(), Place(dimension.partition(" per ")[0], "one"))
    bottom = places.get(below, Place(below, below))
    return Place(
        f"{top.dimension} per {bottom.dimension}",
        f"{top.base} per {bottom.base}",
        top.scale / bottom.scale,
        most=top.most and top.most / bottom.scale,
    )
