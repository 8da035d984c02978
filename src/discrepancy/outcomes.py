"""What stories come to: the way through all stages for a batch of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from discrepancy.compare import fingerprint
from discrepancy.judge import Judgement, misfits, scoring
from discrepancy.match import copies_in, keyed, voiced
from discrepancy.model import Claim, Fact, Finding, Story
from discrepancy.normalise.lengths import lengths, unfit_lengths
from discrepancy.stage import Engine
from discrepancy.stages import (
    Groups,
    Judged,
    Outcome,
    Prepare,
    Told,
    concluded,
    framed_in,
    in_doubt,
    judged_in,
    stamped_wrong,
    told_in,
    with_claims,
)


def outcomes(batch: Sequence[Story], engine: Engine, prepare: Prepare, *, whole: bool) -> list[Outcome]:
    """What each story of *batch* comes to: its claims, then frames for those that can meet, then facts.

    Only the *whole* outcome has the claims that are in no finding.
    """
    told = told_in((document for story in batch for document in story.documents), prepare, engine)
    groups = {story.name: _groups(story, told) for story in batch}
    meeting = [claim for group in groups.values() for claims in group.values() for claim in claims]
    framed = framed_in(meeting, prepare, engine)
    for claim in meeting:
        if claim.id not in framed:
            told.pop(claim.document.id, None)
    wrong = _stamped_wrong(groups, told, framed, prepare)
    told |= {
        name: replace(told[name], claims=tuple(in_doubt(one, wrong) for one in told[name].claims)) for name in wrong
    }
    framed = {name: in_doubt(claim, wrong) for name, claim in framed.items()} if wrong else framed
    known = {
        name: {key: [framed[one.id] for one in claims if one.document.id in told] for key, claims in group.items()}
        for name, group in groups.items()
    }
    judged = judged_in(known, prepare, engine)
    return [_outcome(story, told, framed, judged.get(story.name), whole=whole) for story in batch]


def _groups(story: Story, told: Mapping[str, Told]) -> dict[tuple[str, str], list[Claim]]:
    """The claims of *story*, and the lengths between the dates that they tell, by blocking key."""
    here = [told[one.id].claims for one in story.documents if one.id in told]
    claims = (claim for said in here for claim in (*said, *lengths(said)))
    return keyed(claims, {one.id: story.name for one in story.documents})


def _stamped_wrong(
    groups: Mapping[str, Groups], told: Mapping[str, Told], framed: Mapping[str, Claim], prepare: Prepare
) -> frozenset[str]:
    """The documents, by id, whose stamps contradict what their stories tell, by the claims of each in *groups*."""
    times = (group.get((name, "time"), []) for name, group in groups.items())
    kept = ([framed[one.id] for one in claims if one.document.id in told] for claims in times)
    return frozenset[str]().union(*(stamped_wrong(claims, prepare) for claims in kept))


def _outcome(
    story: Story, told: Mapping[str, Told], framed: Mapping[str, Claim], judged: Judged | None, *, whole: bool
) -> Outcome:
    """What *story* comes to, with all claims or without; where it is not *judged*, all of it is lost."""
    here = {one.id: told[one.id] for one in story.documents if judged and one.id in told}
    claims = [claim for said in here.values() for claim in said.claims]
    unfit = [claim for said in here.values() for claim in unfit_lengths(said.claims)]
    found = (*judged.found, *misfits([*claims, *unfit])) if judged else ()
    copies = copies_in(one for one in story.documents if one.id in here)
    met = {claim.id for fact, _ in found for claim in fact.claims}
    bare = {claim.id: concluded(framed.get(claim.id, claim)) for claim in claims if whole or claim.id in met}
    return Outcome(
        len(claims),
        tuple(bare.values()) if whole else (),
        tuple(one for said in here.values() for one in said.skipped),
        tuple(with_claims(_finding(voiced(fact, copies), judgement), bare, concluded) for fact, judgement in found),
        judged.pairs if judged else {},
        tuple(one.id for one in story.documents if one.id not in here),
        tuple(one.id for one in story.documents if one.id in copies),
    )


def _finding(fact: Fact, judgement: Judgement) -> Finding:
    link = scoring(fact, judgement)
    return Finding(
        fact,
        judgement.verdict,
        judgement.rule,
        judgement.why,
        tuple(tuple(claim.id for claim in camp) for camp in judgement.camps),
        link.probability if link else 1.0,
        fingerprint(fact, judgement.camps),
        scored_by=link,
    )
