"""Evidence: what of two claims speaks for or against the same fact. Each comparison gives one of its ordered levels."""

from collections.abc import Callable, Hashable, Mapping
from typing import NamedTuple

from discrepancy.match import position, slips, values, wording
from discrepancy.match.blocks import Block, Pair
from discrepancy.match.owners import owner_of
from discrepancy.model import Claim

Comparison = Callable[[Claim, Claim, Block], str]
Level = tuple[str, str]
"""The name of a comparison, and what it comes to."""

Levels = tuple[Level, ...]
Told = Mapping[str, str]
"""The level of each comparison by its name."""

View = Callable[[Claim, Block], Hashable]
"""What a comparison sees of a claim: with two claims that show it the same, it comes to the same level."""

COMPARISONS: Mapping[Comparison, View] = {
    wording.measure: lambda claim, _: wording.frame_of(claim).attribute,
    wording.noun: lambda claim, _: (wording.frame_of(claim).noun, owner_of(claim)),
    wording.event: lambda claim, _: wording.frame_of(claim).event,
    wording.subject: lambda claim, _: wording.frame_of(claim).subject,
    wording.qualifier: lambda claim, _: wording.frame_of(claim).scope.qualifier,
    wording.modality: lambda claim, _: wording.frame_of(claim).modality,
    wording.near: lambda claim, _: wording.frame_of(claim).near,
    wording.beside: lambda claim, _: wording.frame_of(claim).beside,
    wording.context: lambda claim, _: wording.frame_of(claim).context,
    wording.names: lambda claim, _: wording.frame_of(claim).names,
    wording.arguments: lambda claim, _: wording.frame_of(claim).arguments,
    values.when: lambda claim, block: claim.id if any(block.dates_beside(claim)) else None,
    values.company: lambda claim, block: claim.id if any(block.beside(claim)) else None,
    values.closeness: lambda claim, _: (claim.quantity, bool(claim.spanned), claim.timex, slips.view(claim)),
    values.unit: lambda claim, _: (claim.quantity and claim.quantity.printed.unit, claim.timex and claim.timex.grain),
    values.single: lambda claim, _: claim.quantity is not None and claim.quantity.printed.lower == 1,
    position.rivals: lambda claim, block: block.rivals[claim.document.id],
    position.peers: lambda claim, block: block.peers[claim.id],
    position.turn: lambda claim, block: block.turns[claim.id] == 0,
    position.whole: lambda claim, block: claim.id in block.totals,
    position.place: lambda claim, _: claim.sentence.start <= position.LEAD,
    position.published: lambda claim, _: claim.document.published,
    position.dimension: lambda _, __: None,
}
"""The comparisons, each with its view."""

AGREEMENT = ("closeness", "meets")
"""The comparison and the level of two claims that say the same."""

_TOLD_BY = ("measure", "noun", "event", "subject", "near", "beside", "context", "names", "arguments")
_ALIKE = frozenset({"same", "akin", "some", "much", "most"})


def frame(told: Told, _: Claim, __: Block) -> str:
    """Measure, noun and verb together: a pattern says more than its parts."""
    same_noun, same_verb = told["noun"] in ("same", "persons"), told["event"] == "same"
    if told["measure"] in ("same", "akin"):
        return ("all" if same_verb else "measure-noun") if same_noun else "measure"
    return "noun-verb" if same_noun and same_verb else "neither"


def pattern(told: Told, claim: Claim, block: Block) -> str:
    """The frame within its dimension: a shared noun says more of a price than of a count."""
    return f"{told['dimension']} {frame(told, claim, block)}"


def role(told: Told, claim: Claim, block: Block) -> str:
    """The part that a shared measure plays in the two documents.

    It is the "whole" where each report tells but one toll; the "toll" where it is a count that grows, told of all and
    first by each; "sole" where each tells it once.
    """
    if told["measure"] != "same":
        return "none"
    if claim.frame and claim.frame.attribute in block.kinds.single and told["qualifier"] == "none":
        if told["whole"] == "both":
            return "whole"
        return "toll" if told["turn"] == "first" else "part"
    return "sole" if told["peers"] == "one" else "several"


def bond(told: Told, _: Claim, __: Block) -> str:
    """How many of the comparisons of words speak for one fact."""
    return str(sum(told[name] in _ALIKE for name in _TOLD_BY))


Conclusion = Callable[[Told, Claim, Block], str]

TOGETHER: Mapping[Conclusion, tuple[str, ...]] = {
    frame: ("measure", "noun", "event"),
    pattern: ("measure", "noun", "event", "dimension"),
    role: ("measure", "qualifier", "whole", "turn", "peers"),
    bond: _TOLD_BY,
}
"""What several comparisons come to together, each with those that it is told; of the claim it sees what is measured."""


class Candidate(NamedTuple):
    """A pair that is not passed over, with its levels in the first sweep and what they weigh in bits."""

    pair: Pair
    levels: Levels
    weight: float


def meet(levels: Levels) -> bool:
    """Do two claims with these levels say the same?"""
    return AGREEMENT in levels


def can_meet(levels: Levels) -> bool:
    """Can two claims with these levels both be true?"""
    return AGREEMENT in levels or (AGREEMENT[0], "covers") in levels
