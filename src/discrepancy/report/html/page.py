"""The whole page: the stories, how much was read, and what was skipped and flagged."""

from dataclasses import dataclass, replace

from discrepancy.model import Notice, Report, Verdict
from discrepancy.report.formats import Selection
from discrepancy.report.html.keys import Keys, cropped, keys_of
from discrepancy.report.html.stories import StoryView, stories_of
from discrepancy.report.layout import GroupBy, arranged
from discrepancy.report.matrix import LEGEND
from discrepancy.report.sides import short_id
from discrepancy.report.summary import by_reason, counts, tally

_VERDICTS = {
    Verdict.CONFLICT: ("conflict", "conflicts"),
    Verdict.UPDATE: ("update", "updates"),
    Verdict.COMPATIBLE: ("compatible", "compatible"),
    Verdict.AGREE: ("agrees", "agree"),
}
_SKIPPED = 120  # characters of what was skipped


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
    notices: tuple[Notice, ...]
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
        stories_of(report, full, keys, flat.where),
        tuple(Flagged(short_id(one), one.fact.label, one.state.value, one.flag) for one in report.findings if one.flag),
        report.notices,
        _skipped(report),
        tuple(map(str, report.unreadable)),
        LEGEND,
        report.version,
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
        *(((report.seen, "seen before", "seen before"),) if report.seen else ()),
        *(((report.unsure, "less sure than asked for", "less sure than asked for"),) if report.unsure else ()),
        *(((report.elsewhere, "seen elsewhere", "seen elsewhere"),) if report.elsewhere else ()),
    )
    return tuple((number, one if number == 1 else many) for number, one, many in numbers)


def _skipped(report: Report) -> dict[str, list[str]]:
    """What was seen and not read, and where, by reason."""
    return {
        reason: [f"{cropped(one.literal, _SKIPPED)} ({cropped(one.document, _SKIPPED)})" for one in skipped]
        for reason, skipped in by_reason(report.skipped).items()
    }
