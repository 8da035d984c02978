"""The report as plain text, as JSON and as JSON Lines."""

import io
from collections.abc import Iterator

from discrepancy.model import Report
from discrepancy.report.formats import Selection
from discrepancy.report.json_report import finding_record, report_parts
from discrepancy.report.safe import json_text
from discrepancy.report.sides import shown


def plain(report: Report, selection: Selection) -> str:
    """What the terminal shows, as wide as off a terminal and without colour."""
    from discrepancy.report.console import console_for  # noqa: PLC0415 - loaded when first needed
    from discrepancy.report.terminal.findings import print_report  # noqa: PLC0415 - likewise

    page = io.StringIO()
    print_report(report, console_for(page, {}), selection.show, selection.layout)
    return page.getvalue()


def json_object(report: Report, selection: Selection) -> Iterator[str]:
    """The whole report as one object."""
    return report_parts(report, selection.show)


def json_lines(report: Report, selection: Selection) -> Iterator[str]:
    """The findings as objects, one a line, each as in JSON."""
    return (f"{json_text(finding_record(finding))}\n" for finding in shown(report, selection.show))
