"""Which claims can be true together."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.interval import Interval, exactly
from discrepancy.judge import camps_of, judge
from discrepancy.model import Claim, Document, Fact, Frame, Kind, Modifier, Printed, Quantity, Span
from outlets import found_in
from times_reading import read

SHUT = "The harbour bridge in Port Grey collapsed {}, the ministry said."


@pytest.mark.parametrize("turned", [False, True])
def test_a_moment_that_meets_two_days_does_not_make_them_one(turned: bool, tmp_path: Path) -> None:  # noqa: FBT001 - the case
    times = ["on 3 May 2031", "on 4 May 2031", "at 22:00 GMT on 3 May 2031"]
    texts = [SHUT.format(time) for time in (reversed(times) if turned else times)]
    (finding,) = found_in(texts, tmp_path, "--show", "all")
    camps = {side["literal"]: side["camp"] for side in finding["sides"]}
    assert (finding["rule"], finding["verdict"]) == ("D401", "conflict")
    assert camps["3 May 2031"] == camps["22:00 GMT on 3 May 2031"] != camps["4 May 2031"]


def a_claim(number: int, quantity: Quantity | None = None, *, said: str = "", spanning: bool = False) -> Claim:
    document = Document(f"{number}", f"Outlet {number}", "")
    timex = read(said)[-1][1] if said else None
    kind = Kind.TIME if said else Kind.QUANTITY
    return Claim(f"{number}", document, kind, Span(0, 1), said, Span(0, 1), quantity, timex, Frame(spanning=spanning))


def a_figure(number: int, low: int, high: int, *, spanning: bool) -> Claim:
    lower, upper = exactly(Decimal(low)), exactly(Decimal(high))
    printed = Printed(lower.lower, upper.lower, "mile", Modifier.RANGE)
    whole = Interval(lower.lower, upper.upper, upper_open=False)
    return a_claim(number, Quantity(whole, "length", "metre", (printed,), ends=(lower, upper)), spanning=spanning)


RANGES = st.integers(0, 6).flatmap(lambda low: st.tuples(st.just(low), st.integers(low, 9), st.booleans()))
TIMES = (
    "It fell on 3 May 2024.",
    "It fell on 4 May 2024.",
    "It fell on 5 May 2024.",
    "It fell before 4 May 2024.",
    "It was shut from 3 May 2024.",
    "It fell at 22:00 on 3 May 2024.",
    "It fell at 11:00 on 4 May 2024.",
    "It fell at 22:00 GMT on 3 May 2024.",
    "It fell at 02:00 GMT on 5 May 2024.",
    "In Tokyo it fell at 11:00 on 4 May 2024.",
)
FIGURES = st.lists(RANGES, min_size=1, max_size=7).map(
    lambda told: [a_figure(number, low, high, spanning=both) for number, (low, high, both) in enumerate(told)]
)
TOLD = st.lists(st.sampled_from(TIMES), min_size=1, max_size=7).map(
    lambda told: [a_claim(number, said=words) for number, words in enumerate(told)]
)
CLAIMS = st.one_of(FIGURES, TOLD)


@given(CLAIMS)
def test_claims_that_exclude_each_other_are_never_in_one_camp(claims: Sequence[Claim]) -> None:
    camps = camps_of(claims)
    assert all(one.meets(other) for camp in camps for one, other in combinations(camp, 2))
    assert sorted(claim.id for camp in camps for claim in camp) == sorted(claim.id for claim in claims)
    assert (len(camps) == 1) == all(one.meets(other) for one, other in combinations(claims, 2))


@given(CLAIMS.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))))
def test_the_order_of_claims_changes_no_camp(orders: tuple[Sequence[Claim], Sequence[Claim]]) -> None:
    claims, turned = orders
    assert camps_of(turned) == camps_of(claims)


@given(CLAIMS.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(range(len(claims))))))
def test_the_names_of_claims_change_no_verdict(told: tuple[Sequence[Claim], Sequence[int]]) -> None:
    claims, names = told
    renamed = [replace(claim, id=f"{name}") for name, claim in zip(names, claims, strict=True)]
    assert judge(Fact("", "", tuple(renamed)), {}).verdict is judge(Fact("", "", tuple(claims)), {}).verdict
