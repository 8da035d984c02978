"""What is concluded: facts, findings, the report."""

from dataclasses import dataclass
from enum import StrEnum

from discrepancy.model.claims import Claim, Skipped
from discrepancy.model.documents import Document, Unreadable
from discrepancy.model.seen import Notice


class Verdict(StrEnum):
    """How the claims on a fact stand to each other."""

    CONFLICT = "conflict"
    UPDATE = "update"
    COMPATIBLE = "compatible"
    AGREE = "agree"


DIFFERING = frozenset({Verdict.CONFLICT, Verdict.UPDATE})
"""The verdicts that tell an editor of a difference, and that can be flagged."""


class State(StrEnum):
    """How a finding stands to what an editor has already seen."""

    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One comparison's part in joining two claims: the level reached and its match weight, in bits."""

    comparison: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims taken to speak of the same fact, with the evidence and the probability it amounts to."""

    left: str
    right: str
    evidence: tuple[Evidence, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Fact:
    """The claims that speak of one thing, and the links that join them.

    *voices* are the ids of the documents with whose text the voice of each claim begins; where not given, its own.
    """

    label: str
    dimension: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    internal: bool = False
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on a fact; *camps* are the ids of claims that can be true together, *rule* the rung that decided.

    *flag* is what a flag says of it, or said of its earlier values; *then* with which the baseline knows it. *score* is
    the probability of the link that it is *scored_by*, and 1 where no two claims had to be joined.
    """

    fact: Fact
    verdict: Verdict
    rule: str
    why: str
    camps: tuple[tuple[str, ...], ...]
    score: float
    fingerprint: str
    state: State = State.NEW
    flag: str = ""
    then: str = ""
    scored_by: Link | None = None

    @property
    def internal(self) -> bool:
        """Do all claims lie within one document?"""
        return self.fact.internal


LEFT_OUT = "too large, left out"
"""Stands for a blocking rule where claims are too many to be compared."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was read, compared and left out; *by_rule* are the pairs by the blocking rule that joins them.

    *copies* are the documents that are copies of the text of another.
    """

    documents: int
    claims: int
    pairs: int
    facts: int
    skipped: int
    by_rule: tuple[tuple[str, int], ...] = ()
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Story:
    """Documents on one event, and all that they claim; *name* is given by metadata or made up for a found story."""

    name: str
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]

    @property
    def title(self) -> str:
        """What people call it: the name that was given, else the headline of a report of it."""
        given = any(document.story for document in self.documents)
        return self.name if given else next((one.title for one in self.documents if one.title), self.name)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one run found.

    *version* is that of the program, which the outside world knows; *unsure* counts the findings left out because they
    are less sure than was asked for, *seen* those left out because they are flagged or known; *notices* are on flags
    and on the baseline, and *elsewhere* counts the flags and known findings that are not found, but rest on reports
    that were not all read.
    """

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    unreadable: tuple[Unreadable, ...]
    coverage: Coverage
    version: str = ""
    notices: tuple[Notice, ...] = ()
    unsure: int = 0
    seen: int = 0
    elsewhere: int = 0
    stories: tuple[Story, ...] = ()
