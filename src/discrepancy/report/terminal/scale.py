"""Draws the sides of a finding on one scale."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from discrepancy.report.bars import bars_of, gaps_of
from discrepancy.report.ruler import Extent, Ruler, ruler_for
from discrepancy.report.sides import Camp
from discrepancy.report.terminal.page import MARGIN, Page
from discrepancy.report.terminal.styles import GAP_STYLE
from discrepancy.report.values import Values, Wording

_LABEL, _LEAST, _MOST = 24, 24, 72


def draw_scale(camps: Sequence[Camp], values: Values, page: Page, styles: Sequence[str]) -> None:
    """Print a bar for each value over one scale, with the gaps between camps; nothing where all are equal."""
    wording, bars = values.shared, bars_of(camps)
    if wording is None or len({bar.interval for bar in bars}) < 2:  # noqa: PLR2004 - one value is no scale
        return
    names = [", ".join(bar.outlets) for bar in bars]
    label = min(max(cell_len(page.safe(name)) for name in names), _LABEL)
    room = page.width - len(MARGIN) - label - 2
    drawn = _scale([wording.extent(bar.interval) for bar in bars], wording, page.safe(wording.unit), room)
    if drawn is None:
        return
    ruler, axis = drawn
    gaps = gaps_of(camps, wording)
    for name, bar, after in zip(names, bars, [*bars[1:], None], strict=True):
        _draw(page, name, label, page.drawn(ruler.bar(wording.extent(bar.interval)), styles[bar.camp % len(styles)]))
        gap = gaps.get(bar.camp)
        if gap and after and after.camp != bar.camp:
            _draw(page, "", label, page.drawn(ruler.gap(gap.below, gap.above, gap.words), GAP_STYLE))
    for line in axis:
        _draw(page, "", label, page.drawn(page.cropped(line, room) if cell_len(line) > room else line, "dim"))
    page.put()


def _scale(extents: Sequence[Extent], wording: Wording, unit: str, room: int) -> tuple[Ruler, tuple[str, ...]] | None:
    """A scale for *extents* and the lines of its axis; a narrower one where that gives the *unit* room."""
    drawn = []
    for width in (room, room - cell_len(unit) - 1):
        ruler = ruler_for(extents, min(width, _MOST)) if width >= _LEAST else None
        if ruler is not None:
            drawn.append((ruler, ruler.axis(wording.ticks(ruler.low, ruler.high, ruler.width), unit, room)))
    return min(drawn, key=lambda one: len(one[1]), default=None)


def _draw(page: Page, name: str, room: int, drawing: Text) -> None:
    page.line(Text(f"{MARGIN}{set_cell_size(page.cropped(name, room), room)}  ") + drawing)
