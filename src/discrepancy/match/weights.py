"""From evidence to the probability that two claims speak of the same fact."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from discrepancy.knowledge.matching import MatchTables
from discrepancy.match.blocks import Block, Pair
from discrepancy.match.evidence import Levels, agree, evidence
from discrepancy.match.standing import standings
from discrepancy.model import Evidence, Link

PRIOR = ("prior", "all")
"""The row that holds the weight of two claims of a block before any comparison."""

Table = Mapping[tuple[str, str], float]
"""Weights by comparison and level; a level without a row weighs nothing."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Match weights: those of the *first* pass rank the pairs of two documents, those of the *second* decide."""

    first: Table
    second: Table


def compile_weights(tables: MatchTables) -> Weights:
    """Index *tables*, once a run."""
    first, second = (
        {(row.comparison, row.level): row.weight for row in rows} for rows in (tables.first, tables.second)
    )
    return Weights(first, second)


def links(block: Block, weights: Weights) -> list[Link]:
    """The link between each two claims of *block*: each comparison's weight, and the probability of their sum."""
    pairs = list(block.pairs())
    return [_link(pair, found, weights.second) for pair, found in zip(pairs, weighed(pairs, block, weights.first), strict=True)]


def weighed(pairs: Sequence[Pair], block: Block, first: Table) -> list[Levels]:
    """The levels of each pair in both passes."""
    levels = [evidence(left, right, block) for left, right in pairs]
    sums = [total(found, first) for found in levels]
    standing = standings(pairs, sums, [agree(left, right) for left, right in pairs])
    return [(*a, *b) for a, b in zip(levels, standing, strict=True)]


def total(levels: Levels, table: Table) -> float:
    """The sum of the weights of *levels*, with the prior."""
    return sum(table.get(level, 0.0) for level in (PRIOR, *levels))


def _link(pair: Pair, levels: Levels, table: Table) -> Link:
    found = tuple(Evidence(name, level, table.get((name, level), 0.0)) for name, level in (PRIOR, *levels))
    return Link(pair[0].id, pair[1].id, found, probability(sum(one.weight for one in found)))


def probability(weight: float) -> float:
    """The probability of odds 2**weight."""
    return 1 / (1 + math.exp2(-max(-60.0, min(60.0, weight))))
