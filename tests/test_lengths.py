"""How long what is told lasted, by the dates of its beginning and end."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from discrepancy.adapters import TOOLBOX
from discrepancy.cli import app
from discrepancy.model import Claim, Document, Published
from discrepancy.normalise.lengths import lengths, unfit_lengths
from discrepancy.reading import claims_of, prepare
from discrepancy.tables import shipped

READING = prepare(shipped(), TOOLBOX)
THURSDAY = Published(datetime(2024, 5, 30, tzinfo=UTC), "day")


def claims(text: str) -> list[Claim]:
    found = claims_of(Document("d", "Gazette", text, published=THURSDAY), READING)
    return [claim for claim in found if isinstance(claim, Claim)]


def days(text: str) -> list[str]:
    return [str(claim.quantity.interval) for claim in lengths(claims(text)) if claim.quantity]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It was shut from 3 May to 5 May.", "[1, 3]"),
        ("It was shut from 3 May 2023 until 5 June 2023.", "[32, 34]"),
        ("He reigned from 1965 to 1981.", "[5,479, 6,209]"),
        ("It was shut from Monday to Wednesday.", "[1, 3]"),
    ],
)
def test_two_dates_leave_open_whether_both_are_counted(text: str, left: str) -> None:
    assert days(text) == [left]


@pytest.mark.parametrize(
    "text",
    [
        "It rained on 3 May and 5 May.",
        "It rained between 3 May and 5 May.",
        "He moved from 3 May Street to 5 May Street.",
        "He came from Ghent in May. To June he gave no thought.",
    ],
)
def test_what_is_no_beginning_and_end_has_no_length(text: str) -> None:
    assert days(text) == []


@given(st.dates(datetime(1990, 1, 1).date(), datetime(2030, 1, 1).date()), st.integers(1, 400))  # noqa: DTZ001 - days
def test_a_length_counted_either_way_fits_its_dates(first: datetime, count: int) -> None:
    last = first.fromordinal(first.toordinal() + count)
    dates = f"from {first.day} {first:%B %Y} to {last.day} {last:%B %Y}"
    for told in (count, count + 1):
        assert not list(unfit_lengths(claims(f"It lasted {told} days, {dates}.")))
    assert list(unfit_lengths(claims(f"It lasted {2 * count + 9} days, {dates}.")))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It was shut for nine days, from 3 to 5 May.", "3 to 5 May is 3 days at most"),
        ("He made a nine-day visit from 3 May to 5 May.", "3 May to 5 May is 3 days at most"),
    ],
)
def test_a_length_that_does_not_fit_its_dates_is_told_with_the_right_one(text: str, right: str) -> None:
    (claim,) = unfit_lengths(claims(text))
    assert claim.quantity is not None
    assert claim.quantity.misfit == right


@pytest.mark.parametrize(
    "text",
    [
        "It lasted three days, from 3 to 5 May.",
        "It lasted two days, from 3 to 5 May.",
        "It lasted more than a day, from 3 to 5 May.",
        "It rained on two days from 3 to 15 May.",
        "Three days of rain fell from 3 to 25 May.",
        "It was shut nine days after a strike from 3 to 5 May.",
        "In nine days, it rained. From 3 to 5 May it was dry.",
    ],
)
def test_days_among_others_and_lengths_of_something_else_are_no_misfit(text: str) -> None:
    assert not list(unfit_lengths(claims(text)))


def test_a_length_in_one_report_meets_the_dates_in_another(tmp_path: Path) -> None:
    strike = "The strike by dock workers in the harbour of Port Grey lasted {}, the mayor said."
    for name, told in (("one", "from 3 to 5 May"), ("two", "for five days")):
        text = f"---\noutlet: {name}\npublished: 2024-05-30\n---\n{strike.format(told)}\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    printed = CliRunner().invoke(app, ["check", str(tmp_path), "--output-format", "json"])
    (finding,) = json.loads(printed.stdout)["findings"]

    assert (finding["verdict"], finding["dimension"]) == ("conflict", "duration")
    assert sorted(side["literal"] for side in finding["sides"]) == ["3 to 5 May", "five days"]
