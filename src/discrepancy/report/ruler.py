"""A number line, or a calendar bar: each side's interval on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_PAD = Decimal("0.08")
_OVERHANG = 5  # cells that a label may reach beyond its scale, where there is room
_OUT_OF_MEASURE = 100


@dataclass(frozen=True, slots=True)
class Extent:
    """An interval as two points of a scale; None where it has no end."""

    lower: Decimal | None
    upper: Decimal | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A point of a scale with its label."""

    at: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """A scale from *low* to *high*, drawn over *width* cells."""

    low: Decimal
    high: Decimal
    width: int

    def cell(self, value: Decimal) -> int:
        """The cell that *value* falls in."""
        share = (value - self.low) / (self.high - self.low)
        return min(max(int(share * (self.width - 1) + Decimal("0.5")), 0), self.width - 1)

    def bar(self, extent: Extent) -> str:
        """*extent* as a bar; an arrow says that it runs on."""
        first = 0 if extent.lower is None else self.cell(extent.lower)
        last = self.width - 1 if extent.upper is None else self.cell(extent.upper)
        if first == last:
            return " " * first + "◆"
        left = "◀" if extent.lower is None else "├"
        right = "▶" if extent.upper is None else "┤"
        return " " * first + left + "─" * (last - first - 1) + right

    def gap(self, below: Extent, above: Extent, words: str) -> str:
        """What lies between two bars, with its size where there is room to write it."""
        if below.upper is None or above.lower is None:
            return ""
        first, last = self.cell(below.upper) + 1, self.cell(above.lower)
        dashes, label = "╌" * (last - first), f" {words} "
        if len(label) + 2 <= len(dashes):
            return " " * first + label.center(len(dashes), "╌")
        if last + len(label) <= self.width:
            return " " * first + dashes + label.rstrip()
        return (label.lstrip() + dashes).rjust(last) if len(label) <= first else " " * first + dashes

    def axis(self, ticks: Sequence[Tick], unit: str, room: int) -> tuple[str, ...]:
        """The scale, the labels under it, and their *unit*, within *room* cells; what finds none is left out."""
        line, labels, last = ["─"] * self.width, "", min(self.width + _OVERHANG, room)
        for tick in ticks:
            at = self.cell(tick.at)
            start = max(at - len(tick.label) // 2, 0)
            if start >= len(labels) + (1 if labels else 0) and start + len(tick.label) <= last:
                line[at] = "┴"
                labels = labels.ljust(start) + tick.label
        told = f"{labels} {unit}".rstrip()
        beneath = (told,) if len(told) <= room else (labels, unit.rjust(self.width))
        return ("".join(line), *beneath)


def ruler_for(extents: Sequence[Extent], width: int) -> Ruler | None:
    """A scale that *extents* are told apart on, or None where there is none: too few ends, or out of all measure."""
    ends = sorted({end for extent in extents for end in (extent.lower, extent.upper) if end is not None})
    if not ends or not all(end.is_finite() and end.adjusted() < _OUT_OF_MEASURE for end in (ends[0], ends[-1])):
        return None
    pad = (ends[-1] - ends[0]) * _PAD
    low, high = ends[0] - pad, ends[-1] + pad
    return Ruler(max(low, Decimal(0)) if ends[0] >= 0 else low, high, width) if low < high else None
