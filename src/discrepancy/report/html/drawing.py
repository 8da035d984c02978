"""A number line or calendar bar in parts that a template draws; places are in hundredths of the width."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from discrepancy.report.bars import Bar, Gap, bars_of, gaps_of
from discrepancy.report.ruler import Extent, Ruler, ruler_for
from discrepancy.report.sides import Camp
from discrepancy.report.values import Values, Wording

_CELLS = 88  # characters that a wide screen has room for; a narrow one leaves every other label out
_BAR, _GAP, _AXIS = 38, 22, 30  # heights
_EDGE, _NEAR = Decimal(7), Decimal(20)  # nearer to an edge than this, a label would run over it


@dataclass(frozen=True, slots=True)
class Stroke:
    """A bar, or a gap where *camp* is None, from *left* to *right* at the height *y*; an open end runs on."""

    y: int
    left: str
    right: str
    words: str
    camp: int | None
    open_left: bool = False
    open_right: bool = False
    middle: str = ""
    anchor: str = "start"

    @property
    def width(self) -> str:
        """How far it reaches."""
        return _share(Decimal(self.right) - Decimal(self.left))


@dataclass(frozen=True, slots=True)
class Mark:
    """A tick of the axis with its label; a *minor* one can be left out."""

    x: str
    label: str
    anchor: str
    minor: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """All bars and gaps over one axis, and the same in words."""

    height: int
    strokes: tuple[Stroke, ...]
    marks: tuple[Mark, ...]
    unit: str
    words: str

    @property
    def axis(self) -> int:
        """The height at which the axis stands."""
        return self.height - _AXIS


def drawing_of(camps: Sequence[Camp], values: Values) -> Drawing | None:
    """The sides of *camps* on one scale; None where there is none, or all give one value."""
    wording, bars = values.shared, bars_of(camps)
    if wording is None or len({bar.interval for bar in bars}) < 2:  # noqa: PLR2004 - one value is no scale
        return None
    ruler = ruler_for([wording.extent(bar.interval) for bar in bars], _CELLS)
    if ruler is None:
        return None
    strokes = _strokes(bars, gaps_of(camps, wording), wording, ruler)
    ticks = wording.ticks(ruler.low, ruler.high, _CELLS)
    marks = tuple(
        Mark(_place(tick.at, ruler), tick.label, _anchor(_at(tick.at, ruler), _EDGE), (len(ticks) - number) % 2 == 0)
        for number, tick in enumerate(ticks)
    )
    last = strokes[-1]
    height = last.y + (_GAP if last.camp is None else _BAR) + _AXIS
    words = "; ".join(stroke.words if stroke.camp is not None else f"gap of {stroke.words}" for stroke in strokes)
    return Drawing(height, strokes, marks, wording.unit, words)


def _strokes(bars: Sequence[Bar], gaps: dict[int, Gap], wording: Wording, ruler: Ruler) -> tuple[Stroke, ...]:
    strokes: list[Stroke] = []
    y = 0
    for bar, after in zip(bars, [*bars[1:], None], strict=True):
        strokes.append(_bar(bar, y, wording, ruler))
        y += _BAR
        gap = gaps.get(bar.camp)
        if gap and after and after.camp != bar.camp:
            strokes.append(_gap(gap, y, ruler))
            y += _GAP
    return tuple(strokes)


def _bar(bar: Bar, y: int, wording: Wording, ruler: Ruler) -> Stroke:
    extent = wording.extent(bar.interval)
    left, right = _ends(extent, ruler)
    words = f"{', '.join(bar.outlets)}: {wording.short(bar.shown)}"
    return Stroke(y, left, right, words, bar.camp, extent.lower is None, extent.upper is None)


def _gap(gap: Gap, y: int, ruler: Ruler) -> Stroke:
    left, right = _ends(Extent(gap.below.upper, gap.above.lower), ruler)
    middle = (Decimal(left) + Decimal(right)) / 2
    anchor = _anchor(middle, _NEAR)
    at = {"start": Decimal(left), "middle": middle, "end": Decimal(right)}[anchor]
    return Stroke(y, left, right, gap.words, None, middle=_share(at), anchor=anchor)


def _ends(extent: Extent, ruler: Ruler) -> tuple[str, str]:
    left = "0" if extent.lower is None else _place(extent.lower, ruler)
    return left, "100" if extent.upper is None else _place(extent.upper, ruler)


def _at(value: Decimal, ruler: Ruler) -> Decimal:
    return (value - ruler.low) / (ruler.high - ruler.low) * 100


def _place(value: Decimal, ruler: Ruler) -> str:
    return _share(min(max(_at(value, ruler), Decimal(0)), Decimal(100)))


def _share(value: Decimal) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _anchor(at: Decimal, edge: Decimal) -> str:
    """From where a label at *at* is written, so that it stays in sight."""
    if at < edge:
        return "start"
    return "end" if at > 100 - edge else "middle"
