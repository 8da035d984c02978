"""Which findings, and which notices on flags, fail a check?"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from enum import StrEnum

from discrepancy.model import Finding, Notice, Report, State, Verdict


class FailOn(StrEnum):
    """What can fail a check."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    FLAGGED = "flagged"
    UPDATE = "update"
    INTERNAL = "internal"
    EXPIRED = "expired"
    EXPIRING = "expiring"
    STALE = "stale"
    GONE = "gone"


USUALLY = (FailOn.NEW, FailOn.CHANGED)


def fails(findings: Iterable[Finding], notices: Iterable[Notice], policy: Collection[FailOn]) -> bool:
    """Does one of *findings*, as they are shown, or of *notices* fail a check by *policy*?"""
    rules = [_FINDINGS[one] for one in policy if one in _FINDINGS]
    return any(rule(finding) for finding in findings for rule in rules) or any(
        notice.kind.value in policy for notice in notices
    )


def surer(report: Report, least: float) -> Report:
    """*report* with the findings that are as sure as *least*; the others are counted."""
    sure = tuple(finding for finding in report.findings if finding.score >= least)
    return replace(report, findings=sure, unsure=len(report.findings) - len(sure))


def news(report: Report) -> Report:
    """*report* with the findings that are not flagged or known; the others are counted."""
    unseen = tuple(filter(_unseen, report.findings))
    return replace(report, findings=unseen, seen=len(report.findings) - len(unseen))


def _conflict(state: State) -> Callable[[Finding], bool]:
    return lambda finding: finding.verdict is Verdict.CONFLICT and finding.state is state


def _unseen(finding: Finding) -> bool:
    return finding.state in (State.NEW, State.CHANGED)


_FINDINGS: dict[FailOn, Callable[[Finding], bool]] = {
    FailOn.NEW: _conflict(State.NEW),
    FailOn.CHANGED: _conflict(State.CHANGED),
    FailOn.KNOWN: _conflict(State.KNOWN),
    FailOn.FLAGGED: _conflict(State.FLAGGED),
    FailOn.UPDATE: lambda finding: finding.verdict is Verdict.UPDATE and _unseen(finding),
    FailOn.INTERNAL: lambda finding: finding.internal and _unseen(finding),
}
