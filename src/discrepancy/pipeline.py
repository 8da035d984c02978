"""The whole program on one page."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from discrepancy import compare
from discrepancy.judge import Judgement, confidence, misfits
from discrepancy.match import LEFT_OUT, copies_in, keyed, stories, voiced
from discrepancy.model import (
    Claim,
    Coverage,
    Document,
    Fact,
    Finding,
    Report,
    Seen,
    Skipped,
    Story,
    Unreadable,
    Verdict,
)
from discrepancy.stage import HERE, Careful, Engine, Stage, key_of
from discrepancy.stages import (
    Compared,
    Found,
    Prepare,
    Told,
    compared_in,
    each_claim,
    framed_in,
    key_of_document,
    parted,
    rejoined,
    told_in,
)

LOST = "working on it ended the process; it is passed over"
"""Why a document is not in the report though it could be read."""

BATCH = 30_000
"""Characters of the stories that are worked on together, all in one process."""

LARGE = 200_000
"""Characters of a story from which its documents, and not whole stories, are spread over processes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one story comes to: claims, facts judged, candidate pairs by rule, documents lost on the way, and copies.

    Documents are named by their ids.
    """

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    found: tuple[Found, ...] = ()
    pairs: Mapping[str, int] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


def check(
    documents: Sequence[Document],
    unreadable: Sequence[Unreadable],
    prepare: Prepare,
    seen: Seen,
    engine: Engine = HERE,
) -> Report:
    """Everything that *documents* say of the same facts, judged, and compared with what has been *seen*."""
    heaps = stories_in(documents, prepare, engine)
    outcomes = _outcomes_of(heaps, prepare, engine)
    told = [_rejoined(heaps[key], outcome) for key, outcome in outcomes.items()]
    found = [one for _, outcome in told for one in outcome.found]
    skipped = [one for _, outcome in told for one in outcome.skipped]
    lost = {name for _, outcome in told for name in outcome.lost}
    pairs = sum((Counter(outcome.pairs) for _, outcome in told), Counter[str]())
    comparison = compare.compared([_finding(*one) for one in found], seen)
    place = {document.id: number for number, document in enumerate(documents)}
    return Report(
        tuple(sorted(comparison.findings, key=_order)),
        tuple(sorted(skipped, key=lambda one: place[one.document])),
        (*unreadable, *(Unreadable(one.path, one.line, LOST) for one in documents if one.id in lost)),
        Coverage(
            len(documents) - len(lost),
            sum(len(story.claims) for story, _ in told),
            pairs.total() - pairs[LEFT_OUT],
            sum(not fact.internal for fact, _ in found),
            len(skipped),
            tuple(sorted(pairs.items())),
            sum(len(outcome.copies) for _, outcome in told),
        ),
        notices=comparison.notices,
        elsewhere=comparison.elsewhere,
        stories=tuple(story for story, _ in told),
    )


def stories_in(documents: Sequence[Document], prepare: Prepare, engine: Engine) -> dict[str, Story]:
    """The stories of *documents*, none of their claims known yet, in the order of their names.

    The key of each names all that is told in it.
    """
    heap = tuple(document for document in documents if not document.story)
    clustering = Stage("stories", partial(_clustered, prepare=prepare), dict[str, str], len, 1, spread=False)
    clusters = engine.run(clustering, {key_of(*map(key_of_document, heap)): heap} if heap else {})
    names = {document: name for cluster in clusters.values() for document, name in cluster.items()}
    members: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        members[document.story or names[document.id]].append(document)
    told = [Story(name, tuple(members[name]), ()) for name in sorted(members)]
    return {key_of(story.name, *map(key_of_document, story.documents)): story for story in told}


def _clustered(heaps: Sequence[tuple[Document, ...]], *, prepare: Prepare) -> list[dict[str, str]]:
    reading = prepare()
    return [dict(stories(heap, reading.ordinary, reading.stories)) for heap in heaps]


def _outcomes_of(heaps: Mapping[str, Story], prepare: Prepare, engine: Engine) -> dict[str, Outcome]:
    """What each of *heaps* comes to; one that ended a process is gone through again, so that it costs a document."""
    spread = Stage(
        "story",
        partial(_outcomes, prepare=prepare),
        Outcome,
        _characters,
        BATCH,
        lasting=lambda outcome: not outcome.lost,
        within=engine,
    )
    whole = replace(spread, spread=False, batch=1)
    large = {key: story for key, story in heaps.items() if _characters(story) > LARGE}
    found = engine.run(whole, large)
    found |= engine.run(spread, {key: story for key, story in heaps.items() if key not in large})
    if lost := {key: story for key, story in heaps.items() if key not in found}:
        found |= engine.run(replace(whole, within=Careful(engine)), lost)
    return {key: found[key] for key in heaps}


def _characters(story: Story) -> int:
    return sum(len(document.text) for document in story.documents)


def _outcomes(batch: Sequence[Story], engine: Engine, *, prepare: Prepare) -> list[Outcome]:
    """What each story of *batch* comes to: its claims, then frames for those that can meet, then facts."""
    told = told_in((document for story in batch for document in story.documents), prepare, engine)
    groups = {story.name: _groups(story, told) for story in batch}
    meeting = [claim for group in groups.values() for claims in group.values() for claim in claims]
    framed = framed_in(meeting, prepare, engine)
    for claim in meeting:
        if claim.id not in framed:
            told.pop(claim.document.id, None)
    whole = {
        name: {key: [framed[one.id] for one in claims if one.document.id in told] for key, claims in group.items()}
        for name, group in groups.items()
    }
    compared = compared_in(whole, prepare, engine)
    return [_outcome(story, told, compared.get(story.name)) for story in batch]


def _groups(story: Story, told: Mapping[str, Told]) -> dict[tuple[str, str], list[Claim]]:
    """The claims of *story* by blocking key."""
    claims = (claim for one in story.documents if one.id in told for claim in told[one.id].claims)
    return keyed(claims, {one.id: story.name for one in story.documents})


def _outcome(story: Story, told: Mapping[str, Told], compared: Compared | None) -> Outcome:
    """What *story* comes to; without *compared*, all of it is lost."""
    here = {one.id: told[one.id] for one in story.documents if compared and one.id in told}
    claims = [claim for said in here.values() for claim in said.claims]
    found = (*compared.found, *misfits(claims)) if compared else ()
    copies = copies_in(one for one in story.documents if one.id in here)
    return Outcome(
        tuple(map(parted, claims)),
        tuple(one for said in here.values() for one in said.skipped),
        tuple(each_claim((voiced(fact, copies), judgement), parted) for fact, judgement in found),
        compared.pairs if compared else {},
        tuple(one.id for one in story.documents if one.id not in here),
        tuple(one.id for one in story.documents if one.id in copies),
    )


def _rejoined(story: Story, outcome: Outcome) -> tuple[Story, Outcome]:
    """*story* with its claims, and *outcome*, whose claims have their documents again."""
    documents = {document.id: document for document in story.documents}
    join = partial(rejoined, documents=documents)
    found = tuple(each_claim(one, join) for one in outcome.found)
    return replace(story, claims=tuple(map(join, outcome.claims))), replace(outcome, found=found)


def _finding(fact: Fact, judgement: Judgement) -> Finding:
    return Finding(
        fact,
        judgement.verdict,
        judgement.rule,
        judgement.why,
        tuple(tuple(claim.id for claim in camp) for camp in judgement.camps),
        confidence(fact, judgement),
        compare.fingerprint(fact, judgement.camps),
    )


def _order(finding: Finding) -> tuple[int, float, str]:
    return list(Verdict).index(finding.verdict), -finding.score, finding.fingerprint
