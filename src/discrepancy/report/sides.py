"""Findings taken apart for showing: in what order, by which story, with which sides."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache, reduce
from typing import Any

from discrepancy.interval import Interval
from discrepancy.model import Claim, Document, Finding, Report, State, Verdict
from discrepancy.report.values import interval_of, key_of

_ORDER = tuple(Verdict)
_ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands; *line* and *column* count from 1, in characters."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Side:
    """A claim in a finding, the index of its camp, and its voice.

    *repeats* is the outlet that published the text first, of those in the finding; empty where that is this side.
    """

    claim: Claim
    camp: int
    voice: str
    repeats: str = ""


Camp = tuple[Side, ...]


def place_of(document: Document, offset: int) -> Place:
    """Where the character at *offset* stands in the file; for a row of JSON Lines, where the row begins."""
    path = document.path or document.id
    if document.row:
        return Place(path, document.line, 1)
    starts = _line_starts(document.text)
    row = bisect_right(starts, offset) - 1
    return Place(path, document.line + row, offset - starts[row] + 1)


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    """Where each line of *text* begins; kept for the next claim of the same document."""
    return (0, *(end.end() for end in re.finditer("\n", text)))


def short_id(finding: Finding) -> str:
    """The part of the fingerprint by which people name *finding*."""
    return finding.fingerprint[:_ID_LENGTH]


def shown(report: Report, show: Iterable[Verdict]) -> tuple[Finding, ...]:
    """The findings with a verdict in *show*: story by story, by verdict, unseen and surest first."""
    wanted = frozenset(show)
    findings = [finding for finding in report.findings if finding.verdict in wanted]
    return tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[object, ...]:
    stories = stories_of(finding)
    seen = finding.state not in (State.NEW, State.CHANGED)
    return (not stories, stories, _ORDER.index(finding.verdict), seen, -finding.score, finding.fingerprint)


def stories_of(finding: Finding) -> tuple[str, ...]:
    """The stories that the sides of *finding* belong to."""
    return tuple(sorted({claim.document.story for claim in finding.fact.claims if claim.document.story}))


def sides_of(finding: Finding) -> tuple[Side, ...]:
    """The sides of *finding* camp by camp; claims in no camp make the last one."""
    camps = {claim: index for index, camp in reversed(list(enumerate(finding.camps))) for claim in camp}
    claims = finding.fact.claims
    voices = finding.fact.voices or tuple(claim.document.id for claim in claims)
    sides = [
        Side(claim, camps.get(claim.id, len(finding.camps)), voice) for claim, voice in zip(claims, voices, strict=True)
    ]
    first = _first(sides)
    return tuple(
        replace(side, repeats=first[side.voice].outlet if first[side.voice] != side.claim.document else "")
        for side in sorted(sides, key=lambda side: side.camp)
    )


def _first(sides: Iterable[Side]) -> dict[str, Document]:
    """The document with which each voice is heard first."""
    return {side.voice: side.claim.document for side in sorted(sides, key=by_appearance, reverse=True)}


def camps_of(finding: Finding) -> list[Camp]:
    """The sides in their camps, lowest or earliest value first; within a camp by publication, voice by voice."""
    sides = sides_of(finding)
    camps = [tuple(side for side in sides if side.camp == camp) for camp in sorted({side.camp for side in sides})]
    return sorted((_in_voices(camp) for camp in camps), key=_height)


def _in_voices(camp: Camp) -> Camp:
    """The sides of *camp* by time of publication, those of one voice together."""
    told = sorted(camp, key=by_appearance)
    turns = {voice: turn for turn, voice in enumerate(dict.fromkeys(side.voice for side in told))}
    return tuple(sorted(told, key=lambda side: turns[side.voice]))


def by_appearance(side: Side) -> tuple[datetime, str, str, int]:
    """A sort key: by time of publication, undated reports last."""
    document = side.claim.document
    return document.appeared, document.outlet, document.id, side.claim.span.start


def _height(camp: Camp) -> tuple[Any, ...]:
    interval = common(camp)
    if interval is None:
        return (1, key_of(camp[0].claim))
    lower, upper = interval.lower, interval.upper
    return (0, key_of(camp[0].claim), lower is not None, lower or 0, upper is None, upper or 0)


def common(camp: Iterable[Side]) -> Interval[Any] | None:
    """The values that all of *camp* leave possible, or None where there are none."""
    sides = [side for side in camp if interval_of(side.claim) is not None]
    if len({key_of(side.claim) for side in sides}) != 1:
        return None
    return reduce(_met, (interval_of(side.claim) for side in sides))


def _met(one: Interval[Any] | None, other: Interval[Any] | None) -> Interval[Any] | None:
    return one.meet(other) if one and other else None


def spoken_by(sides: Iterable[Side]) -> int:
    """How many speak for themselves: no more than there are outlets, nor than there are voices."""
    told = tuple(sides)
    return min(len({side.claim.outlet for side in told}), len({side.voice for side in told}))


def compared(finding: Finding) -> bool:
    """Does *finding* set side by side what several outlets say, be it one text that they print differently?"""
    several = len(outlets_of(finding.fact.claims)) > 1
    return several and (len(finding.camps) > 1 or spoken_by(sides_of(finding)) > 1)


def outlets_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The outlets that make *claims*, each once, in order."""
    return tuple(dict.fromkeys(claim.outlet for claim in claims))
