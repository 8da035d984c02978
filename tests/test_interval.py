"""Laws of intervals, with portion as the oracle."""

from decimal import Decimal

import portion
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.interval import Interval, exactly

_BOUNDS = st.one_of(st.none(), st.integers(-20, 20).map(Decimal))


@st.composite
def intervals(draw: st.DrawFn) -> Interval[Decimal]:
    lower, upper = draw(_BOUNDS), draw(_BOUNDS)
    if lower is not None and upper is not None:
        lower, upper = sorted((lower, upper))
    same = lower is not None and lower == upper
    return Interval(lower, upper, not same and draw(st.booleans()), not same and draw(st.booleans()))


def oracle(interval: Interval[Decimal]) -> portion.Interval:
    left, right = (
        portion.OPEN if is_open else portion.CLOSED for is_open in (interval.lower_open, interval.upper_open)
    )
    lower = -portion.inf if interval.lower is None else interval.lower
    upper = portion.inf if interval.upper is None else interval.upper
    return portion.Interval.from_atomic(left, lower, upper, right)


@given(intervals(), intervals())
def test_overlap_is_that_of_portion_and_symmetric(a: Interval[Decimal], b: Interval[Decimal]) -> None:
    assert a.overlaps(b) == oracle(a).overlaps(oracle(b)) == b.overlaps(a)


@given(intervals(), intervals())
def test_the_meet_is_that_of_portion(a: Interval[Decimal], b: Interval[Decimal]) -> None:
    meet = a.meet(b)
    expected = oracle(a) & oracle(b)
    assert expected.empty if meet is None else oracle(meet) == expected


@given(intervals(), intervals())
def test_there_is_a_gap_exactly_where_two_do_not_overlap(a: Interval[Decimal], b: Interval[Decimal]) -> None:
    assert (a.gap(b) is None) == a.overlaps(b)
    assert a.gap(b) == b.gap(a)


@given(intervals(), intervals())
def test_an_interval_covers_its_meets(a: Interval[Decimal], b: Interval[Decimal]) -> None:
    meet = a.meet(b)
    assert meet is None or (a.covers(meet) and b.covers(meet))


@given(st.lists(intervals(), min_size=1, max_size=5))
def test_what_meets_pairwise_has_a_common_value(some: list[Interval[Decimal]]) -> None:
    common: Interval[Decimal] | None = some[0]
    for one in some:
        common = common.meet(one) if common is not None else None
    assert (common is not None) == all(a.overlaps(b) for a in some for b in some)


@pytest.mark.parametrize(("lower", "upper", "is_open"), [(2, 1, False), (1, 1, True)])
def test_an_interval_without_a_value_cannot_be_made(lower: int, upper: int, *, is_open: bool) -> None:
    with pytest.raises(ValueError, match="no value lies in"):
        Interval(Decimal(lower), Decimal(upper), upper_open=is_open)


def test_half_open_neighbours_do_not_overlap() -> None:
    assert not Interval(Decimal(15), Decimal(25)).overlaps(Interval(Decimal(25), Decimal(35)))


def test_an_interval_prints_its_bounds() -> None:
    assert str(Interval(Decimal(30_000), None, lower_open=True)) == "(30,000, ∞)"
    assert str(exactly(Decimal("2.5"))) == "[2.5, 2.5]"
