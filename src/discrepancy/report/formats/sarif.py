"""SARIF 2.1.0 (OASIS, with errata 01): a result for each finding, with all its sides."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from discrepancy.compare import VERSION
from discrepancy.judge import RULES, Rule
from discrepancy.model import Claim, Finding, Report, State
from discrepancy.report.formats import Selection
from discrepancy.report.formats.remarks import Remark, remarks_of
from discrepancy.report.formats.telling import (
    LEVELS,
    Region,
    in_order,
    reason_of,
    region_of,
    side_words,
    title_of,
)
from discrepancy.report.json_report import side_record
from discrepancy.report.safe import json_text, visible
from discrepancy.report.sides import Side, shown

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASELINE = {
    State.NEW: "new",
    State.KNOWN: "unchanged",
    State.FLAGGED: "unchanged",
    State.CHANGED: "updated",
}
_INDICES = {rule.code: index for index, rule in enumerate(RULES)}
# In messages these make placeholders and links (3.11.5, 3.11.6).
_SPECIAL = str.maketrans({"{": "{{", "}": "}}", "[": "\\[", "]": "\\]", "\\": "\\\\"})


def sarif(report: Report, selection: Selection) -> str:
    """*report* as a log of one run."""
    findings = [
        one for one in shown(report, selection.show) if not (selection.omit_flagged and one.state is State.FLAGGED)
    ]
    remarks = [_notification(remark) for remark in remarks_of(report)]
    run = {
        "tool": {"driver": _driver(report)},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": remarks}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in findings],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(report: Report) -> dict[str, Any]:
    return {
        "name": "discrepancy",
        **({"version": report.version} if report.version else {}),
        "rules": [_descriptor(rule) for rule in RULES],
    }


def _descriptor(rule: Rule) -> dict[str, Any]:
    example = "\n".join(f"{said.published}: {said.text}" for said in rule.example)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": _text(rule.means),
        "help": _text(f"{rule.means}\n\nFor example:\n{example}"),
        "defaultConfiguration": {"level": LEVELS.get(rule.verdict, "none")},
        "properties": {"tags": [rule.verdict]},
    }


def _notification(remark: Remark) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(remark.path)}}
    region = {"region": {"startLine": remark.line}} if remark.line else {}
    return {
        "level": remark.level,
        "message": _text(f"{remark.title}: {remark.words}"),
        "locations": [{"physicalLocation": {**place, **region}}],
    }


def _result(finding: Finding) -> dict[str, Any]:
    sides = in_order(finding)
    return {
        "ruleId": finding.rule,
        **({"ruleIndex": _INDICES[finding.rule]} if finding.rule in _INDICES else {}),
        "kind": "fail" if finding.verdict in LEVELS else "pass",
        "level": LEVELS.get(finding.verdict, "none"),
        "message": {"text": _message(finding, sides)},
        "locations": [_location(sides[0])],
        "relatedLocations": [
            {"id": number, **_location(side), "properties": side_record(side)} for number, side in enumerate(sides, 1)
        ],
        "partialFingerprints": {
            f"discrepancy/v{VERSION}": finding.fingerprint,
            # what GitHub tells alerts apart by; else it takes the words of the line, which an edit changes
            "primaryLocationLineHash": finding.fingerprint,
        },
        "baselineState": _BASELINE[finding.state],
        **_suppressions(finding),
        "properties": {"verdict": finding.verdict, "state": finding.state, "score": f"{finding.score:.4f}"},
    }


def _message(finding: Finding, sides: Sequence[Side]) -> str:
    """The finding in a paragraph; each side is a link to its location, by which hosts find them."""
    links = "; ".join(f"[{_plain(side_words(side))}]({number})" for number, side in enumerate(sides, 1))
    return f"{_plain(title_of(finding))}. {links}. {_plain(reason_of(finding))}"


def _suppressions(finding: Finding) -> dict[str, Any]:
    """That an editor accepted the finding, and why; without the list, a reader could not know that nobody did."""
    if finding.state is not State.FLAGGED:
        return {"suppressions": []}
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": visible(finding.flag)}]}


def _location(side: Side) -> dict[str, Any]:
    region = region_of(side.claim)
    document = side.claim.document
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(region.path)},
            "region": _region(region, side.claim),
        },
        "logicalLocations": [{"fullyQualifiedName": document.id, "name": document.outlet, "kind": "document"}],
        "message": _text(side_words(side)),
    }


def _region(region: Region, claim: Claim) -> dict[str, Any]:
    lines = {"startLine": region.start.line, "endLine": region.end.line}
    if region.whole:
        return lines
    columns = {"startColumn": region.start.column, "endColumn": region.end.column}
    return {**lines, **columns, "snippet": {"text": claim.literal}}


def _uri(path: str) -> str:
    """*path* as a reference relative to the folder of the run, or as the URI of an absolute path."""
    quoted = quote(path.encode("utf-8", "replace"))
    return f"file://{quoted}" if quoted.startswith("/") else quoted


def _text(message: str) -> dict[str, str]:
    return {"text": _plain(message)}


def _plain(text: str) -> str:
    """*text* as it stands in a message."""
    return text.translate(_SPECIAL)
