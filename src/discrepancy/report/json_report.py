"""The report for machines: version 1 of the contract for scripts."""

from collections.abc import Collection
from typing import Any

from discrepancy.model import Finding, Notice, Report, Skipped, Unreadable, Verdict
from discrepancy.report.claims import claim_record
from discrepancy.report.safe import json_text
from discrepancy.report.sides import Side, place_of, short_id, shown, sides_of
from discrepancy.report.summary import counts


def report_text(report: Report, show: Collection[Verdict]) -> str:
    """*report* as JSON, with the findings whose verdict is in *show*; its summary counts all."""
    return json_text(report_record(report, show), indent=2) + "\n"


def report_record(report: Report, show: Collection[Verdict]) -> dict[str, Any]:
    """*report* as the contract has it."""
    coverage = report.coverage
    return {
        "version": report.version,
        "summary": {
            "documents": coverage.documents,
            "copies": coverage.copies,
            "claims": coverage.claims,
            "pairs": coverage.pairs,
            "facts": coverage.facts,
            "skipped": coverage.skipped,
            "unreadable": len(report.unreadable),
            "unsure": report.unsure,
            "elsewhere": report.elsewhere,
            "findings": counts(report.findings),
        },
        "findings": [finding_record(finding) for finding in shown(report, show)],
        "notices": [_notice(notice) for notice in report.notices],
        "skipped": [*map(_unreadable, report.unreadable), *map(_skipped, report.skipped)],
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """*finding* with all its sides."""
    return {
        "id": short_id(finding),
        "verdict": finding.verdict,
        "state": finding.state,
        "flag": finding.flag or None,
        "internal": finding.internal,
        "fact": finding.fact.label,
        "dimension": finding.fact.dimension,
        "score": f"{finding.score:.4f}",
        "why": finding.why,
        "rule": finding.rule,
        "sides": [side_record(side) for side in sides_of(finding)],
    }


def side_record(side: Side) -> dict[str, Any]:
    """One side of a finding; *camp* is the index of the claims that it can be true together with.

    *voice* is the id of the document that had its text first.
    """
    claim = side.claim
    record, place = claim_record(claim), place_of(claim.document, claim.span.start)
    return {
        **{key: record[key] for key in ("document", "outlet", "published", "span", "literal")},
        "quote": claim.quote,
        "line": place.line,
        "column": place.column,
        "interval": record["interval"],
        "attribution": record["attribution"],
        "camp": side.camp,
        "voice": side.voice,
    }


def _notice(notice: Notice) -> dict[str, Any]:
    """What is to be told of a flag or of the baseline."""
    return {"kind": notice.kind, **{key: getattr(notice, key) for key in ("finding", "fact", "words", "place")}}


def _skipped(skipped: Skipped) -> dict[str, Any]:
    return {
        "document": skipped.document,
        "line": None,
        "span": list(skipped.span),
        "literal": skipped.literal,
        "reason": skipped.reason,
    }


def _unreadable(unreadable: Unreadable) -> dict[str, Any]:
    """A file or row that gave no document; named by its path."""
    return {
        "document": unreadable.path,
        "line": unreadable.line,
        "span": None,
        "literal": None,
        "reason": unreadable.reason,
    }
