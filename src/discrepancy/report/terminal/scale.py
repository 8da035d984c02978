"""Draws the sides of a finding on one scale."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from discrepancy.interval import Interval
from discrepancy.report.ruler import Ruler, ruler_for
from discrepancy.report.sides import Camp, common
from discrepancy.report.terminal.page import MARGIN, Page
from discrepancy.report.values import Values, Wording, interval_of

_LABEL, _LEAST, _MOST = 24, 24, 72
Row = tuple[str, Interval[Any], int]


def draw_scale(camps: Sequence[Camp], values: Values, page: Page, styles: Sequence[str]) -> None:
    """Print a bar for each value over one scale, with the gaps between camps; nothing where all are equal."""
    wording = values.shared
    rows = [row for number, camp in enumerate(camps) for row in _rows(number, camp)]
    if wording is None or len({interval for _, interval, _ in rows}) < 2:  # noqa: PLR2004 - one value is no scale
        return
    label = min(max(cell_len(page.safe(name)) for name, _, _ in rows), _LABEL)
    width = min(page.width - len(MARGIN) - label - 2, _MOST)
    ruler = ruler_for([wording.extent(interval) for _, interval, _ in rows], width) if width >= _LEAST else None
    if ruler is None:
        return
    gaps = _gaps(camps, wording, ruler)
    for position, (name, interval, camp) in enumerate(rows):
        style = styles[camp % len(styles)]
        _draw(page, name, label, page.drawn(ruler.bar(wording.extent(interval)), style))
        if camp in gaps and rows[position + 1 :][:1] and rows[position + 1][2] != camp:
            _draw(page, "", label, page.drawn(gaps[camp], "dim"))
    axis, labels = ruler.axis(wording.ticks(ruler.low, ruler.high, width))
    _draw(page, "", label, page.drawn(axis, "dim"))
    _draw(page, "", label, page.drawn(f"{labels} {wording.unit}", "dim"))
    page.put()


def _draw(page: Page, name: str, room: int, drawing: Text) -> None:
    page.line(Text(f"{MARGIN}{set_cell_size(page.cropped(name, room), room)}  ") + drawing)


def _rows(number: int, camp: Camp) -> list[Row]:
    """Each value of *camp* once, with the outlets that give it."""
    given: dict[Interval[Any], list[str]] = {}
    for side in camp:
        if (interval := interval_of(side.claim)) is not None:
            given.setdefault(interval, []).append(side.claim.outlet)
    return [(", ".join(dict.fromkeys(outlets)), interval, number) for interval, outlets in given.items()]


def _gaps(camps: Sequence[Camp], wording: Wording, ruler: Ruler) -> dict[int, str]:
    """The gap after each camp, drawn, where there is one."""
    gaps: dict[int, str] = {}
    for number, (one, other) in enumerate(pairwise(map(common, camps))):
        size = wording.distance(one, other) if one and other else None
        if size and one and other:
            below, above = wording.extent(one), wording.extent(other)
            gaps[number] = ruler.gap(below, above, size.partition(" (")[0])
    return gaps
