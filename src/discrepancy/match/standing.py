"""Comparisons of the second pass: how a pair stands among the others of its two documents.

A document tells a fact once, as a rule: where another claim of the other document fits better, or says the same, a pair
that merely looks alike is likely two facts.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from discrepancy.match.blocks import Pair
from discrepancy.match.evidence import Levels

_NOTHING = -99.0
_LEADS = ((2.0, "clear"), (0.0, "best"), (-2.0, "near"))
"""The weight by which a pair leads the next best partner of its lesser claim, from which a level holds."""


@dataclass(slots=True)
class _Partners:
    """The two best weights of one claim among the claims of one other document, and the best among those that agree."""

    best: list[float] = field(default_factory=lambda: [_NOTHING, _NOTHING])
    agreeing: float = _NOTHING

    def add(self, weight: float, *, agree: bool) -> None:
        self.best = sorted((*self.best, weight), reverse=True)[:2]
        if agree:
            self.agreeing = max(self.agreeing, weight)

    def lead(self, weight: float) -> float:
        """How far *weight* lies above the best of the others."""
        return weight - (self.best[1] if weight == self.best[0] else self.best[0])


def standings(pairs: Sequence[Pair], weights: Sequence[float], agree: Sequence[bool]) -> list[Levels]:
    """For each of *pairs*, whose first-pass evidence weighs as *weights* say, its levels of the second pass."""
    partners: defaultdict[tuple[str, str], _Partners] = defaultdict(_Partners)
    for (left, right), weight, same in zip(pairs, weights, agree, strict=True):
        partners[left.id, right.document.id].add(weight, agree=same)
        partners[right.id, left.document.id].add(weight, agree=same)
    return [
        (("rank", _rank(pair, weight, partners)), ("elsewhere", _elsewhere(pair, weight, partners, same=same)))
        for pair, weight, same in zip(pairs, weights, agree, strict=True)
    ]


def _of(pair: Pair, partners: Mapping[tuple[str, str], _Partners]) -> tuple[_Partners, _Partners]:
    left, right = pair
    return partners[left.id, right.document.id], partners[right.id, left.document.id]


def _rank(pair: Pair, weight: float, partners: Mapping[tuple[str, str], _Partners]) -> str:
    """Is each the other's best partner?"""
    lead = min(side.lead(weight) for side in _of(pair, partners))
    return next((level for least, level in _LEADS if lead >= least), "beaten")


def _elsewhere(pair: Pair, weight: float, partners: Mapping[tuple[str, str], _Partners], *, same: bool) -> str:
    """Does the other document say the same in another place?"""
    if same:
        return "agrees"
    best = max(side.agreeing for side in _of(pair, partners))
    if best == _NOTHING:
        return "nowhere"
    return "better" if best >= weight else "worse"
