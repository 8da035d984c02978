"""Periods of which two reports share one end and not the other: "from 1965 to 1981" against "from 1967 to 1981"."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import combinations

from discrepancy.interval import Interval
from discrepancy.match import wording
from discrepancy.match.blocks import Block
from discrepancy.match.evidence import Level
from discrepancy.match.facts import by_rule
from discrepancy.match.meeting import one_post
from discrepancy.match.outright import ONE_END, TENURE
from discrepancy.match.weights import Weights
from discrepancy.model import Claim, Fact, Relation

_OTHER = {Relation.FROM: Relation.TO, Relation.TO: Relation.FROM}
_ALIKE = frozenset({"some", "much", "most"})
_MOST = 200
"""The ends of periods in a block, beyond which it holds a list of them."""


def periods(block: Block, weights: Mapping[str, Weights]) -> Iterator[Fact]:
    """The facts of *block* on an end of a period, of which the other end is told alike."""
    if block.kind != "time":
        return
    ends = [(claim, other) for claim in block.claims if (other := _other_end(claim, block)) is not None]
    if len(ends) > _MOST:
        return
    pairs = [(a, b) for (a, x), (b, y) in combinations(ends, 2) if x == y and _is_one(a, b, block)]
    yield from by_rule(block, pairs, weights, _told)


def _told(left: Claim, right: Claim) -> Level:
    return TENURE if one_post(left, right) else ONE_END


def _is_one(left: Claim, right: Claim, block: Block) -> bool:
    """Do two ends of one sort tell of one post, or stand in like words?"""
    here = left.document.id == right.document.id and left.sentence == right.sentence
    if here or not (left.timex and right.timex):
        return False
    if left.timex.relation is not right.timex.relation:
        return False
    words = (wording.near(left, right, block), wording.context(left, right, block))
    return one_post(left, right) or (wording.event(left, right, block) == "same" and _ALIKE.issuperset(words))


def _other_end(claim: Claim, block: Block) -> Interval[datetime] | None:
    """The other end of the period of which *claim* is one."""
    wanted = _OTHER.get(claim.timex.relation) if claim.timex else None
    times = (one.timex for one in block.beside(claim) if one.timex)
    return next((timex.named for timex in times if timex.relation is wanted), None) if wanted else None
