"""The tables on wholes and parts prove themselves: their examples come to what their rows say."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Claim, Document
from discrepancy.reading import claims_of
from discrepancy.ready import reading
from discrepancy.tables import shipped

TABLES = shipped().parts
ROWS = [row for field in fields(TABLES) for row in getattr(TABLES, field.name)]
COUNTS = st.integers(2, 9)


def misfits(text: str) -> list[str]:
    """What the parts told in *text* come to, where it is more than the whole."""
    claims = claims_of(Document("report", "Gazette", text), reading())
    return [one.quantity.misfit for one in claims if isinstance(one, Claim) and one.quantity and one.quantity.misfit]


@pytest.mark.parametrize(("text", "right"), [example for row in ROWS for example in row.examples.items()])
def test_parts_come_to_what_their_row_says(text: str, right: str) -> None:
    assert misfits(text) == [right] * bool(right)


def test_every_row_has_examples() -> None:
    assert all(row.examples for row in ROWS)


@given(COUNTS, COUNTS, COUNTS)
def test_only_parts_that_come_to_more_are_a_misfit(whole: int, men: int, women: int) -> None:
    found = misfits(f"The storm killed {whole} people: {men} men and {women} women.")
    assert found == [f"{men} + {women} is {men + women}"] * (men + women > whole)


@given(st.text("0123456789 ,.:()and men women people", max_size=80))
def test_no_text_raises(text: str) -> None:
    misfits(f"{text} 14 people: eight men and {text}")


def test_a_list_is_no_division() -> None:
    six, seven = (", ".join(["3 men", "3 women"] * 3 + ["3 men"] * more) for more in (0, 1))
    assert misfits(f"There were 12 people dead: {six}.") == []
    assert misfits(f"There were 12 people dead: {seven}.") == []
