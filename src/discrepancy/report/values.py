"""How the values of several claims are shown beside each other: in one unit, on one scale."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from discrepancy.interval import Interval
from discrepancy.model import Claim
from discrepancy.report.calendar_words import at_the_place
from discrepancy.report.figures import amounts_for
from discrepancy.report.ruler import Extent, Tick
from discrepancy.report.times import Times

Key = tuple[str, str]


class Wording(Protocol):
    """How intervals of one unit are put into words."""

    def words(self, interval: Interval[Any]) -> str:
        """*interval* in all the units shown."""

    def short(self, interval: Interval[Any]) -> str:
        """*interval* in the leading unit."""

    def distance(self, one: Interval[Any], other: Interval[Any]) -> str | None:
        """How far the two are apart; None where they overlap or meet."""

    def extent(self, interval: Interval[Any]) -> Extent:
        """*interval* on the scale of the leading unit."""

    def ticks(self, low: Decimal, high: Decimal, width: int) -> Sequence[Tick]:
        """Round points of that scale."""

    @property
    def unit(self) -> str:
        """What the labels of the ticks leave out."""


@dataclass(frozen=True, slots=True)
class Values:
    """The wording for each dimension and unit among some claims."""

    wordings: dict[Key, Wording]

    @property
    def shared(self) -> Wording | None:
        """The one wording, where all claims can be shown on one scale."""
        return next(iter(self.wordings.values())) if len(self.wordings) == 1 else None

    def short(self, claim: Claim) -> str:
        """The value of *claim* in the leading unit."""
        interval = shown_of(claim)
        return self.words(claim) if interval is None else self.wordings[key_of(claim)].short(interval)

    def words(self, claim: Claim) -> str:
        """The value of *claim*; where it has no interval, its TIMEX3 value."""
        interval = shown_of(claim)
        if interval is not None:
            return self.wordings[key_of(claim)].words(interval)
        return claim.timex.value if claim.timex else claim.literal


def values_of(claims: Iterable[Claim]) -> Values:
    """The wordings that show *claims* of the same dimension in the same unit."""
    groups: dict[Key, list[Interval[Any]]] = {}
    for claim in claims:
        if (interval := interval_of(claim)) is not None:
            groups.setdefault(key_of(claim), []).append(interval)
    return Values({key: _wording(key, intervals) for key, intervals in groups.items()})


def interval_of(claim: Claim) -> Interval[Any] | None:
    """What the claim leaves possible; None for a set, or a reference without a date."""
    if claim.quantity:
        return claim.quantity.interval
    return claim.timex.interval if claim.timex else None


def by_the_place(claim: Claim) -> bool:
    """Does *claim* tell a time by the calendar and the clock of a place, and not in a known zone?"""
    return claim.quantity is None and claim.timex is not None and not claim.timex.zoned


def shown_of(claim: Claim) -> Interval[Any] | None:
    """What the claim leaves possible, to be put into words: the times of a place are in no zone."""
    interval = interval_of(claim)
    return at_the_place(interval) if interval is not None and by_the_place(claim) else interval


def key_of(claim: Claim) -> Key:
    """The dimension and base unit of *claim*: what must be equal for two values to be compared."""
    return (claim.quantity.dimension, claim.quantity.unit) if claim.quantity else ("time", "")


def _wording(key: Key, intervals: list[Interval[Any]]) -> Wording:
    dimension, unit = key
    return Times() if key == ("time", "") else amounts_for(unit, dimension, intervals)
