"""Reports as CSV (RFC 4180, ended by a line feed), safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from discrepancy.model import Finding, Report
from discrepancy.report.formats import Selection
from discrepancy.report.json_report import finding_record, side_record
from discrepancy.report.matrix import matrices_of
from discrepancy.report.safe import visible
from discrepancy.report.sides import Side, short_id, shown, sides_of
from discrepancy.report.values import Values, values_of

COLUMNS = (
    "id", "verdict", "state", "internal", "fact", "dimension", "score", "rule", "why", "flag",
    "camp", "outlet", "published", "value", "lower", "upper", "unit", "literal", "attribution", "quote",
    "document", "path", "line", "column", "url",
)  # fmt: skip
# What a spreadsheet would run; a figure with its sign is none. See OWASP, "CSV injection".
_FORMULA = re.compile(r"[=@＝＋－＠]|[+-](?![\d.,]+%?$)")


def csv_table(report: Report, selection: Selection) -> str:
    """A header, and a line for each side of each finding."""
    return table([COLUMNS, *(row for finding in shown(report, selection.show) for row in _rows(finding))])


def matrix_table(report: Report) -> str:
    """The outlet matrices as one table: a line for each fact, a column for each outlet of any story."""
    matrices = matrices_of(report)
    outlets = sorted({outlet for matrix in matrices for outlet in matrix.outlets})
    rows = [[matrix.story, *_fact(row.finding), *map(row.cell, outlets)] for matrix in matrices for row in matrix.rows]
    return table([["story", "id", "verdict", "state", "fact", *outlets], *rows])


def _fact(finding: Finding) -> tuple[str, ...]:
    return short_id(finding), finding.verdict, finding.state, finding.fact.label


def table(rows: Iterable[Sequence[object]]) -> str:
    """*rows* as CSV, each on one line."""
    page = io.StringIO()
    csv.writer(page, lineterminator="\n").writerows([cell(value) for value in row] for row in rows)
    return page.getvalue()


def cell(value: object) -> str:
    """*value* as text that a spreadsheet takes for text; what it would take for a formula is quoted.

    >>> cell("=1+1"), cell(None), cell("-5.2")
    ("'=1+1", '', '-5.2')
    """
    text = "" if value is None else visible(str(value)).strip()
    return f"'{text}" if _FORMULA.match(text) else text


def _rows(finding: Finding) -> Iterable[list[object]]:
    values = values_of(finding.fact.claims)
    head = finding_record(finding)
    for side in sides_of(finding):
        record = {**head, **_side(side, values)}
        yield [record[name] for name in COLUMNS]


def _side(side: Side, values: Values) -> dict[str, object]:
    document = side.claim.document
    record = side_record(side)
    bounds = record["interval"] or dict.fromkeys(("lower", "upper", "unit"))
    return {
        **record,
        **{name: bounds[name] for name in ("lower", "upper", "unit")},
        "value": values.words(side.claim),
        "path": document.path,
        "url": document.url,
    }
