"""The first sweep: all pairs of a block are weighed, and those that no fact could hold are passed over.

A comparison sees little of a claim, and many claims show it the same: what two views come to is found out once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import add, itemgetter
from typing import NamedTuple

from discrepancy.match.blocks import Block, Pair
from discrepancy.match.evidence import AGREEMENT, COMPARISONS, TOGETHER, Comparison, Levels, View, concluded
from discrepancy.match.weights import PRIOR, Table, total
from discrepancy.model import Claim


class Candidate(NamedTuple):
    """A pair that is not passed over, with its levels in the first sweep and what they weigh in bits."""

    pair: Pair
    levels: Levels
    weight: float


def sift(pairs: Iterable[Pair], block: Block, first: Table, least: float) -> tuple[list[Candidate], list[Pair]]:
    """The candidates among *pairs* of *block*, and those passed over though they say the same.

    Candidates weigh *least* bits or more by the weights of the *first* sweep. Pairs of one left claim stand together.
    """
    weights = _by_comparison(first)
    columns = {one.__name__: _Column(one, view, block, weights[one.__name__]) for one, view in COMPARISONS.items()}
    most = sum(max((0.0, *weights[conclude.__name__].values())) for conclude in TOGETHER)  # that they come to together
    kept: list[Candidate] = []
    passed: list[Pair] = []
    for pair, weight in _weighed(pairs, tuple(columns.values()), first.get(PRIOR, 0.0)):
        told = {name: column.level(*pair) for name, column in columns.items()} if weight + most >= least else {}
        levels = concluded(told, pair[0], block) if told else ()
        if told and (exact := total(levels, first)) >= least:
            kept.append(Candidate(pair, levels, exact))
        elif columns[AGREEMENT[0]].level(*pair) == AGREEMENT[1]:
            passed.append(pair)
    return kept, passed


def _by_comparison(table: Table) -> defaultdict[str, defaultdict[str, float]]:
    """The weights of *table* by comparison and by level; what it has no row for weighs nothing."""
    weights: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for (name, level), weight in table.items():
        weights[name][level] = weight
    return weights


def _weighed(pairs: Iterable[Pair], columns: Sequence["_Column"], prior: float) -> Iterator[tuple[Pair, float]]:
    """Each of *pairs* with the sum of *prior* and of what each comparison by itself weighs, in bits."""
    for left, group in groupby(pairs, itemgetter(0)):
        met = list(group)
        rights = [right.id for _, right in met]
        sums = [prior] * len(met)
        for column in columns:
            sums = list(map(add, sums, column.weights(left, rights)))
        yield from zip(met, sums, strict=True)


class _Column:
    """One comparison of the claims of a block: what it sees of each, and the levels of two such views."""

    __slots__ = ("_block", "_compare", "_levels", "_seen", "_views", "_weights")

    def __init__(self, compare: Comparison, view: View, block: Block, weights: Mapping[str, float]) -> None:
        self._compare = compare
        self._block = block
        self._weights = weights
        numbers: dict[object, int] = {}
        self._views = {one.id: numbers.setdefault(view(one, block), len(numbers)) for one in block.claims}
        self._seen = {self._views[one.id]: one for one in block.claims}
        self._levels: defaultdict[int, dict[int, str]] = defaultdict(dict)

    def weights(self, left: Claim, rights: Sequence[str]) -> Iterator[float]:
        """What the levels of *left* with each of *rights*, named by id, weigh in bits."""
        views = list(map(self._views.__getitem__, rights))
        levels = self._levels[self._views[left.id]]
        for view in set(views).difference(levels):
            levels[view] = self._compare(left, self._seen[view], self._block)
        return map(self._weights.__getitem__, map(levels.__getitem__, views))

    def level(self, left: Claim, right: Claim) -> str:
        """The level of *left* with *right*, which have been weighed."""
        return self._levels[self._views[left.id]][self._views[right.id]]
