"""Match weights: how levels of evidence become the probability that two claims speak of the same fact."""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from discrepancy.knowledge.matching import MatchTables
from discrepancy.match.evidence import Levels, can_meet

PRIOR = ("prior", "all")
"""The row that holds the weight of two claims of a block before any comparison."""

Table = dict[tuple[str, str], float]
"""Weights by comparison and level; a level without a row weighs nothing."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Match weights of one kind of claim: the *first* sweep ranks the pairs of two documents, the *second* decides.

    That of two that differ is decided by weights *apart*: where no value is shared, words must tell more.
    """

    first: Table
    second: Table
    apart: Table

    def deciding(self, levels: Levels) -> Table:
        """The weights by which a pair with these *levels* is decided."""
        return self.second if can_meet(levels) else self.apart


def compile_weights(tables: MatchTables) -> Mapping[str, Weights]:
    """The weights by kind of claim, once a run; those that are reasoned hold in every sweep."""
    found: defaultdict[tuple[str, str], Table] = defaultdict(dict)
    for row in tables.weights:
        found[row.kind, row.sweep][row.comparison, row.level] = row.weight
    reasoned = {(row.comparison, row.level): row.weight for row in tables.reasoned}
    for learnt in found.values():
        learnt.update(reasoned)
    return {
        kind: Weights(found[kind, "first"], found[kind, "second"], found[kind, "apart"])
        for kind in dict.fromkeys(row.kind for row in tables.weights)
    }


def total(levels: Levels, table: Table) -> float:
    """The sum of the weights of *levels*, with the prior."""
    return sum([table.get(level, 0.0) for level in (PRIOR, *levels)])


def probability(weight: float) -> float:
    """The probability of odds 2**weight."""
    return 1 / (1 + math.exp2(-max(-60.0, min(60.0, weight))))
