"""Ranges told with both their ends, and ranges that a value lies in."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.adapters import TOOLBOX
from discrepancy.interval import Interval, exactly
from discrepancy.judge.camps import camps_of
from discrepancy.model import Claim, Document, Frame, Kind, Modifier, Printed, Quantity, Span
from discrepancy.reading import claims_of, frames_of, prepare
from discrepancy.tables import shipped
from outlets import found_in

READING = prepare(shipped(), TOOLBOX)


@pytest.mark.parametrize(
    ("text", "spanning"),
    [
        ("The rocket can fly between 310 and 3,100 miles.", True),
        ("The rocket has a range of 500 to 5,500 kilometres.", True),
        ("Prices ranged from $5 to $50.", True),
        ("The lakes vary in depth from 12 to 40 metres.", True),
        ("The road is 15 to 20 kilometres long.", False),
        ("Some 15 to 20 ships were damaged.", False),
        ("The flood caused damage of $5 million to $10 million.", False),
    ],
)
def test_a_range_knows_whether_both_its_ends_are_told(text: str, spanning: bool) -> None:  # noqa: FBT001 - the case
    claims = [one for one in claims_of(Document("d", "Gazette", text), READING) if isinstance(one, Claim)]
    assert [frame.spanning for frame in frames_of(claims, READING)] == [spanning]


def rules(texts: Sequence[str], folder: Path) -> list[tuple[str, str]]:
    return [(one["rule"], one["verdict"]) for one in found_in(texts, folder, "--show", "all")]


def test_penalties_for_two_deeds_are_two_facts(tmp_path: Path) -> None:
    texts = [
        "Murder carries a sentence of five to 99 years in prison, the judge told jurors.",
        "Manslaughter carries a sentence of two to 20 years in prison, the judge told jurors.",
    ]
    assert "conflict" not in {verdict for _, verdict in rules(texts, tmp_path)}


def test_a_penalty_told_with_another_end_is_a_conflict(tmp_path: Path) -> None:
    texts = [
        "Ann Lund faces five to 10 years in prison if convicted of fraud.",
        "Lund, who is charged with fraud, faces five to 15 years in prison.",
    ]
    assert rules(texts, tmp_path) == [("D403", "conflict")]


ROCKET = "The pact bans rockets that can fly between 300 and 3,400 miles, the ministry said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact bans rockets that can fly between 310 and 3,100 miles, the ministry said.", ("D403", "conflict")),
        ("The pact bans rockets that can fly between 500 and 5,500 km, the ministry said.", ("C301", "compatible")),
        ("The pact bans rockets that can fly between 300 and 3,400 miles, the ministry said.", ("A101", "agree")),
        ("The pact bans rockets that can fly 3,100 miles, the ministry said.", ("C301", "compatible")),
    ],
)
def test_two_ranges_conflict_where_one_end_alone_is_the_same(
    text: str, expected: tuple[str, str], tmp_path: Path
) -> None:
    assert rules([ROCKET, text], tmp_path) == [expected]


def test_a_figure_known_to_lie_between_two_agrees_with_what_it_overlaps(tmp_path: Path) -> None:
    texts = ["The storm damaged 15 to 20 ships in the harbour.", "The storm damaged 15 to 30 ships in the harbour."]
    assert rules(texts, tmp_path) == [("C301", "compatible")]


pairs = st.integers(0, 9).flatmap(lambda low: st.tuples(st.just(low), st.integers(low, 9)))


def spanned(number: int, low: int, high: int) -> Claim:
    lower, upper = exactly(Decimal(low)), exactly(Decimal(high))
    printed = Printed(lower.lower, upper.lower, "mile", Modifier.RANGE)
    whole = Interval(lower.lower, upper.upper, upper_open=False)
    quantity = Quantity(whole, "length", "metre", (printed,), ends=(lower, upper))
    span, frame = Span(number, number + 1), Frame(spanning=True)
    document = Document("d", "Gazette", "")
    return Claim(f"d:{number}", document, Kind.QUANTITY, span, "", Span(0, 99), quantity, frame=frame)


@given(st.lists(pairs, min_size=1, max_size=6))
def test_all_ranges_of_a_camp_meet_each_other(told: list[tuple[int, int]]) -> None:
    claims = [spanned(number, *pair) for number, pair in enumerate(told)]
    camps = camps_of(claims)
    assert all(one.meets(other) and other.meets(one) for camp in camps for one in camp for other in camp)
    assert sorted(claim.id for camp in camps for claim in camp) == sorted(claim.id for claim in claims)
