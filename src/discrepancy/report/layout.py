"""In what order findings are shown, and under which headings."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from discrepancy.model import Finding, Report, State, Verdict
from discrepancy.report.sides import stories_of

_ORDER = tuple(Verdict)
Group = tuple[str, list[Finding]]


class Sort(StrEnum):
    """What comes first."""

    VERDICT = "verdict"
    SCORE = "score"
    NEWEST = "newest"


class GroupBy(StrEnum):
    """What findings under one heading have in common."""

    STORY = "story"
    VERDICT = "verdict"
    DIMENSION = "dimension"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Layout:
    """How findings are laid out.

    *limit* is the most that are shown; *where* are the paths that were checked, as a shell needs them.
    """

    sort: Sort = Sort.VERDICT
    group_by: GroupBy = GroupBy.STORY
    limit: int | None = None
    verbose: bool = False
    where: tuple[str, ...] = ()


def arranged(report: Report, show: Collection[Verdict], layout: Layout) -> list[Group]:
    """The findings of *report* in groups with headings, as many as *layout* allows; the group of the first leads."""
    titles = titles_of(report)
    headings: Mapping[GroupBy, Callable[[Finding], str]] = {
        GroupBy.STORY: lambda finding: story_words(finding, titles),
        GroupBy.VERDICT: lambda finding: finding.verdict.value,
        GroupBy.DIMENSION: lambda finding: dimension_words(finding.fact.dimension),
        GroupBy.NONE: lambda _: "",
    }
    groups: dict[str, list[Finding]] = {}
    wanted = (finding for finding in report.findings if finding.verdict in show)
    for finding in sorted(wanted, key=_SORTS[layout.sort])[: layout.limit]:
        groups.setdefault(headings[layout.group_by](finding), []).append(finding)
    return list(groups.items())


def titles_of(report: Report) -> dict[str, str]:
    """What the story of each document is called, by the document's id."""
    return {document.id: story.title for story in report.stories for document in story.documents}


def story_words(finding: Finding, titles: Mapping[str, str]) -> str:
    """The stories that *finding* belongs to; empty where there are none."""
    documents = [claim.document for claim in finding.fact.claims]
    return ", ".join(sorted({titles.get(one.id, one.story or "") for one in documents} - {""}))


def _by_verdict(finding: Finding) -> tuple[Any, ...]:
    """By verdict, unseen first, story by story, surest first."""
    seen = finding.state not in (State.NEW, State.CHANGED)
    stories = stories_of(finding)
    return (_ORDER.index(finding.verdict), seen, not stories, stories, -finding.score, finding.fingerprint)


def _by_score(finding: Finding) -> tuple[Any, ...]:
    return (-finding.score, *_by_verdict(finding))


def _by_time(finding: Finding) -> tuple[Any, ...]:
    """By the latest publication, undated last."""
    published = [claim.document.published.time for claim in finding.fact.claims if claim.document.published]
    return (-max((time.timestamp() for time in published), default=float("-inf")), *_by_verdict(finding))


def dimension_words(dimension: str) -> str:
    """A dimension as people call it: "money (USD)", "time", "length"."""
    family, _, code = dimension.partition(":")
    return f"{family} ({code})" if code else family


_SORTS: Mapping[Sort, Callable[[Finding], tuple[Any, ...]]] = {
    Sort.VERDICT: _by_verdict,
    Sort.SCORE: _by_score,
    Sort.NEWEST: _by_time,
}
