"""The whole page: stories with their findings and tables, and what was read, skipped and flagged."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from discrepancy.model import Claim, Finding, Report, Story, Verdict
from discrepancy.report.formats import Selection
from discrepancy.report.html.findings import FindingView, SourceView, finding_view, source_of
from discrepancy.report.html.keys import Keys, cropped, keys_of
from discrepancy.report.html.tables import Agreement, Alone, Day, agreements_of, alone_of, days_of
from discrepancy.report.layout import GroupBy, arranged, story_words, titles_of
from discrepancy.report.matrix import LEGEND, Matrix, matrices_of
from discrepancy.report.sides import short_id
from discrepancy.report.summary import counts, tally

_ANCHOR = re.compile(r"\w+", re.ASCII)
_VERDICTS = {
    Verdict.CONFLICT: ("conflict", "conflicts"),
    Verdict.UPDATE: ("update", "updates"),
    Verdict.COMPATIBLE: ("compatible", "compatible"),
    Verdict.AGREE: ("agrees", "agree"),
}
_SKIPPED = 120  # characters of what was skipped


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story: its findings in full, and in tables all else that its documents claim."""

    key: int
    title: str
    tally: str
    sources: tuple[SourceView, ...]
    findings: tuple[FindingView, ...]
    sheets: tuple[Matrix, ...]
    agreements: tuple[Agreement, ...]
    days: tuple[Day, ...]
    alone: tuple[Alone, ...]

    @property
    def anchors(self) -> dict[str, str]:
        """Where on the page the findings told in full stand, by their ids."""
        return {finding.id: finding.anchor for finding in self.findings}


@dataclass(frozen=True, slots=True)
class Flagged:
    """A finding that an editor has seen, and the reason given."""

    id: str
    label: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class PageView:
    """What the templates read."""

    title: str
    counted: tuple[tuple[int, str], ...]
    keys: Keys
    verdicts: tuple[Verdict, ...]
    stories: tuple[StoryView, ...]
    flagged: tuple[Flagged, ...]
    skipped: dict[str, list[str]]
    unreadable: tuple[str, ...]
    legend: str
    version: str


def page_of(report: Report, selection: Selection) -> PageView:
    """*report* as a page, with the findings of *selection* in full."""
    flat = replace(selection.layout, group_by=GroupBy.NONE)
    full = [finding for _, told in arranged(report, selection.show, flat) for finding in told]
    keys = keys_of(report)
    return PageView(
        tally(full) or "no discrepancies",
        _counted(report),
        keys,
        tuple(verdict for verdict in Verdict if any(one.verdict is verdict for one in report.findings)),
        tuple(_stories(report, full, keys, flat.where)),
        tuple(Flagged(short_id(one), one.fact.label, one.state.value, one.flag) for one in report.findings if one.flag),
        _skipped(report),
        tuple(map(str, report.unreadable)),
        LEGEND,
        report.version,
    )


def _stories(report: Report, full: Sequence[Finding], keys: Keys, where: Sequence[str]) -> list[StoryView]:
    """The stories, those with findings first."""
    titles = titles_of(report)
    shown: defaultdict[str, list[FindingView]] = defaultdict(list)
    for finding, anchor in zip(full, _anchors(full), strict=True):
        shown[story_words(finding, titles)].append(finding_view(finding, anchor, keys, where))
    told: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        told[story_words(finding, titles)].append(finding)
    stories: defaultdict[str, list[Story]] = defaultdict(list)
    for story in report.stories:
        stories[story.title].append(story)
    joined = frozenset(claim.id for finding in report.findings for claim in finding.fact.claims)
    names = [*shown, *sorted({*told, *stories} - set(shown))]
    return [
        _story(number, name, tuple(shown[name]), _Told(report, told[name], stories[name], joined), keys)
        for number, name in enumerate(names)
    ]


def _anchors(findings: Sequence[Finding]) -> list[str]:
    """The id of each finding, by which an address can point to it; a number where that would not do."""
    names = [short_id(finding) for finding in findings]
    return [
        name if _ANCHOR.fullmatch(name) and names.count(name) == 1 else f"finding-{number}"
        for number, name in enumerate(names, 1)
    ]


@dataclass(frozen=True, slots=True)
class _Told:
    """All that is told of a story; *joined* are the ids of the claims that are in a fact."""

    report: Report
    findings: list[Finding]
    stories: list[Story]
    joined: frozenset[str]

    @property
    def claims(self) -> list[Claim]:
        return [claim for story in self.stories for claim in story.claims]


def _story(key: int, name: str, findings: tuple[FindingView, ...], told: _Told, keys: Keys) -> StoryView:
    documents = [document for story in told.stories for document in story.documents]
    return StoryView(
        key,
        name or "no story",
        tally(told.findings) or "nothing in common",
        tuple(map(source_of, documents)),
        findings,
        matrices_of(replace(told.report, findings=tuple(told.findings))),
        tuple(agreements_of(told.findings, keys)),
        tuple(days_of(told.claims, keys)),
        tuple(alone_of(told.claims, told.joined, keys)),
    )


def _counted(report: Report) -> tuple[tuple[int, str], ...]:
    """How much was read, compared, found and left out."""
    coverage, found = report.coverage, counts(report.findings)
    numbers = (
        (coverage.documents, "document", "documents"),
        (coverage.claims, "claim", "claims"),
        (coverage.facts, "fact compared", "facts compared"),
        *((sum(found[verdict].values()), *names) for verdict, names in _VERDICTS.items()),
        (coverage.skipped, "mention skipped", "mentions skipped"),
        (len(report.unreadable), "unreadable", "unreadable"),
    )
    return tuple((number, one if number == 1 else many) for number, one, many in numbers)


def _skipped(report: Report) -> dict[str, list[str]]:
    """What was seen and not read, by reason; the commonest first."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for one in report.skipped:
        reasons[one.reason].append(f"{cropped(one.literal, _SKIPPED)} ({cropped(one.document, _SKIPPED)})")
    return dict(sorted(reasons.items(), key=lambda pair: (-len(pair[1]), pair[0])))
