"""Amounts: as printed, and as intervals."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from discrepancy.interval import Interval


class Modifier(StrEnum):
    """A hedge, in the terms of the script contract."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    RANGE = "range"


_FROM_ABOVE = frozenset({Modifier.LESS_THAN, Modifier.AT_MOST})


class Change(StrEnum):
    """The direction in which an amount is said to move something."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Printed:
    """An amount as the text gives it, magnitudes applied.

    *unit* is the unit's English name in the singular, or the counted noun. *step* is the worth of the last printed
    digit (100,000 for "1.2 million", 0.1 for "20.0"): what rounding may have hidden.
    """

    lower: Decimal | None
    upper: Decimal | None
    unit: str
    modifier: Modifier = Modifier.EXACT
    step: Decimal = Decimal(1)


_MANY = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "millennium": "millennia",
    "pound-mass": "pounds",
    "pound-force": "pounds-force",
    "celsius": "degrees Celsius",
    "fahrenheit": "degrees Fahrenheit",
}
_SAME = frozenset({"mach", "kelvin", "horsepower", "stone", "percentage"})


def plural(unit: str) -> str:
    """The plural of a unit's English name.

    >>> plural("foot per second"), plural("pound sterling"), plural("kilowatt hour"), plural("per day")
    ('feet per second', 'pounds sterling', 'kilowatt hours', 'per day')
    """
    if unit.startswith("per "):
        return unit
    head, per, rest = unit.partition(" per ")
    head, sterling, _ = head.partition(" sterling")
    first, space, last = head.rpartition(" ")
    ending = "" if not last or last in _SAME or last.endswith(("s", "hertz")) else "s"
    return first + space + _MANY.get(last, last + ending) + sterling + per + rest


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as an interval in the base unit of its dimension, with each of its printed renderings.

    "20 kilometres (12 miles)" has two. *unit* is the base unit. *misfit* is the right conversion where the renderings
    cannot be roundings of one value, or what the parts of a whole come to where that is more. *vague* says that the
    text gives no count ("several", "one of the oldest"), *qualifier* limits what is counted ("other", "of them", "of
    8"). *parts* are what each rendering of this dimension leaves possible by itself, *ends* what the lower figure of a
    range and the upper one do.
    """

    interval: Interval[Decimal]
    dimension: str
    unit: str
    renderings: tuple[Printed, ...]
    change: Change | None = None
    misfit: str = ""
    vague: bool = False
    qualifier: str = ""
    parts: tuple[Interval[Decimal], ...] = ()
    ends: tuple[Interval[Decimal], ...] = ()

    @property
    def printed(self) -> Printed:
        """The first rendering."""
        return self.renderings[0]

    @property
    def stated(self) -> Decimal:
        """The figure itself, hedges left aside, in the base unit; the middle of a range."""
        lower, upper = self.interval.lower, self.interval.upper
        if lower is None or (upper is not None and self.printed.modifier in _FROM_ABOVE):
            return upper if upper is not None else Decimal(0)
        return lower if upper is None else (lower + upper) / 2

    def in_one_unit(self, other: "Quantity") -> bool:
        """Are both printed in one unit, so that their digits can be compared? What is counted is no unit."""
        alike = self.printed.unit == other.printed.unit or self.dimension == "count"
        return alike and self.dimension == other.dimension


APART = "temperature difference"
"""The dimension of degrees that lie between two temperatures: "1.5C above normal"."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way in which a text gives an amount; *bounds* is what a vague count allows.

    *near* says that the amount lies close to the figure on the side that its hedge names ("nearly 800").
    """

    printed: Printed
    dimension: str
    near: bool = False
    bounds: Interval[Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """What the grammar of quantities read: the renderings of one amount, not yet brought to a base unit.

    *qualifier* is a word that limits what is counted ("others", "children", "total"). *unread* says why its value
    cannot be told, where it cannot.
    """

    renderings: tuple[Rendering, ...]
    change: Change | None = None
    qualifier: str = ""
    unread: str = ""

    @property
    def printed(self) -> Printed:
        """The first rendering, as printed."""
        return self.renderings[0].printed

    @property
    def dimension(self) -> str:
        """The dimension of the first rendering."""
        return self.renderings[0].dimension
