"""Dates of what happens once, told of one name."""

from pathlib import Path

import pytest

from outlets import found_in

PACT = "The Safe Ports pact comes up for renewal in June 2033, and some fear for the harbours."
DRAFTED = "Standing six feet tall, Lund was a trophy winner at Zealand and the No. 1 overall pick by Port Grey in 2022."


@pytest.mark.parametrize(
    ("texts", "sides"),
    [
        ([DRAFTED, "The 38-year-old Lund was drafted first overall in 2023 by the Port Grey Bears."], ["2022", "2023"]),
        ([DRAFTED, "The Port Grey Bears drafted Lund first overall in 2023, his agent said."], ["2022", "2023"]),
        (
            [
                PACT,
                "“With the renewal of the Safe Ports agreement coming up next year, I urge a new approach,” she said.",
            ],
            ["next year", "June 2033"],
        ),
    ],
    ids=["done to", "by whom", "of a thing"],
)
def test_two_dates_of_what_happens_once_are_a_conflict(texts: list[str], sides: list[str], tmp_path: Path) -> None:
    assert [[side["literal"] for side in finding["sides"]] for finding in found_in(texts, tmp_path)] == [sides]


@pytest.mark.parametrize(
    "text",
    [
        "The 38-year-old Berg was drafted first overall in 2023 by the Port Grey Bears.",
        "The 38-year-old Lund was drafted first overall in 2022 by the Port Grey Bears.",
        "The Port Grey Bears drafted Berg first overall in 2023, his agent said.",
    ],
    ids=["another", "the same year", "another by the same"],
)
def test_other_names_and_other_doers_are_none(text: str, tmp_path: Path) -> None:
    assert found_in([DRAFTED, text], tmp_path) == []
