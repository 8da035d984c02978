"""The outlet matrix on a terminal: as a sheet where it fits, else fact by fact."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from discrepancy.model import Report, State, Verdict
from discrepancy.report.matrix import LEGEND, MARKS, Matrix, Row, matrices_of
from discrepancy.report.sides import short_id
from discrepancy.report.summary import summary_line, tally
from discrepancy.report.terminal.listings import print_fact
from discrepancy.report.terminal.page import NAME_CELLS, Page, page_on
from discrepancy.report.terminal.styles import CAMP_STYLES, VERDICT_STYLES

_LABEL, _CELL = 24, 11  # cells that a fact and a value want at least


def print_matrix(report: Report, console: Console) -> None:
    """Print what each outlet gives of each fact, a sheet a story."""
    page = Page(console, console.width)
    for matrix in matrices_of(report):
        page.headline(f"{matrix.story or 'no story'} · {tally(row.finding for row in matrix.rows)}")
        if _LABEL + _CELL * len(matrix.outlets) <= page.width:
            page.table(_sheet(matrix, page))
        else:
            for row in matrix.rows:
                page.put()
                print_fact(row.finding, page)
        page.put()
    page_on(console).put(LEGEND)
    page_on(console).put(summary_line(report, frozenset(Verdict)))


def _sheet(matrix: Matrix, page: Page) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, width=page.width, header_style="bold")
    table.add_column("", width=2, overflow="fold")
    table.add_column("", ratio=3, overflow="fold")
    for outlet in matrix.outlets:
        table.add_column(page.text(page.cropped(outlet, NAME_CELLS)), ratio=2, overflow="fold")
    for row in matrix.rows:
        table.add_row(*_cells(row, matrix, page))
    return table


def _cells(row: Row, matrix: Matrix, page: Page) -> list[Text]:
    finding = row.finding
    state = "" if finding.state is State.NEW else f" {finding.state}"
    mark = page.text((MARKS[finding.verdict], VERDICT_STYLES[finding.verdict]))
    label = page.text(page.cropped(finding.fact.label, 2 * NAME_CELLS), (f" {short_id(finding)}{state}", "dim"))
    return [mark, label, *(_cell(row, outlet, page) for outlet in matrix.outlets)]


def _cell(row: Row, outlet: str, page: Page) -> Text:
    """What *outlet* gives, in the colour of its camp; a dot where it is silent."""
    entries = row.entries.get(outlet)
    if not entries:
        return page.text(("·", "dim"))
    camp = entries[0].camp
    style = "" if camp is None else CAMP_STYLES[camp % len(CAMP_STYLES)]
    return page.text((page.cropped(row.cell(outlet), NAME_CELLS), style))
