"""The last line of a report: how much was read, compared, found and left out."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from discrepancy.model import Finding, Report, Skipped, State, Verdict

_NAMES = {Verdict.CONFLICT: ("conflict", "conflicts"), Verdict.UPDATE: ("update", "updates")}


def counts(findings: Iterable[Finding]) -> dict[Verdict, dict[State, int]]:
    """How many *findings* there are by verdict and state, zeros included."""
    found = Counter((finding.verdict, finding.state) for finding in findings)
    return {verdict: {state: found[verdict, state] for state in State} for verdict in Verdict}


def summary_line(report: Report, show: Collection[Verdict], limit: int | None = None) -> str:
    """*report* counted in one line; verdicts that are not in *show*, and findings beyond *limit*, are counted too."""
    coverage, findings = report.coverage, counts(report.findings)
    verdicts = ", ".join(_verdict(verdict, states) for verdict, states in findings.items())
    wanted = sum(finding.verdict in show for finding in report.findings)
    hidden = len(report.findings) - (wanted if limit is None else min(wanted, limit))
    return (
        f"{counted(coverage.documents, 'document')}{_copies(coverage.copies)}, {counted(coverage.claims, 'claim')}; "
        f"{counted(coverage.facts, 'fact')} compared in {counted(coverage.pairs, 'candidate pair')}: {verdicts}"
        f"{f' ({hidden:,} not shown)' if hidden else ''}{f', {report.unsure:,} less sure' if report.unsure else ''}"
        f"{f', {report.seen:,} seen before' if report.seen else ''}; "
        f"skipped: {counted(coverage.skipped, 'mention')}; unreadable: {len(report.unreadable):,}"
        f"{f'; seen elsewhere: {report.elsewhere:,}' if report.elsewhere else ''}"
    )


def by_reason(skipped: Iterable[Skipped]) -> dict[str, list[Skipped]]:
    """*skipped* by the reason, the commonest first."""
    reasons: defaultdict[str, list[Skipped]] = defaultdict(list)
    for one in skipped:
        reasons[one.reason].append(one)
    return dict(sorted(reasons.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def tally(findings: Iterable[Finding]) -> str:
    """The verdicts of *findings*, counted: "1 conflict, 2 updates"."""
    return ", ".join(_verdict(verdict, states) for verdict, states in counts(findings).items() if any(states.values()))


def counted(number: int, noun: str) -> str:
    """*number* and *noun*, in the plural where it is due."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _copies(number: int) -> str:
    """How many of the documents are copies, in brackets, where any are."""
    return f" ({number:,} {'copy' if number == 1 else 'copies'})" if number else ""


def _verdict(verdict: Verdict, states: dict[State, int]) -> str:
    """The count of one verdict, with its states in brackets where not all are new."""
    total = sum(states.values())
    one, many = _NAMES.get(verdict, (verdict.value, verdict.value))
    seen = ", ".join(f"{number:,} {state.value}" for state, number in states.items() if number)
    return f"{total:,} {one if total == 1 else many}" + (f" ({seen})" if total > states[State.NEW] else "")
