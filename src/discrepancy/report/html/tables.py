"""Tables of a story: on what outlets agree, what happened when, and what one outlet alone says."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from discrepancy.model import Claim, Finding, Verdict
from discrepancy.report.camp_words import camp_words
from discrepancy.report.dated import REACH, grain_words, in_clause, marks_of, rows_of, words_of
from discrepancy.report.html.findings import SourceView, source_of
from discrepancy.report.html.keys import LABEL, NAME, Keys, cropped
from discrepancy.report.safe import visible
from discrepancy.report.sides import Side, camps_of, sides_of, spoken_by
from discrepancy.report.values import values_of
from discrepancy.report.window import Excerpt, excerpt

_CLAUSE = 110  # cells


@dataclass(frozen=True, slots=True)
class Agreement:
    """A fact on which several outlets agree, as far as their words go."""

    verdict: Verdict
    label: str
    value: str
    names: tuple[str, ...]
    outlets: str
    dimension: int


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in its clause, with the keys by which it is filtered."""

    outlet: str
    quote: Excerpt
    marks: str
    outlets: str
    dimension: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date, and what is claimed of it."""

    words: str
    grain: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """The figures that one document alone gives."""

    source: SourceView
    said: tuple[Said, ...]


def agreements_of(findings: Iterable[Finding], keys: Keys) -> Iterator[Agreement]:
    """The facts among *findings* on which several voices agree; the most voices first."""
    agreed = [one for one in findings if one.verdict in (Verdict.AGREE, Verdict.COMPATIBLE)]
    told = [(one, sides_of(one)) for one in agreed]
    for finding, sides in sorted(told, key=lambda pair: -spoken_by(pair[1])):
        if spoken_by(sides) > 1:
            claims = finding.fact.claims
            values = values_of(claims)
            yield Agreement(
                finding.verdict,
                cropped(finding.fact.label, LABEL),
                " / ".join(camp_words(camp, values) for camp in camps_of(finding)),
                tuple(dict.fromkeys(map(_who, sides))),
                keys.of_outlets(claims),
                keys.of_dimension(claims[0]),
            )


def _who(side: Side) -> str:
    """The outlet, and whose text it prints where that is another's."""
    name = cropped(side.claim.outlet, NAME)
    return f"{name} (same text as {cropped(side.repeats, NAME)})" if side.repeats else name


def days_of(claims: Iterable[Claim], keys: Keys) -> Iterator[Day]:
    """What *claims* say happened when."""
    for interval, told in rows_of(claims):
        yield Day(words_of(interval, told), grain_words(interval, told), tuple(_said(claim, keys) for claim in told))


def alone_of(claims: Iterable[Claim], joined: Collection[str], keys: Keys) -> Iterator[Alone]:
    """The figures among *claims* that are in no fact, document by document; *joined* are the ids of those that are."""
    single = (claim for claim in claims if claim.quantity and claim.id not in joined)
    for document, told in groupby(single, key=lambda claim: claim.document):
        yield Alone(source_of(document), tuple(_said(claim, keys) for claim in told))


def _said(claim: Claim, keys: Keys) -> Said:
    return Said(
        cropped(claim.outlet, NAME),
        excerpt(in_clause(claim), visible, _CLAUSE, REACH),
        marks_of(claim),
        str(keys.outlets[claim.outlet]),
        keys.of_dimension(claim),
    )
