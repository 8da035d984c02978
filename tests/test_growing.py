"""Counts that grow while they are reported: by the values that reports state, in whatever units they print them."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.interval import Interval
from discrepancy.model import Modifier, Printed, Quantity
from outlets import found_in

BURNED = "The wildfire near Port Grey has burned {}, officials said."
RAIN = "Rainfall in Port Grey reached {}, officials said."
KILLED = "The storm killed {} people in Port Grey, officials said."
DAYS = ("2031-03-07", "2031-03-10")


def rule_of(said: str, earlier: str, later: str, folder: Path) -> str:
    texts = [said.format(earlier), said.format(later)]
    return str(found_in(texts, folder, "--show", "all", days=DAYS)[0]["rule"])


@pytest.mark.parametrize(
    ("said", "earlier", "later", "rule"),
    [
        (RAIN, "12 inches", "30 cm", "C301"),
        (RAIN, "12 inches", "38 cm", "U201"),
        (BURNED, "30,000 acres", "15,000 hectares", "U201"),
        (BURNED, "15,000 hectares", "30,000 acres", "D401"),
        (BURNED, "30,000 acres", "about 12,100 hectares", "C301"),
    ],
)
def test_growth_is_seen_across_units(said: str, earlier: str, later: str, rule: str, tmp_path: Path) -> None:
    assert rule_of(said, earlier, later, tmp_path) == rule


@pytest.mark.parametrize(
    ("said", "earlier", "later", "rule"),
    [
        (KILLED, "more than 100", "116", "C301"),
        (KILLED, "more than 100", "216", "U201"),
        (BURNED, "more than 100 acres", "116 acres", "C301"),
        (BURNED, "more than 100 acres", "47 hectares", "U201"),
    ],
)
def test_dropped_digits_are_those_of_one_unit(said: str, earlier: str, later: str, rule: str, tmp_path: Path) -> None:
    assert rule_of(said, earlier, later, tmp_path) == rule


@pytest.mark.parametrize(
    ("earlier", "later", "rule"),
    [
        ("10 to 15", "12", "C301"),
        ("10", "10 to 15", "C301"),
        ("10 to 15", "15", "C301"),
        ("10 to 15", "18", "U201"),
        ("10 to 15", "16 to 20", "U201"),
    ],
)
def test_a_figure_that_lies_in_a_range_has_not_grown(earlier: str, later: str, rule: str, tmp_path: Path) -> None:
    assert rule_of(KILLED, earlier, later, tmp_path) == rule


FIGURES = st.decimals(min_value=-1000, max_value=1000, places=2)


@given(FIGURES, FIGURES, st.sampled_from(Modifier))
def test_a_figure_lies_where_its_interval_allows_it(one: Decimal, other: Decimal, modifier: Modifier) -> None:
    lower, upper = sorted((one, other))
    printed = (Printed(lower, upper, "metre", modifier),)
    within, from_below, from_above = (
        Quantity(Interval(*ends, upper_open=False), "length", "metre", printed)
        for ends in ((lower, upper), (lower, None), (None, upper))
    )
    assert lower <= within.stated <= upper
    assert (from_below.stated, from_above.stated) == (lower, upper)
