"""The first sweep: all pairs of a block are weighed, and those that no fact could hold are passed over.

A comparison sees little of a claim, and many claims show it the same: what two views come to is found out once, and
only where what went before and what may follow could still make a pair heavy enough.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, compress, groupby
from operator import add, itemgetter, sub
from typing import NamedTuple

from discrepancy.match.blocks import Block, Pair
from discrepancy.match.evidence import AGREEMENT, COMPARISONS, TOGETHER, Comparison, Conclusion, Levels, View, concluded
from discrepancy.match.weights import PRIOR, Table, total
from discrepancy.match.wording import frame_of
from discrepancy.model import Claim

_ROUNDING = 1e-6
"""Bits by which a sum may be off that was taken in another order."""


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
    together = [
        _Together(one, {name: columns[name] for name in names}, block, weights[one.__name__])
        for one, names in TOGETHER.items()
    ]
    steps = _steps(list(columns.values()), together, least - first.get(PRIOR, 0.0) - _ROUNDING)
    kept: list[Candidate] = []
    passed: list[Pair] = []
    for left, group in groupby(pairs, itemgetter(0)):
        rights = [right for _, right in group]
        likely = _likely(left, [right.id for right in rights], steps)
        for right in rights:
            told = {name: column.level(left, right) for name, column in columns.items()} if right.id in likely else {}
            levels = concluded(told, left, block) if told else ()
            if told and (exact := total(levels, first)) >= least:
                kept.append(Candidate((left, right), levels, exact))
            elif columns[AGREEMENT[0]].level(left, right) == AGREEMENT[1]:
                passed.append((left, right))
    return kept, passed


def _by_comparison(table: Table) -> defaultdict[str, defaultdict[str, float]]:
    """The weights of *table* by comparison and by level; what it has no row for weighs nothing."""
    weights: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for (name, level), weight in table.items():
        weights[name][level] = weight
    return weights


Steps = Sequence[tuple["_Column | _Together", float]]
"""Comparisons in the order in which they are made, each with what a pair must have come to after it, in bits."""


def _steps(columns: Sequence["_Column"], together: Sequence["_Together"], least: float) -> Steps:
    """All comparisons, after which *least* bits are asked for; first those that tell most for the fewest of them."""
    promise: dict[_Column | _Together, float] = {
        column: (column.most + sum(one.most for one in together if column in one.columns)) / column.variety
        for column in columns
    }
    promise |= {one: min(promise[column] for column in one.columns) for one in together}  # as soon as all is told
    ordered = sorted(promise, key=promise.__getitem__, reverse=True)
    needed = accumulate((one.most for one in reversed(ordered[1:])), sub, initial=least)
    return list(zip(ordered, reversed(list(needed)), strict=True))


def _likely(left: Claim, rights: Sequence[str], steps: Steps) -> frozenset[str]:
    """Those of *rights*, claims named by id, that come to enough with *left*."""
    sums = [0.0] * len(rights)
    for column, least in steps:
        sums = list(map(add, sums, column.weights(left, rights)))
        if min(sums) < least:
            enough = [weight >= least for weight in sums]
            rights, sums = list(compress(rights, enough)), list(compress(sums, enough))
            if not rights:
                break
    return frozenset(rights)


class _Column:
    """One comparison of the claims of a block: what it sees of each, and the levels of two such views.

    *most* is what it may add to a pair, in bits, *variety* the number of its views.
    """

    __slots__ = ("_levels", "_views", "_weights", "most", "variety")

    def __init__(self, compare: Comparison, view: View, block: Block, weights: Mapping[str, float]) -> None:
        numbers: dict[object, int] = {}
        self._views = {one.id: numbers.setdefault(view(one, block), len(numbers)) for one in block.claims}
        self._weights = weights
        seen = {self._views[one.id]: one for one in block.claims}
        self._levels = {number: _Levels(compare, one, seen, block) for number, one in seen.items()}
        self.most = max((0.0, *weights.values()))
        self.variety = len(numbers)

    def weights(self, left: Claim, rights: Sequence[str]) -> Iterable[float]:
        """What the levels of *left* with each of *rights*, named by id, weigh in bits."""
        return map(self._weights.__getitem__, self.levels(left, rights))

    def levels(self, left: Claim, rights: Sequence[str]) -> Iterable[str]:
        """The levels of *left* with each of *rights*, named by id."""
        levels = self._levels[self._views[left.id]]
        return map(levels.__getitem__, map(self._views.__getitem__, rights))

    def level(self, left: Claim, right: Claim) -> str:
        """The level of *left* with *right*."""
        return self._levels[self._views[left.id]][self._views[right.id]]


class _Levels(dict[int, str]):
    """The levels of one view with others, by their numbers, each found out when it is asked for."""

    __slots__ = ("_block", "_compare", "_left", "_seen")

    def __init__(self, compare: Comparison, left: Claim, seen: Mapping[int, Claim], block: Block) -> None:
        super().__init__()
        self._compare, self._left, self._seen, self._block = compare, left, seen, block

    def __missing__(self, view: int) -> str:
        level = self[view] = self._compare(self._left, self._seen[view], self._block)
        return level


class _Together:
    """What the levels of several *columns* come to together; it may add *most* to a pair, in bits."""

    __slots__ = ("_block", "_conclude", "_known", "_names", "_weights", "columns", "most")

    def __init__(
        self, conclude: Conclusion, columns: Mapping[str, _Column], block: Block, weights: Mapping[str, float]
    ) -> None:
        self._conclude = conclude
        self._block = block
        self._weights = weights
        self._known: defaultdict[str | None, dict[tuple[str, ...], float]] = defaultdict(dict)
        self._names = tuple(columns)
        self.columns = tuple(columns.values())
        self.most = max((0.0, *weights.values()))

    def weights(self, left: Claim, rights: Sequence[str]) -> Iterable[float]:
        """What *left* and each of *rights*, named by id, come to, in bits."""
        told = list(zip(*(column.levels(left, rights) for column in self.columns), strict=True))
        known = self._known[frame_of(left).attribute]
        for levels in set(told).difference(known):
            level = self._conclude(dict(zip(self._names, levels, strict=True)), left, self._block)
            known[levels] = self._weights[level]
        return map(known.__getitem__, told)
