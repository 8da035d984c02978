"""From evidence to the probability that two claims speak of the same fact."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.knowledge.matching import MatchTables
from discrepancy.match.blocks import Block, Pair
from discrepancy.match.evidence import Levels, evidence, meet
from discrepancy.match.standing import standings
from discrepancy.model import Evidence, Link

PRIOR = ("prior", "all")
"""The row that holds the weight of two claims of a block before any comparison."""

Table = dict[tuple[str, str], float]
"""Weights by comparison and level; a level without a row weighs nothing."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Match weights of one kind of claim: the *first* sweep ranks the pairs of two documents, the *second* decides."""

    first: Table
    second: Table


_NONE = Weights({}, {PRIOR: -60.0})
"""Without weights nothing is the same fact."""


_LEAST = -7.0
"""The weight in bits, a chance of about one in a hundred, from which a link is kept."""


def compile_weights(tables: MatchTables) -> Mapping[str, Weights]:
    """The weights by kind of claim, once a run."""
    kinds = {row.kind: Weights({}, {}) for row in tables.weights}
    for row in tables.weights:
        {"first": kinds[row.kind].first, "second": kinds[row.kind].second}[row.sweep][row.comparison, row.level] = (
            row.weight
        )
    return kinds


def links(block: Block, weights: Mapping[str, Weights], pairs: Sequence[Pair]) -> list[Link]:
    """The links among *pairs* of *block*: each comparison's weight, and the probability of their sum.

    What is too unlikely to matter to any fact is left out: it is nearly all.
    """
    table = weights.get(block.kind, _NONE)
    found = zip(pairs, weighed(pairs, block, table.first), strict=True)
    return [_link(pair, levels, table.second) for pair, levels in found if total(levels, table.second) >= _LEAST]


def weighed(pairs: Sequence[Pair], block: Block, first: Table) -> list[Levels]:
    """The levels of each pair in both passes."""
    levels = [evidence(left, right, block) for left, right in pairs]
    sums = [total(found, first) for found in levels]
    standing = standings(pairs, sums, [meet(found) for found in levels])
    return [(*a, *b) for a, b in zip(levels, standing, strict=True)]


def total(levels: Levels, table: Table) -> float:
    """The sum of the weights of *levels*, with the prior."""
    return sum(table.get(level, 0.0) for level in (PRIOR, *levels))


def _link(pair: Pair, levels: Levels, table: Table) -> Link:
    found = tuple(_evidence(name, level, table.get((name, level), 0.0)) for name, level in (PRIOR, *levels))
    return Link(pair[0].id, pair[1].id, found, probability(sum(one.weight for one in found)))


@cache
def _evidence(name: str, level: str, weight: float) -> Evidence:
    """A piece of evidence, the same object wherever it is met: there are few, and every link has two dozen."""
    return Evidence(name, level, weight)


def probability(weight: float) -> float:
    """The probability of odds 2**weight."""
    return 1 / (1 + math.exp2(-max(-60.0, min(60.0, weight))))
