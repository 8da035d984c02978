"""What tells two claims apart, however alike their words."""

from pathlib import Path

import pytest

from outlets import found_in


def conflicts(left: str, right: str, folder: Path) -> list[list[str]]:
    """The sides of each conflict of two reports."""
    told = found_in([left, right], folder, "--show", "all")
    return [[side["literal"] for side in found["sides"]] for found in told if found["verdict"] == "conflict"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Inflation in Norland was 3.2% in May.", "Inflation in Norland was 3.5% in June."),
        ("Norland's economy grew 0.4% in the first quarter.", "Norland's economy grew 0.9% in the second quarter."),
        ("Shares in Norland Steel fell 3% on Monday.", "Shares in Norland Steel fell 5% this week."),
        (
            "The first convoy of 12 trucks reached Lund on Monday.",
            "A second convoy of 19 trucks reached Lund on Wednesday.",
        ),
        ("The suspect, 34, was arrested on Tuesday.", "A second suspect, 29, was arrested on Thursday."),
        ("The quake struck 20 km north of Lund.", "The quake struck 45 km south of Arad."),
        ("It was the third attack in a month.", "It was the fifth attack this year."),
        ("The army has 40,000 soldiers at the border.", "The army sent 5,000 more soldiers to the border."),
        ("The firm made a profit of £40m in 2023.", "The firm reported a pre-tax profit of £52m for 2023."),
    ],
)
def test_two_things_do_not_contradict_each_other(left: str, right: str, tmp_path: Path) -> None:
    assert conflicts(left, right, tmp_path) == []


@pytest.mark.parametrize(
    ("left", "right", "sides"),
    [
        ("Inflation in Norland was 3.2% in May.", "Inflation in Norland was 3.5% in May.", ["3.2%", "3.5%"]),
        ("Shares in Norland Steel fell 3% on Monday.", "Shares in Norland Steel fell 5% on Monday.", ["3%", "5%"]),
        (
            "The first convoy of 12 trucks reached Lund on Monday.",
            "The first convoy, of 19 trucks, reached Lund on Monday.",
            ["12 trucks", "19 trucks"],
        ),
        (
            "The village lies 20 km from the Russian border.",
            "The village lies 45 km from the border with Russia.",
            ["20 km", "45 km"],
        ),
        ("The quake struck 20 km north of Lund.", "The quake struck 45 km from Lund.", ["20 km", "45 km"]),
    ],
)
def test_one_thing_still_does(left: str, right: str, sides: list[str], tmp_path: Path) -> None:
    assert conflicts(left, right, tmp_path) == [sides]
