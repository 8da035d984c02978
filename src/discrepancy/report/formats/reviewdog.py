"""The diagnostic format of reviewdog, a line for each side, so that whichever a change touches is shown."""

from collections.abc import Iterator
from typing import Any

from discrepancy.model import Claim, Finding, Report
from discrepancy.report.formats import Selection
from discrepancy.report.formats.telling import (
    Level,
    in_order,
    level_of,
    message_of,
    region_of,
    side_words,
    title_of,
)
from discrepancy.report.safe import json_text
from discrepancy.report.sides import shown

_SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTE: "INFO"}


def diagnostics(report: Report, selection: Selection) -> str:
    """A diagnostic for each side of each finding, the other sides being its related locations."""
    told = (one for finding in shown(report, selection.show) for one in _diagnostics(finding))
    return "".join(f"{json_text(one)}\n" for one in told)


def _diagnostics(finding: Finding) -> Iterator[dict[str, Any]]:
    sides = in_order(finding)
    related = [{"message": side_words(side), "location": _location(side.claim)} for side in sides]
    message = f"{title_of(finding)}. {message_of(finding)}"
    for number in range(len(sides)):
        yield {
            "message": message,
            "location": related[number]["location"],
            "severity": _SEVERITIES[level_of(finding)],
            "source": {"name": "discrepancy"},
            "code": {"value": finding.rule},
            "related_locations": related[:number] + related[number + 1 :],
        }


def _location(claim: Claim) -> dict[str, Any]:
    region = region_of(claim)
    start, end = {"line": region.start.line}, {"line": region.end.line}
    if not region.whole:
        start["column"], end["column"] = (_byte_column(claim, offset) for offset in claim.span)
    return {"path": region.path, "range": {"start": start, "end": end}}


def _byte_column(claim: Claim, offset: int) -> int:
    """The column of the character at *offset* in bytes of UTF-8, as the format counts."""
    text = claim.document.text
    return len(text[text.rfind("\n", 0, offset) + 1 : offset].encode("utf-8", "replace")) + 1
