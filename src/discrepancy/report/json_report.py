"""The report for machines: version 1 of the contract for scripts."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Any

from discrepancy.model import Finding, Notice, Report, Skipped, Unreadable, Verdict
from discrepancy.report.claims import claim_record
from discrepancy.report.safe import json_text
from discrepancy.report.sides import Side, place_of, short_id, shown, sides_of
from discrepancy.report.summary import counts


def report_parts(report: Report, show: Collection[Verdict]) -> Iterator[str]:
    """The text of *report* as JSON, row by row: all of it at once would be larger than the report.

    Its findings are those whose verdict is in *show*; its summary counts all.
    """
    lists: dict[str, Iterable[dict[str, Any]]] = {
        "findings": map(finding_record, shown(report, show)),
        "notices": map(_notice, report.notices),
        "skipped": chain(map(_unreadable, report.unreadable), map(_skipped, report.skipped)),
    }
    yield json_text(_head(report), indent=2).removesuffix("\n}")
    for name, rows in lists.items():
        yield f',\n  "{name}": ['
        yield from _members(rows)
        yield "]"
    yield "\n}\n"


def _members(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """*rows* as the members of a list of an object, set in as far as they are nested."""
    between = ""
    for row in rows:
        yield f"{between}\n    {json_text(row, indent=2).replace(chr(10), chr(10) + '    ')}"
        between = ","
    if between:
        yield "\n  "


def _head(report: Report) -> dict[str, Any]:
    """What the contract has before all lists."""
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
            "seen": report.seen,
            "elsewhere": report.elsewhere,
            # what is gone is no finding, and told by a notice; the contract keeps the field
            "findings": {verdict: {**states, "gone": 0} for verdict, states in counts(report.findings).items()},
        },
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """*finding* with all its sides."""
    return {
        "id": short_id(finding),
        "verdict": finding.verdict,
        "state": finding.state,
        "flag": finding.flag or None,
        "then": finding.then or None,
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
        "path": place.path or None,
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
