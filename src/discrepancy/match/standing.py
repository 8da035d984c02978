"""Comparisons of the second pass: how a pair stands among the others of its two documents.

A document tells a fact once, as a rule: where another claim of the other document fits better, or says the same, a pair
that merely looks alike is likely two facts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from discrepancy.match.blocks import Pair
from discrepancy.match.evidence import Candidate, Levels, meet

_NOTHING, _PASSED = -99.0, -98.0
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


def standings(candidates: Sequence[Candidate], passed: Iterable[Pair]) -> list[Levels]:
    """For each of *candidates* its levels of the second sweep.

    The pairs *passed* over in the first agree, too, and weigh less than any candidate.
    """
    partners: defaultdict[tuple[str, str], _Partners] = defaultdict(_Partners)
    for pair, levels, weight in candidates:
        for side in _sides(pair):
            partners[side].add(weight, agree=meet(levels))
    for pair in passed:
        for side in (one for one in _sides(pair) if one in partners):
            partners[side].agreeing = max(partners[side].agreeing, _PASSED)
    return [(("rank", _rank(one, partners)), ("elsewhere", _elsewhere(one, partners))) for one in candidates]


def _sides(pair: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
    """Each claim of *pair*, with the document of the other."""
    left, right = pair
    return (left.id, right.document.id), (right.id, left.document.id)


def _rank(one: Candidate, partners: Mapping[tuple[str, str], _Partners]) -> str:
    """Is each the other's best partner?"""
    lead = min(partners[side].lead(one.weight) for side in _sides(one.pair))
    return next((level for least, level in _LEADS if lead >= least), "beaten")


def _elsewhere(one: Candidate, partners: Mapping[tuple[str, str], _Partners]) -> str:
    """Does the other document say the same in another place?"""
    if meet(one.levels):
        return "agrees"
    best = max(partners[side].agreeing for side in _sides(one.pair))
    if best == _NOTHING:
        return "nowhere"
    return "better" if best >= one.weight else "worse"
