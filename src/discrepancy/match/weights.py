"""From evidence to the probability that two claims speak of the same fact."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from discrepancy.knowledge.matching import MatchTables
from discrepancy.match.blocks import Block
from discrepancy.match.evidence import evidence
from discrepancy.model import Claim, Evidence, Link

PRIOR = ("prior", "all")
"""The row that holds the weight of two claims of a block before any comparison."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Match weights by comparison and level; a level without a row weighs nothing."""

    by_level: Mapping[tuple[str, str], float]


def compile_weights(tables: MatchTables) -> Weights:
    """Index *tables*, once a run."""
    return Weights({(row.comparison, row.level): row.weight for row in tables.weights})


def linked(left: Claim, right: Claim, block: Block, weights: Weights) -> Link:
    """The link between two claims: each comparison's weight, and the probability that their sum amounts to."""
    found = tuple(
        Evidence(comparison, level, weights.by_level.get((comparison, level), 0.0))
        for comparison, level in (PRIOR, *evidence(left, right, block))
    )
    return Link(left.id, right.id, found, probability(sum(one.weight for one in found)))


def probability(weight: float) -> float:
    """The probability of odds 2**weight."""
    return 1 / (1 + math.exp2(-max(-60.0, min(60.0, weight))))
