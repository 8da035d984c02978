"""A group of people is a part of all: what is told of it does not contradict what is told of more people."""

from pathlib import Path

import pytest

from outlets import found_in


def rules(left: str, right: str, folder: Path) -> set[str]:
    """The rules that two reports meet."""
    return {found["rule"] for found in found_in([left, right], folder, "--show", "all")}


@pytest.mark.parametrize("group", ["students", "police officers", "tourists", "passengers", "migrants", "children"])
def test_a_group_may_be_a_part_of_more_people(group: str, tmp_path: Path) -> None:
    assert rules(f"The blast killed 12 {group} in Lund.", "The blast killed 19 people in Lund.", tmp_path) == {"C304"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The blast killed 21 students in Lund.", "The blast killed 19 people in Lund."),
        ("The raids in Lund led to 12 arrests.", "The raids in Lund led to 19 people being arrested."),
        ("The drill near Lund involved 7,000 soldiers.", "Some 4,500 troops took part in the drill near Lund."),
    ],
)
def test_what_is_no_part_of_more_people_contradicts_them(left: str, right: str, tmp_path: Path) -> None:
    assert rules(left, right, tmp_path) == {"D401"}
