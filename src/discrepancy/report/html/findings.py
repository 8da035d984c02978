"""Findings as the page shows them: all sides as equals."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from discrepancy.model import Document, Finding, Verdict
from discrepancy.report.calendar_words import published_words
from discrepancy.report.camp_words import (
    camp_words,
    flag_command,
    gap_words,
    many_words,
    side_notes,
    varied,
    verdict_words,
)
from discrepancy.report.html.drawing import Drawing, drawing_of
from discrepancy.report.html.keys import LABEL, NAME, Keys, cropped, dimension_of
from discrepancy.report.safe import visible
from discrepancy.report.sides import Camp, Side, camps_of, place_of, short_id
from discrepancy.report.values import Values, values_of
from discrepancy.report.window import Excerpt, excerpt

_QUOTE = 600  # cells of a sentence
_CONTEXT = 500  # characters on either side of it


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a claim comes from; *url* is empty where it leads nowhere that a reader could be sent."""

    outlet: str
    published: str
    day: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class SideView:
    """Who says it, in which sentence, between which others, and what else is to be known of it."""

    source: SourceView
    quote: Excerpt
    before: tuple[str, ...]
    after: tuple[str, ...]
    place: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CampView:
    """The sides that can be true together, named by their value."""

    value: str
    many: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding; *outlets* and *dimension* are the keys by which it is filtered."""

    anchor: str
    id: str
    verdict: Verdict
    words: str
    label: str
    kind: str
    outlets: str
    dimension: int
    camps: tuple[CampView, ...]
    drawing: Drawing | None
    notes: tuple[tuple[str, str], ...]
    command: str


def finding_view(finding: Finding, anchor: str, keys: Keys, where: Sequence[str]) -> FindingView:
    """*finding* for the page, at *anchor*; *where* are the paths in which it can be flagged."""
    claims = finding.fact.claims
    camps, values = camps_of(finding), values_of(claims)
    notes = (
        ("why", finding.why),
        ("gap", gap_words(camps, values)),
        ("rule", f"{finding.rule}, score {finding.score:.2f}"),
        ("flag", finding.flag),
        ("then", finding.then),
    )
    return FindingView(
        anchor,
        short_id(finding),
        finding.verdict,
        verdict_words(finding),
        cropped(finding.fact.label, LABEL),
        dimension_of(claims[0]),
        keys.of_outlets(claims),
        keys.of_dimension(claims[0]),
        tuple(_camp(camp, values) for camp in camps),
        None if finding.verdict is Verdict.AGREE else drawing_of(camps, values),
        tuple((name, words) for name, words in notes if words),
        " ".join(flag_command(finding, where)),
    )


def _camp(camp: Camp, values: Values) -> CampView:
    told = values if varied(camp) else None
    return CampView(camp_words(camp, values), many_words(camp), tuple(_side(side, told) for side in camp))


def _side(side: Side, values: Values | None) -> SideView:
    claim = side.claim
    text = claim.document.text
    start, end = claim.sentence
    return SideView(
        source_of(claim.document),
        excerpt(claim, visible, _QUOTE),
        _paragraphs(text[max(start - _CONTEXT, 0) : start], cut_first=start > _CONTEXT),
        _paragraphs(text[end : end + _CONTEXT], cut_last=end + _CONTEXT < len(text)),
        str(place_of(claim.document, claim.span.start)),
        tuple(cropped(note, LABEL) for note in [*([values.words(claim)] if values else []), *side_notes(side)]),
    )


def _paragraphs(text: str, *, cut_first: bool = False, cut_last: bool = False) -> tuple[str, ...]:
    """The paragraphs of *text*, without the words that were cut through at its ends."""
    if cut_first:
        text = "… " + text.partition(" ")[2]
    if cut_last:
        text = text.rpartition(" ")[0] + " …"
    return tuple(words for line in text.split("\n") if (words := line.strip()))


def source_of(document: Document) -> SourceView:
    """Where what *document* claims comes from."""
    published = document.published
    return SourceView(
        cropped(document.outlet, NAME),
        published_words(published),
        published.time.date().isoformat() if published else "",
        cropped(document.title, LABEL),
        document.url if _leads_somewhere(document.url) else "",
    )


def _leads_somewhere(url: str) -> bool:
    """Is *url* an address on the web? Others, such as scripts, are no links."""
    try:
        return urlsplit(url).scheme in ("http", "https") and bool(urlsplit(url).hostname)
    except ValueError:
        return False
