"""From pairs to links: two sweeps of comparisons, weighed."""

from collections.abc import Mapping, Sequence
from functools import cache
from math import inf
from typing import NamedTuple

from discrepancy.match.blocks import Block, Pair
from discrepancy.match.evidence import Level, Levels
from discrepancy.match.standing import standings
from discrepancy.match.weights import PRIOR, Table, Weights, probability, total
from discrepancy.model import Claim, Evidence, Link

LEAST = -5.0
"""The weight in bits in the first sweep, a chance of one in 33, under which a pair is passed over.

What the second sweep joins lies well above it, and so does what competes with that.
"""

_KEPT = -7.0
"""The weight in bits in the second sweep, a chance of about one in a hundred, from which a link is kept."""

_NONE = Weights({}, {PRIOR: -60.0}, {PRIOR: -60.0})
"""Without weights nothing is the same fact."""


class Joint(NamedTuple):
    """Two claims by their ids, with the levels of both sweeps and the probability that they speak of the same fact."""

    left: str
    right: str
    levels: Levels
    probability: float


def joints(block: Block, weights: Mapping[str, Weights], pairs: Sequence[Pair]) -> list[Joint]:
    """Those of *pairs* of *block* that may matter to a fact; those left out are too unlikely, and nearly all."""
    table = weights.get(block.kind, _NONE)
    candidates = weighed(pairs, block, table.first, LEAST)
    found = ((pair, levels, total(levels, table.deciding(levels))) for pair, levels in candidates)
    return [
        Joint(left.id, right.id, levels, probability(weight))
        for (left, right), levels, weight in found
        if weight >= _KEPT
    ]


def weighed(pairs: Sequence[Pair], block: Block, first: Table, least: float = -inf) -> list[tuple[Pair, Levels]]:
    """The *pairs* that weigh *least* bits or more in the *first* sweep, with the levels of both."""
    if not pairs:
        return []
    from discrepancy.match.sift import sift  # noqa: PLC0415 - with numpy, loaded when first needed

    candidates, passed = sift(pairs, block, first, least)
    second = standings(candidates, passed)
    return [(one.pair, (*one.levels, *levels)) for one, levels in zip(candidates, second, strict=True)]


def link_of(joint: Joint, block: Block, weights: Mapping[str, Weights]) -> Link:
    """The link of a *joint* of *block*: what each of its levels weighs."""
    table = weights.get(block.kind, _NONE).deciding(joint.levels)
    found = tuple(_evidence(name, level, table.get((name, level), 0.0)) for name, level in (PRIOR, *joint.levels))
    return Link(joint.left, joint.right, found, joint.probability)


def link_with(left: Claim, right: Claim, block: Block, weights: Mapping[str, Weights], told: Level) -> Link:
    """The link of two claims of *block* for which, beside what their comparisons come to, speaks what is *told*."""
    table = weights.get(block.kind, _NONE)
    [(_, compared)] = weighed([(left, right)], block, table.first)
    levels = (*compared, told)
    chance = probability(total(levels, table.deciding(levels)))
    return link_of(Joint(left.id, right.id, levels, chance), block, weights)


@cache
def _evidence(name: str, level: str, weight: float) -> Evidence:
    """A piece of evidence, the same object wherever it is met: there are few, and every link has two dozen."""
    return Evidence(name, level, weight)
