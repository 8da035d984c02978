"""One side of a finding: who says it, where, and the sentence with the figure underlined."""

from rich.text import Text

from discrepancy.report.calendar_words import published_words
from discrepancy.report.camp_words import side_notes
from discrepancy.report.sides import Side, place_of
from discrepancy.report.terminal.page import LABEL_CELLS, MARGIN, NAME_CELLS, Page
from discrepancy.report.values import Values
from discrepancy.report.window import excerpt, marked_lines

_QUOTE_CELLS, _WHOLE_CELLS = 240, 2000


def print_side(side: Side, page: Page, style: str, values: Values | None, *, verbose: bool) -> None:
    """Print who says it, when and where, in which sentence; and its value by *values*, where they are given."""
    claim = side.claim
    bar = page.drawn(f"{MARGIN}│ ", style)
    place = place_of(claim.document, claim.span.start)
    outlet = page.cropped(claim.outlet, NAME_CELLS)
    head = page.text((outlet, "bold"), f" · {published_words(claim.document.published)} · ", (str(place), "dim"))
    page.put(head, bar, hanging=2)
    if verbose:
        _print_origin(side, page, bar)
    _print_quote(side, page, style, verbose=verbose)
    notes = [*([values.words(claim)] if values else []), *side_notes(side)]
    if notes:
        said = " · ".join(page.cropped(note, LABEL_CELLS) for note in notes)
        page.put(page.text((said, "italic")), bar + Text(MARGIN), hanging=2)


def _print_origin(side: Side, page: Page, bar: Text) -> None:
    """Print the headline and the address of the document."""
    for words in (side.claim.document.title, side.claim.document.url):
        if words:
            page.put(page.text((page.cropped(words, LABEL_CELLS), "dim")), bar, hanging=2)


def _print_quote(side: Side, page: Page, style: str, *, verbose: bool) -> None:
    """Print the sentence round its figure, which is underlined, or the whole of it."""
    bar = page.drawn(f"{MARGIN}│ ", style)
    room = page.width - bar.cell_len - len(MARGIN)
    cells = _WHOLE_CELLS if verbose else min(_QUOTE_CELLS, 3 * room)
    for line in marked_lines(excerpt(side.claim, page.safe, cells), room):
        text = Text(line.text)
        text.stylize(f"bold underline {style}", line.start, line.end)
        page.line(bar + Text(MARGIN) + text)
        if line.start < line.end and not page.styled:
            before, figure = Text(line.text[: line.start]), Text(line.text[line.start : line.end])
            page.line(bar + Text(MARGIN + " " * before.cell_len + "~" * figure.cell_len))
