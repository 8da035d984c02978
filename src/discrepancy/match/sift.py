"""The first sweep: all pairs of a block are weighed, and those that no fact could hold are passed over.

All pairs go through one comparison before the next is made, and those are left behind that what may follow could no
longer make heavy enough.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import sub

import numpy as np

from discrepancy.match.blocks import Block, Pair
from discrepancy.match.columns import Column, Met, Numbers, Together, met_in
from discrepancy.match.evidence import AGREEMENT, COMPARISONS, TOGETHER, Candidate
from discrepancy.match.weights import PRIOR, Table, total

_ROUNDING = 1e-6
"""Bits by which a sum may be off that was taken in another order."""


def sift(pairs: Iterable[Pair], block: Block, first: Table, least: float) -> tuple[list[Candidate], list[Pair]]:
    """The candidates among *pairs* of *block*, and those passed over though they say the same.

    Candidates weigh *least* bits or more by the weights of the *first* sweep.
    """
    weights = _by_comparison(first)
    columns = {one.__name__: Column(one, view, block, weights[one.__name__]) for one, view in COMPARISONS.items()}
    together = [
        Together(one, [columns[name] for name in names], block, weights[one.__name__])
        for one, names in TOGETHER.items()
    ]
    comparisons: list[Column | Together] = [*columns.values(), *together]
    told = list(pairs)
    every = met_in(block, told)
    likely = _likely(every, _steps([*columns.values()], together, least - first.get(PRIOR, 0.0) - _ROUNDING))
    met = every.only(likely)
    levels = zip(*(one.scale.told(one.levels(met)) for one in comparisons), strict=True)
    weighed = {at: (one, total(one, first)) for at, one in zip(likely.tolist(), levels, strict=True)}
    kept = {at: Candidate(told[at], *one) for at, one in weighed.items() if one[1] >= least}
    name, agreeing = AGREEMENT
    agree = np.flatnonzero(columns[name].levels(every) == columns[name].scale.numbers([agreeing]))
    return list(kept.values()), [told[at] for at in agree.tolist() if at not in kept]


def _by_comparison(table: Table) -> defaultdict[str, dict[str, float]]:
    """The weights of *table* by comparison and by level."""
    weights: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (name, level), weight in table.items():
        weights[name][level] = weight
    return weights


Steps = Sequence[tuple[Column | Together, float]]
"""Comparisons in the order in which they are made, each with what a pair must have come to after it, in bits."""


def _steps(columns: Sequence[Column], together: Sequence[Together], least: float) -> Steps:
    """All comparisons, after which *least* bits are asked for; first those that tell most for the fewest of them."""
    promise: dict[Column | Together, float] = {
        column: (column.scale.most + sum(one.scale.most for one in together if column in one.columns)) / column.variety
        for column in columns
    }
    promise |= {one: min(promise[column] for column in one.columns) for one in together}  # as soon as all is told
    ordered = sorted(promise, key=promise.__getitem__, reverse=True)
    needed = accumulate((one.scale.most for one in reversed(ordered[1:])), sub, initial=least)
    return list(zip(ordered, reversed(list(needed)), strict=True))


def _likely(every: Met, steps: Steps) -> Numbers:
    """The numbers of those of *every* pair that come to enough."""
    likely = np.arange(len(every.lefts))
    sums = np.zeros(len(likely))
    for one, least in steps:
        sums += one.scale.weights(one.levels(every.only(likely)))
        enough = sums >= least
        likely, sums = likely[enough], sums[enough]
    return likely
