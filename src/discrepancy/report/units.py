"""The units that values are shown in: for each base unit, what a reader knows, by size."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction

from discrepancy.model import APART, plural

EXACT = Context(prec=40, traps=[])  # a figure without sense becomes infinite or NaN here, and never raises


@dataclass(frozen=True, slots=True)
class Base:
    """A unit that intervals come in: its kind, and the way to that kind's first unit (value * scale + offset)."""

    kind: str
    scale: Fraction
    offset: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit to show: *scale* and *offset* lead from it to its kind's first unit; *before* precedes the figure."""

    one: str
    many: str
    scale: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)
    before: str = ""

    def of(self, value: Decimal) -> Decimal:
        """*value*, given in the kind's first unit, in this one."""
        shifted = EXACT.subtract(value, EXACT.divide(Decimal(self.offset.numerator), Decimal(self.offset.denominator)))
        return EXACT.divide(EXACT.multiply(shifted, Decimal(self.scale.denominator)), Decimal(self.scale.numerator))


@dataclass(frozen=True, slots=True)
class Rung:
    """From what size on, in the kind's first unit, values are shown in *units*; the first leads."""

    size: Decimal
    units: tuple[Unit, ...]


def _base(kind: str, scale: str = "1", offset: str = "0") -> Base:
    return Base(kind, Fraction(scale), Fraction(offset))


def _unit(one: str, scale: str = "1", many: str = "", offset: str = "0") -> Unit:
    return Unit(one, many or one, Fraction(scale), Fraction(offset))


def _metric(prefixes: str, name: str, least: str = "0") -> tuple[Rung, ...]:
    """Steps of a thousand, each shown alone."""
    sizes = [Decimal(1000) ** power for power in range(len(prefixes))]
    return tuple(
        Rung(size if power else Decimal(least), (_unit(f"{prefix}{name}".strip(), str(size)),))
        for power, (size, prefix) in enumerate(zip(sizes, prefixes, strict=True))
    )


BASES = {
    "metre": _base("length"),
    "square metre": _base("area"),
    "gram": _base("mass", "0.001"),
    "litre": _base("volume"),
    "metre per second": _base("speed", "3.6"),
    "kelvin": _base("temperature", "1", "-273.15"),
    "day": _base("duration", "86400"),
    "share": _base("share", "100"),
    "percentage point": _base("points"),
    "watt": _base("power"),
    "joule": _base("energy", "1/3600"),
    "byte": _base("data"),
    "bit per second": _base("data rate"),
    "hertz": _base("frequency"),
}
"""The base units (of shares, the dimension) whose values are shown in another unit; others keep their name."""

_ALWAYS = Decimal("-Infinity")
LADDERS = {
    "length": (
        Rung(_ALWAYS, (_unit("cm", "0.01"), _unit("inch", "0.0254", "inches"))),
        Rung(Decimal(2), (_unit("m"), _unit("foot", "0.3048", "feet"))),
        Rung(Decimal(1000), (_unit("km", "1000"), _unit("mile", "1609.344", "miles"))),
    ),
    "area": (
        Rung(_ALWAYS, (_unit("m²"), _unit("square foot", "0.09290304", "square feet"))),
        Rung(Decimal(10_000), (_unit("hectare", "10000", "hectares"), _unit("acre", "4046.8564224", "acres"))),
        Rung(Decimal(10_000_000), (_unit("km²", "1000000"), _unit("square mile", "2589988.110336", "square miles"))),
    ),
    "mass": (
        Rung(_ALWAYS, (_unit("g", "0.001"), _unit("ounce", "0.028349523125", "ounces"))),
        Rung(Decimal(1), (_unit("kg"), _unit("pound", "0.45359237", "pounds"))),
        Rung(Decimal(1000), (_unit("tonne", "1000", "tonnes"), _unit("US ton", "907.18474", "US tons"))),
    ),
    "volume": (
        Rung(_ALWAYS, (_unit("litre", many="litres"), _unit("US gallon", "3.785411784", "US gallons"))),
        Rung(Decimal(1_000_000), (_unit("m³", "1000"), _unit("cubic foot", "28.316846592", "cubic feet"))),
    ),
    "speed": (Rung(_ALWAYS, (_unit("km/h"), _unit("mph", "1.609344"))),),
    "temperature": (Rung(_ALWAYS, (_unit("°C"), _unit("°F", "5/9", offset="-160/9"))),),
    APART: (Rung(_ALWAYS, (_unit("°C"), _unit("°F", "5/9"))),),
    "duration": (
        Rung(_ALWAYS, (_unit("second", many="seconds"),)),
        Rung(Decimal(120), (_unit("minute", "60", "minutes"),)),
        Rung(Decimal(7200), (_unit("hour", "3600", "hours"),)),
        Rung(Decimal(172_800), (_unit("day", "86400", "days"),)),
        Rung(Decimal(94_608_000), (_unit("year", "31557600", "years"),)),
    ),
    "age": (Rung(_ALWAYS, (_unit("year", "31557600", "years"),)),),
    "share": (Rung(_ALWAYS, (_unit("%"),)),),
    "points": (Rung(_ALWAYS, (_unit("percentage point", many="percentage points"),)),),
    "power": _metric(" kMGT", "W"),
    "energy": _metric(" kMGT", "Wh"),
    "data": _metric(" kMGTPE", "B"),
    "data rate": _metric(" kMGT", "bit/s"),
    "frequency": _metric(" kMGT", "Hz"),
}

SIGNS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
    "AUD": "A$",
    "CAD": "C$",
    "NZD": "NZ$",
    "HKD": "HK$",
}
"""Signs that stand before the figure, by ISO 4217 code; other currencies are shown by name."""


def units_for(unit: str, dimension: str, values: Iterable[Decimal]) -> tuple[Base, tuple[Unit, ...]]:
    """How to show *values* of a base *unit*: the way to their kind's first unit, and the units to show."""
    family, _, code = dimension.partition(":")
    if dimension in _OF_ONE_UNIT:
        return _OF_ONE_UNIT[dimension], LADDERS[dimension][0].units
    if dimension == "rank":
        return _base(unit), (Unit("", "", before="no. "),)
    if family == "money":
        return _base(unit), (Unit(unit, unit, before=SIGNS[code]) if code in SIGNS else _named(unit),)
    counted, _, each = unit.partition(" per ")
    if unit not in BASES and each and counted in BASES and not BASES[counted].offset:
        way, units = units_for(counted, BASES[counted].kind, values)
        return way, tuple(replace(one, one=f"{one.one} per {each}", many=f"{one.many} per {each}") for one in units)
    base = BASES.get(unit)
    if base is None:
        return _base(unit), (Unit("", "") if unit in _BARE else _named(unit.removeprefix("one ")),)
    ladder = LADDERS["age" if dimension == "age" else base.kind]
    largest = max((abs(in_first(value, base)) for value in values), default=Decimal(0))
    return base, [rung for rung in ladder if rung.size <= largest][-1].units


_OF_ONE_UNIT = {"share": BASES["share"], APART: _base(APART)}
_BARE = frozenset({"", "one"})  # a count or a factor is its figure


def _named(unit: str) -> Unit:
    """A unit that no table knows, by its own name: "kilowatt hour", "barrel per day"."""
    return Unit(unit, plural(unit))


def in_first(value: Decimal, base: Base) -> Decimal:
    """*value* in the first unit of the kind of *base*."""
    scaled = EXACT.divide(EXACT.multiply(value, Decimal(base.scale.numerator)), Decimal(base.scale.denominator))
    return EXACT.add(scaled, EXACT.divide(Decimal(base.offset.numerator), Decimal(base.offset.denominator)))
