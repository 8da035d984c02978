"""Places in an order, told by two reports."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from outlets import found_in


def conflicts(texts: Sequence[str], folder: Path) -> list[set[str]]:
    return [{side["literal"] for side in one["sides"]} for one in found_in(texts, folder)]


@pytest.mark.parametrize(
    ("texts", "figures"),
    [
        (
            ("A tourist fell from the fifth floor of a hotel.", "A tourist fell from the sixth floor of a hotel."),
            {"fifth floor", "sixth floor"},
        ),
        (
            ("She finished sixth in the mayoral race.", "Lund came fifth in the mayoral race."),
            {"sixth", "fifth"},
        ),
        (
            ("It was the club's fourth straight defeat.", "The club lost again, its fifth consecutive defeat."),
            {"fourth straight defeat", "fifth consecutive defeat"},
        ),
        (
            ("It was the second missile to fly over the island.", "The missile was the third to fly over the island."),
            {"second missile", "third"},
        ),
    ],
)
def test_another_place_in_one_order_is_a_conflict(texts: Sequence[str], figures: set[str], tmp_path: Path) -> None:
    assert conflicts(texts, tmp_path) == [figures]


def test_two_places_told_by_both_are_two_facts(tmp_path: Path) -> None:
    texts = [
        "The nurse lived on the third floor of the block and her neighbour on the fourth floor.",
        "The neighbour, who lived on the fourth floor, was shot when she came home to the third floor.",
    ]
    assert conflicts(texts, tmp_path) == []
