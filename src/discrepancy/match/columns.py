"""The levels of many pairs of one block at once, numbered, so that numpy can weigh them.

A comparison sees little of a claim, and many claims show it the same: what two views come to is found out once.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from discrepancy.match.blocks import Block, Pair
from discrepancy.match.evidence import Comparison, Conclusion, Level, View
from discrepancy.match.wording import frame_of

Numbers: TypeAlias = NDArray[np.intp]
Bits: TypeAlias = NDArray[np.float64]


class Met(NamedTuple):
    """Pairs of claims, which are named by their places in a block."""

    lefts: Numbers
    rights: Numbers

    def only(self, chosen: Numbers) -> "Met":
        """The *chosen* of these pairs, by their numbers."""
        return Met(self.lefts[chosen], self.rights[chosen])


def met_in(block: Block, pairs: Sequence[Pair]) -> Met:
    """*pairs* of *block*, in their order."""
    places = {claim.id: place for place, claim in enumerate(block.claims)}
    lefts, rights = ([places[pair[side].id] for pair in pairs] for side in (0, 1))
    return Met(np.array(lefts, np.intp), np.array(rights, np.intp))


class Scale:
    """The levels that the comparison of this *name* comes to, numbered from 1 as they are met; 0 is none.

    *most* is what it may add to a pair, in bits.
    """

    __slots__ = ("_name", "_numbers", "_weights", "most")

    def __init__(self, name: str, weights: Mapping[str, float]) -> None:
        self._name, self._weights = name, weights
        self._numbers = {"": 0}
        self.most = max((0.0, *weights.values()))

    def __len__(self) -> int:
        return len(self._numbers)

    def numbers(self, levels: Sequence[str]) -> Numbers:
        """The numbers of *levels*."""
        for level in set(levels).difference(self._numbers):
            self._numbers[level] = len(self._numbers)
        return np.array([self._numbers[level] for level in levels], np.intp)

    def told(self, numbers: Numbers) -> list[Level]:
        """The levels of these *numbers*."""
        levels = [(self._name, level) for level in self._numbers]
        return [levels[number] for number in numbers.tolist()]

    def weights(self, numbers: Numbers) -> Bits:
        """What the levels of these *numbers* weigh, in bits."""
        return np.array([self._weights.get(level, 0.0) for level in self._numbers])[numbers]


class Column:
    """One comparison of the claims of a block: what it sees of each, and the levels of two such views.

    *variety* is the number of its views.
    """

    __slots__ = ("_block", "_compare", "_known", "_seen", "_views", "scale", "variety")

    def __init__(self, compare: Comparison, view: View, block: Block, weights: Mapping[str, float]) -> None:
        numbers: dict[object, int] = {}
        views = [numbers.setdefault(view(one, block), len(numbers)) for one in block.claims]
        self._compare, self._block = compare, block
        self._views = np.array(views, np.intp)
        self._seen = dict(zip(views, block.claims, strict=True))
        self.variety = len(numbers)
        self._known = np.zeros(self.variety**2, np.int8)
        self.scale = Scale(compare.__name__, weights)

    def levels(self, met: Met) -> Numbers:
        """The numbers of the levels of pairs *met*, of which those not known yet are found out."""
        pairs = self._views[met.lefts] * self.variety + self._views[met.rights]
        asked = list(set(pairs[self._known[pairs] == 0].tolist()))
        views = (divmod(pair, self.variety) for pair in asked)
        levels = [self._compare(self._seen[left], self._seen[right], self._block) for left, right in views]
        self._known[asked] = self.scale.numbers(levels)
        known: Numbers = self._known[pairs].astype(np.intp)
        return known


class Together:
    """What the levels of several *columns* come to together."""

    __slots__ = ("_block", "_conclude", "_measures", "columns", "scale")

    def __init__(
        self, conclude: Conclusion, columns: Sequence[Column], block: Block, weights: Mapping[str, float]
    ) -> None:
        self._conclude, self._block = conclude, block
        measures: dict[str | None, int] = {}
        told = (frame_of(claim).attribute for claim in block.claims)
        self._measures = np.array([measures.setdefault(one, len(measures)) for one in told], np.intp)
        self.columns = columns
        self.scale = Scale(conclude.__name__, weights)

    def levels(self, met: Met) -> Numbers:
        """The numbers of the levels of pairs *met*: of those of one measure that are alike in all *columns*, one."""
        numbers = [(column.scale, column.levels(met)) for column in self.columns]
        pattern = self._measures[met.lefts]
        for scale, level in numbers:
            pattern = pattern * len(scale) + level
        _, shown, places = np.unique(pattern, return_index=True, return_inverse=True)
        told = zip(*(scale.told(level[shown]) for scale, level in numbers), strict=True)
        lefts = (self._block.claims[place] for place in met.lefts[shown].tolist())
        levels = [self._conclude(dict(one), left, self._block) for one, left in zip(told, lefts, strict=True)]
        return self.scale.numbers(levels)[places]
