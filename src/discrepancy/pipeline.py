"""The whole program on one page."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from discrepancy.compare import compared
from discrepancy.model import LEFT_OUT, Coverage, Document, Finding, Report, Seen, Story, Unreadable, Verdict
from discrepancy.stage import HERE, Careful, Engine, Stage, batches, key_of
from discrepancy.stages import Outcome, Prepare, key_of_document, rejoined, with_claims

LOST = "working on it ended the process; it is passed over"
"""Why a document is not in the report though it could be read."""

BATCH = 30_000
"""Characters of the stories that are worked on together, all in one process."""

LARGE = 200_000
"""Characters of a story from which its documents, and not whole stories, are spread over processes."""

HEAP = 4_000_000
"""Characters of the stories of which all that is claimed lies in memory at once, asked for or not."""


def check(  # noqa: PLR0913 - the last is a choice of form
    documents: Sequence[Document],
    unreadable: Sequence[Unreadable],
    prepare: Prepare,
    seen: Seen,
    engine: Engine = HERE,
    *,
    claims: bool = True,
) -> Report:
    """Everything that *documents* say of the same facts, judged, and compared with what has been *seen*.

    Without *claims*, the stories of the report do not have theirs, which takes much less memory.
    """
    told: list[tuple[Story, Outcome]] = []
    claimed = 0
    for heap in batches(stories_in(documents, prepare, engine), _characters, HEAP):
        for key, outcome in _outcomes_of(heap, prepare, engine, whole=claims).items():
            claimed += outcome.claimed
            told.append(_rejoined(heap[key], outcome))
    found = [one for _, outcome in told for one in outcome.found]
    skipped = [one for _, outcome in told for one in outcome.skipped]
    lost = {name for _, outcome in told for name in outcome.lost}
    pairs = sum((Counter(outcome.pairs) for _, outcome in told), Counter[str]())
    comparison = compared(found, seen)
    place = {document.id: number for number, document in enumerate(documents)}
    return Report(
        tuple(sorted(comparison.findings, key=_order)),
        tuple(sorted(skipped, key=lambda one: place[one.document])),
        (*unreadable, *(Unreadable(one.path, one.line, LOST) for one in documents if one.id in lost)),
        Coverage(
            len(documents) - len(lost),
            claimed,
            pairs.total() - pairs[LEFT_OUT],
            sum(not one.fact.internal for one in found),
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
    clustering = Stage(
        "stories", partial(_clustered, prepare=prepare), dict[str, str], _length, BATCH, spread=False, opens=True
    )
    clusters = engine.run(clustering, {key_of(*map(key_of_document, heap)): heap} if heap else {})
    names = {document: name for cluster in clusters.values() for document, name in cluster.items()}
    members: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        members[document.story or names[document.id]].append(document)
    told = [Story(name, tuple(members[name]), ()) for name in sorted(members)]
    return {key_of(story.name, *map(key_of_document, story.documents)): story for story in told}


def _clustered(heaps: Sequence[tuple[Document, ...]], *, prepare: Prepare) -> list[dict[str, str]]:
    from discrepancy.match import stories  # noqa: PLC0415 - loaded when there is something to do

    reading = prepare()
    return [dict(stories(heap, reading.ordinary, reading.stories)) for heap in heaps]


def _outcomes_of(heaps: Mapping[str, Story], prepare: Prepare, engine: Engine, *, whole: bool) -> dict[str, Outcome]:
    """What each of *heaps* comes to, *whole* or without the claims that are in no finding, which are most of it.

    One that ended a process is gone through again, so that it costs a document.
    """
    spread = Stage(
        "whole story" if whole else "story",
        partial(_outcomes, prepare=prepare, whole=whole),
        Outcome,
        _characters,
        BATCH,
        lasting=lambda outcome: not outcome.lost,
        within=engine,
        told=True,
    )
    here = replace(spread, spread=False, batch=1)
    large = {key: story for key, story in heaps.items() if _characters(story) > LARGE}
    found = engine.run(here, large)
    found |= engine.run(spread, {key: story for key, story in heaps.items() if key not in large})
    if lost := {key: story for key, story in heaps.items() if key not in found}:
        found |= engine.run(replace(here, within=Careful(engine)), lost)
    return {key: found[key] for key in heaps}


def _characters(story: Story) -> int:
    return _length(story.documents)


def _length(documents: Sequence[Document]) -> int:
    return sum(len(document.text) for document in documents)


def _outcomes(batch: Sequence[Story], engine: Engine, *, prepare: Prepare, whole: bool) -> list[Outcome]:
    from discrepancy.outcomes import outcomes  # noqa: PLC0415 - loaded when there is something to do

    return outcomes(batch, engine, prepare, whole=whole)


def _rejoined(story: Story, outcome: Outcome) -> tuple[Story, Outcome]:
    """*story*, with the claims of *outcome*, and *outcome*, whose findings' claims have their documents again."""
    documents = {document.id: document for document in story.documents}
    join = partial(rejoined, documents=documents)
    joined = {claim.id: join(claim) for claim in outcome.claims}
    found = tuple(with_claims(one, joined, join) for one in outcome.found)
    return replace(story, claims=tuple(joined.values())), replace(outcome, claims=(), found=found)


def _order(finding: Finding) -> tuple[int, float, str]:
    return list(Verdict).index(finding.verdict), -finding.score, finding.fingerprint
