"""When something happened that happens once: a birth, a founding, a renewal, told of one name with two dates."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from discrepancy.match.blocks import Block
from discrepancy.match.facts import by_rule
from discrepancy.match.figures import agree
from discrepancy.match.meeting import bearer_of, borne_by_others
from discrepancy.match.outright import MILESTONE
from discrepancy.match.weights import Weights
from discrepancy.match.wording import frame_of
from discrepancy.model import HELD, Claim, Fact, Relation

_MOST = 40
"""The claims of a block on what happens once, beyond which it holds a list of them."""


def milestones(block: Block, weights: Mapping[str, Weights]) -> Iterator[Fact]:
    """The facts of *block* on when something happened that happens once, where two dates cannot both be right."""
    if block.kind != "time":
        return
    told = [claim for claim in block.claims if _is_milestone(claim, block)]
    if len(told) > _MOST:
        return
    pairs = [pair for pair in combinations(told, 2) if _is_one(*pair)]
    yield from by_rule(block, pairs, weights, lambda *_: MILESTONE)


def _is_milestone(claim: Claim, block: Block) -> bool:
    """Is *claim* the date of what happens once, and no end of a period that lasted?"""
    frame, timex = frame_of(claim), claim.timex
    once = frame.attribute in block.kinds.once and frame.modality in HELD
    return once and timex is not None and timex.relation is Relation.IN and not timex.ambiguous and not timex.doubtful


def _is_one(left: Claim, right: Claim) -> bool:
    """Do two sentences tell of one thing, by its name, what cannot both be?"""
    a, b = frame_of(left), frame_of(right)
    if a.attribute != b.attribute or left.quote == right.quote or agree(left, right):
        return False
    one, other = bearer_of(left), bearer_of(right)
    if one and other:
        return not borne_by_others(left, right)
    return _tells_of(right, one) or _tells_of(left, other)


def _tells_of(claim: Claim, bearer: frozenset[str]) -> bool:
    """Does the sentence of *claim* name the *bearer*, close to the date?"""
    frame = frame_of(claim)
    return bearer <= frame.names and not bearer.isdisjoint(frame.near)
