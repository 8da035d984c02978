"""What is drawn of a finding, on whatever it is drawn: a bar for each value, and the gaps between the camps."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from discrepancy.interval import Interval
from discrepancy.report.ruler import Extent
from discrepancy.report.sides import Camp, common
from discrepancy.report.values import Wording, interval_of, shown_of


@dataclass(frozen=True, slots=True)
class Bar:
    """A value, the same to be put into words, the outlets that give it, and the number of their camp."""

    outlets: tuple[str, ...]
    interval: Interval[Any]
    shown: Interval[Any]
    camp: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies between two camps, and how wide it is."""

    below: Extent
    above: Extent
    words: str


def bars_of(camps: Sequence[Camp]) -> list[Bar]:
    """Each value of each camp once."""
    return [bar for number, camp in enumerate(camps) for bar in _bars(number, camp)]


def _bars(number: int, camp: Camp) -> list[Bar]:
    given: dict[tuple[Interval[Any], Interval[Any]], dict[str, None]] = {}
    for side in camp:
        interval, shown = interval_of(side.claim), shown_of(side.claim)
        if interval is not None and shown is not None:
            given.setdefault((interval, shown), {})[side.claim.outlet] = None
    return [Bar(tuple(outlets), *value, number) for value, outlets in given.items()]


def gaps_of(camps: Sequence[Camp], wording: Wording) -> dict[int, Gap]:
    """The gap after each camp, by the number of the camp, where there is one."""
    gaps: dict[int, Gap] = {}
    for number, (one, other) in enumerate(pairwise(map(common, camps))):
        size = wording.distance(one, other) if one and other else None
        if size and one and other:
            gaps[number] = Gap(wording.extent(one), wording.extent(other), size.partition(" (")[0])
    return gaps
