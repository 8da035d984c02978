"""The stories of the page, each with its findings in full and with tables of all else."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from discrepancy.model import Claim, Finding, Report, Story
from discrepancy.report.html.findings import FindingView, SourceView, finding_view, source_of
from discrepancy.report.html.keys import Keys
from discrepancy.report.html.tables import Agreement, Alone, Day, agreements_of, alone_of, days_of
from discrepancy.report.layout import story_words, titles_of
from discrepancy.report.matrix import Matrix, matrices_of
from discrepancy.report.sides import short_id
from discrepancy.report.summary import tally

_ANCHOR = re.compile(r"\w+", re.ASCII)


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
class _Told:
    """All that a report tells of one story; *joined* are the ids of all claims that are in a fact."""

    report: Report
    findings: list[Finding]
    stories: list[Story]
    joined: frozenset[str]

    @property
    def claims(self) -> list[Claim]:
        return [claim for story in self.stories for claim in story.claims]


def stories_of(report: Report, full: Sequence[Finding], keys: Keys, where: Sequence[str]) -> tuple[StoryView, ...]:
    """The stories of *report*, those with findings in *full* first."""
    titles = titles_of(report)
    shown: defaultdict[str, list[FindingView]] = defaultdict(list)
    for finding, anchor in zip(full, _anchors(full), strict=True):
        shown[story_words(finding, titles)].append(finding_view(finding, anchor, keys, where))
    told = _told(report, titles)
    names = [*shown, *sorted(set(told) - set(shown))]
    return tuple(_story(number, name, tuple(shown[name]), told[name], keys) for number, name in enumerate(names))


def _told(report: Report, titles: Mapping[str, str]) -> dict[str, _Told]:
    """All that *report* tells, by the title of the story; what belongs to several stories stands by itself."""
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        findings[story_words(finding, titles)].append(finding)
    stories: defaultdict[str, list[Story]] = defaultdict(list)
    for story in report.stories:
        stories[story.title].append(story)
    joined = frozenset(claim.id for finding in report.findings for claim in finding.fact.claims)
    return {name: _Told(report, findings[name], stories[name], joined) for name in {*findings, *stories}}


def _anchors(findings: Sequence[Finding]) -> list[str]:
    """The id of each finding, by which an address can point to it; a number where that would not do."""
    names = [short_id(finding) for finding in findings]
    spread = Counter(names)
    return [
        name if _ANCHOR.fullmatch(name) and spread[name] == 1 else f"finding-{number}"
        for number, name in enumerate(names, 1)
    ]


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
