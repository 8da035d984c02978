"""The stages of a check as an engine runs them; what reads, matches and judges is loaded when first needed."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from discrepancy.model import LEFT_OUT, Anchor, Claim, Document, Fact, Finding, Frame, Skipped, doubted
from discrepancy.stage import Engine, Stage, key_of

if TYPE_CHECKING:
    from discrepancy.judge import Judgement
    from discrepancy.match import Block
    from discrepancy.match.blocks import Pair
    from discrepancy.reading import Reading

Prepare = Callable[[], "Reading"]
"""Gives the tables compiled, once a process."""

Groups = Mapping[tuple[str, str], list[Claim]]
"""Claims by blocking key."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one document says, and what of it could not be read."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """The judged facts of one story, and the candidate pairs by the blocking rule that brings them together."""

    found: "tuple[tuple[Fact, Judgement], ...]"
    pairs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one story comes to: claims, findings, candidate pairs by rule, documents lost on the way, and copies.

    Documents are named by their ids. The claims are left out where nobody asked for them; *claimed* is how many there
    are.
    """

    claimed: int
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    found: tuple[Finding, ...] = ()
    pairs: Mapping[str, int] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


def told_in(documents: Iterable[Document], prepare: Prepare, engine: Engine) -> dict[str, Told]:
    """What each of *documents* says, by its id; one that was lost on the way is missing."""
    by_key = {key_of_document(document): document for document in documents}
    stage: Stage[Document, Told] = Stage(
        "claims", partial(_told, prepare=prepare), Told, lambda one: len(one.text), 50_000
    )
    return {
        by_key[key].id: replace(told, claims=tuple(replace(claim, document=by_key[key]) for claim in told.claims))
        for key, told in engine.run(stage, by_key).items()
    }


def framed_in(claims: Iterable[Claim], prepare: Prepare, engine: Engine) -> dict[str, Claim]:
    """*claims* by id, with frames; each sentence is parsed once, and where that was lost, its claims are missing."""
    sentences = _sentences(claims)
    stage: Stage[tuple[Claim, ...], tuple[Frame, ...]] = Stage(
        "frames", partial(_framed, prepare=prepare), tuple[Frame, ...], lambda one: len(one[0].quote), 20_000
    )
    return {
        claim.id: replace(claim, frame=frame)
        for key, frames in engine.run(stage, sentences).items()
        for claim, frame in zip(sentences[key], frames, strict=True)
    }


def stamped_wrong(claims: Iterable[Claim], prepare: Prepare) -> frozenset[str]:
    """The documents, by id, whose stamps are contradicted by the framed *claims* of one story."""
    from discrepancy.match import contradicted  # noqa: PLC0415 - loaded when first needed

    return contradicted(claims, prepare().kinds)


def in_doubt(claim: Claim, wrong: frozenset[str]) -> Claim:
    """*claim*, a time of which is doubtful where it is counted from the stamp of a document that is *wrong*."""
    if claim.document.id not in wrong or claim.timex is None or claim.timex.anchor is Anchor.NONE:
        return claim
    return replace(claim, timex=doubted(claim.timex))


def judged_in(stories: Mapping[str, Groups], prepare: Prepare, engine: Engine) -> dict[str, Judged]:
    """What the claims of each of *stories* come to; they have frames. Who asks for it remembers it."""
    return engine.run(Stage("facts", partial(_judged, prepare=prepare), None, _pairs_at_most, 20_000), stories)


def key_of_document(document: Document) -> str:
    """What the claims of *document* depend on: all of it but the place where it lies."""
    given = (document.id, document.outlet, document.text, document.title, document.story or "", document.language)
    return key_of(*given, document.url, document.version, str(document.published))


def concluded(claim: Claim) -> Claim:
    """*claim* without its document's text, and without the words by which it was matched, which are most of it."""
    nothing: frozenset[str] = frozenset()
    frame = claim.frame and replace(claim.frame, arguments=frozenset(), near=nothing, beside=nothing, context=nothing)
    return replace(claim, document=parted(claim.document), frame=frame)


def parted(document: Document) -> Document:
    """*document* without its text: whoever is handed a claim of it has that."""
    return Document(document.id, document.outlet, "")


def rejoined(claim: Claim, documents: Mapping[str, Document]) -> Claim:
    """*claim* with its document, which *documents* give by id."""
    return replace(claim, document=documents[claim.document.id])


def with_claims(finding: Finding, known: Mapping[str, Claim], change: Callable[[Claim], Claim]) -> Finding:
    """*finding* with its claims put through *change*, or with those *known* that are the same, to share them."""
    changed = map(change, finding.fact.claims)
    claims = tuple(same if (same := known.get(claim.id)) == claim else claim for claim in changed)
    return replace(finding, fact=replace(finding.fact, claims=claims))


def _sentences(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """*claims* by sentence, under a key of their own."""
    found: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.document.id, *claim.sentence), []).append(claim)
    documents = {members[0].document.id: members[0].document for members in found.values()}
    keys = {name: key_of_document(document) for name, document in documents.items()}
    return {key_of(keys[name], *(one.id for one in members)): tuple(members) for (name, *_), members in found.items()}


def _told(documents: Sequence[Document], *, prepare: Prepare) -> list[Told]:
    from discrepancy.reading import claims_of  # noqa: PLC0415 - loaded when first needed

    return [_said(claims_of(document, prepare()), parted(document)) for document in documents]


def _said(read: Iterable[Claim | Skipped], document: Document) -> Told:
    """What was *read*, of which the claims are handed on as those of *document*."""
    found = list(read)
    return Told(
        tuple(replace(one, document=document) for one in found if isinstance(one, Claim)),
        tuple(one for one in found if isinstance(one, Skipped)),
    )


def _framed(sentences: Sequence[tuple[Claim, ...]], *, prepare: Prepare) -> list[tuple[Frame, ...]]:
    from discrepancy.reading import frames_of  # noqa: PLC0415 - loaded when first needed

    frames = iter(frames_of([claim for claims in sentences for claim in claims], prepare()))
    return [tuple(next(frames) for _ in claims) for claims in sentences]


def _judged(stories: Sequence[Groups], *, prepare: Prepare) -> list[Judged]:
    return [_facts_of(groups, prepare()) for groups in stories]


class _Found(NamedTuple):
    """What one block gives: facts *joined*, facts that a report says have *changed*, and those told *twice* by one."""

    joined: Sequence[Fact]
    changed: Sequence[Fact]
    twice: "Sequence[tuple[Fact, Judgement]]"


def _facts_of(groups: Groups, reading: "Reading") -> Judged:
    from discrepancy.judge import judge, put_right  # noqa: PLC0415 - loaded when first needed
    from discrepancy.match import blocks, bounded, with_sums  # noqa: PLC0415 - likewise

    found: list[_Found] = []
    pairs: Counter[str] = Counter()
    for whole in blocks(with_sums(groups, reading.kinds), reading.kinds):
        for rule, block in bounded(whole):
            if rule == LEFT_OUT:
                pairs[rule] += block.crossing
                continue
            met = list(block.pairs())
            pairs[rule] += len(met)
            found.append(_found_in(block, met, reading))
    judged = [(fact, judge(fact, reading.lexicon.by_name)) for one in found for fact in one.joined]
    judged += [(fact, put_right(fact)) for one in found for fact in one.changed]
    told = {claim.id for one in found for fact in one.changed for claim in fact.claims}
    twice = (said for one in found for said in one.twice)
    judged += [(fact, said) for fact, said in twice if told.isdisjoint(claim.id for claim in fact.claims)]
    return Judged(tuple(judged), pairs)


def _found_in(block: "Block", met: "Sequence[Pair]", reading: "Reading") -> _Found:
    """The facts of *block*, whose pairs *met*."""
    from discrepancy.judge import grown, twice_told  # noqa: PLC0415 - loaded when first needed
    from discrepancy.match import (  # noqa: PLC0415 - likewise
        facts,
        further,
        milestones,
        periods,
        ranks,
        repeated,
        revised,
        terms,
    )

    joined = list(facts(block, met, reading.weights, reading.matching))
    outright = [fact for rule in (periods, terms, milestones, ranks) for fact in rule(block, reading.weights)]
    changed = list(revised(block, reading.weights))
    twice: list[tuple[Fact, Judgement]] = []
    for fact in repeated(block, reading.weights, reading.matching):
        has_grown = block.totals.issuperset(claim.id for claim in fact.claims)
        twice.append((fact, grown(fact) if has_grown else twice_told(fact)))
    return _Found([*joined, *further(outright, joined)], changed, twice)


def _pairs_at_most(groups: Groups) -> int:
    return sum(len(claims) * len(claims) // 2 for claims in groups.values())
