"""Intervals: what a printed value leaves possible.

"20 km" is [15, 25), "more than 30,000" is (30,000, ∞), "in February 2022" is a month. Rounding, hedges, ranges, grains
and dual statements only make or move intervals; the judge asks whether they overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar

Bound = TypeVar("Bound", Decimal, datetime)


@dataclass(frozen=True, slots=True)
class Interval(Generic[Bound]):
    """The values from *lower* to *upper*; a bound of None is infinite, and an infinite bound is always open.

    Raises ValueError where no value would satisfy it.

    >>> Interval(Decimal(15), Decimal(25)).overlaps(Interval(Decimal(25), Decimal(35)))
    False
    """

    lower: Bound | None
    upper: Bound | None
    lower_open: bool = False
    upper_open: bool = True

    def __post_init__(self) -> None:
        if self.lower is None:
            object.__setattr__(self, "lower_open", True)
        if self.upper is None:
            object.__setattr__(self, "upper_open", True)
        if self._is_void():
            raise ValueError(f"no value lies in {self}")

    def _is_void(self) -> bool:
        if self.lower is None or self.upper is None:
            return False
        return self.lower > self.upper or (self.lower == self.upper and (self.lower_open or self.upper_open))

    def overlaps(self, other: Interval[Bound]) -> bool:
        """Does some value lie in both?"""
        return not (self.ends_before(other) or other.ends_before(self))

    def ends_before(self, other: Interval[Bound]) -> bool:
        """Does every value here lie below every value of *other*?"""
        if self.upper is None or other.lower is None:
            return False
        if self.upper == other.lower:
            return self.upper_open or other.lower_open
        return self.upper < other.lower

    def gap(self, other: Interval[Bound]) -> Any:  # noqa: ANN401 - a Decimal or a timedelta, as the bounds are
        """The distance between the nearest bounds, or None where the two overlap."""
        for below, above in ((self, other), (other, self)):
            if below.ends_before(above) and below.upper is not None and above.lower is not None:
                return above.lower - below.upper
        return None

    def meet(self, other: Interval[Bound]) -> Interval[Bound] | None:
        """The values in both, or None where there are none."""
        if not self.overlaps(other):
            return None
        lower, lower_open = max(self._floor(), other._floor(), key=_floor_order)
        upper, upper_open = min(self._ceiling(), other._ceiling(), key=_ceiling_order)
        return Interval(lower, upper, lower_open, upper_open)

    def covers(self, other: Interval[Bound]) -> bool:
        """Does every value of *other* lie here?"""
        return self.meet(other) == other

    def _floor(self) -> tuple[Bound | None, bool]:
        return self.lower, self.lower_open

    def _ceiling(self) -> tuple[Bound | None, bool]:
        return self.upper, self.upper_open

    def __str__(self) -> str:
        left, right = "(" if self.lower_open else "[", ")" if self.upper_open else "]"
        return f"{left}{_shown(self.lower, '-∞')}, {_shown(self.upper, '∞')}{right}"


def exactly(value: Bound) -> Interval[Bound]:
    """The interval that holds *value* alone."""
    return Interval(value, value, upper_open=False)


def _floor_order(floor: tuple[Any, bool]) -> tuple[Any, ...]:
    bound, is_open = floor
    return (0,) if bound is None else (1, bound, is_open)


def _ceiling_order(ceiling: tuple[Any, bool]) -> tuple[Any, ...]:
    bound, is_open = ceiling
    return (1,) if bound is None else (0, bound, not is_open)


def _shown(bound: Any, infinite: str) -> str:  # noqa: ANN401 - a Decimal, a datetime or None
    if bound is None:
        return infinite
    return f"{bound:,f}" if isinstance(bound, Decimal) else bound.isoformat(timespec="minutes")
