"""GitLab's code quality report, which a merge request compares with that of its target branch."""

from typing import Any

from discrepancy.model import Finding, Report
from discrepancy.report.formats import Selection
from discrepancy.report.formats.telling import Level, in_order, level_of, message_of, region_of, title_of
from discrepancy.report.safe import json_text
from discrepancy.report.sides import shown

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def code_quality(report: Report, selection: Selection) -> str:
    """A list of issues, one for each fingerprint, as GitLab keeps but the first."""
    issues = {one.fingerprint: _issue(one) for one in reversed(shown(report, selection.show))}
    return json_text(list(reversed(issues.values())), indent=2) + "\n"


def _issue(finding: Finding) -> dict[str, Any]:
    region = region_of(in_order(finding)[0].claim)
    return {
        "description": f"{title_of(finding)}. {message_of(finding)}",
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[level_of(finding)],
        "location": {"path": region.path, "lines": {"begin": region.start.line, "end": region.end.line}},
    }
