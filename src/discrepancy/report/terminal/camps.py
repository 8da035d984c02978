"""The camps of a finding: side by side where the screen is wide, one under the other where it is not."""

from collections.abc import Sequence
from itertools import cycle, zip_longest

from rich.text import Text

from discrepancy.report.camp_words import camp_words, many_words, varied
from discrepancy.report.sides import Camp
from discrepancy.report.terminal.page import MARGIN, Page
from discrepancy.report.terminal.side import print_side
from discrepancy.report.terminal.styles import CAMP_STYLES
from discrepancy.report.values import Values

_COLUMN = 60  # cells in which a sentence reads well


def print_camps(camps: Sequence[Camp], values: Values, page: Page, *, verbose: bool) -> None:
    """Print each camp under its value, unless one claim is all there is."""
    width = (page.console.width + 2) // len(camps) - 2
    beside = len(camps) > 1 and width >= _COLUMN
    parts = [page.part(min(width, page.width) if beside else page.width) for _ in camps]
    for camp, part, style in zip(camps, parts, cycle(CAMP_STYLES), strict=False):
        if sum(map(len, camps)) > 1:
            _print_value(camp, values, part, style)
        _print_sides(camp, values, part, style, verbose=verbose)
    if beside:
        page.put()
        _print_beside([part.lines or [] for part in parts], parts[0].width, page)
        return
    for part in parts:
        page.put()
        for line in part.lines or []:
            page.line(line)


def _print_beside(columns: Sequence[Sequence[Text]], width: int, page: Page) -> None:
    """Print *columns* of lines, each *width* cells wide, beside each other."""
    for lines in zip_longest(*columns, fillvalue=Text()):
        row = Text()
        for number, line in enumerate(lines):
            row.append(" " * (number * (width + 2) - row.cell_len))
            row.append_text(line)
        page.line(row)


def _print_value(camp: Camp, values: Values, page: Page, style: str) -> None:
    many = many_words(camp)
    words = page.text((camp_words(camp, values), f"bold {style}"), f" · {many}" if many else "")
    page.put(words, MARGIN, hanging=2)


def _print_sides(camp: Camp, values: Values, page: Page, style: str, *, verbose: bool) -> None:
    """Print the sides of *camp*, each with its own value where they differ."""
    told = values if varied(camp) or verbose else None
    for position, side in enumerate(camp):
        if position:
            page.line(page.drawn(f"{MARGIN}│", style))
        print_side(side, page, style, told, verbose=verbose)
