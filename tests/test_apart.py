"""What tells two claims apart, however alike their words."""

import re
from pathlib import Path

import pytest

from discrepancy.knowledge.quantities import WordsRow
from discrepancy.match import compile_kinds
from discrepancy.match.kinds import turn_in
from discrepancy.tables import shipped
from outlets import found_in

TABLES = shipped().matching
KINDS = compile_kinds(shipped().frames, TABLES)


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
        ("The navy has nine ships at the border.", "The navy sent five more ships to the border."),
        ("Men earn 2,400 euros a month on average.", "Women earn 2,100 euros a month on average."),
        ("The company has 4,000 employees in Norland.", "The company has 12,000 employees worldwide."),
        ("The strike began on Monday.", "The strike was called off on Friday."),
        ("The ban begins on 1 January.", "The ban was announced on 14 November."),
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


@pytest.mark.parametrize(
    "text",
    [
        "The first attack in Lund killed 12 people. The second attack in Lund killed 19 people.",
        "The storm killed 12 people in Lund on Monday. Another storm killed 19 people.",
    ],
)
def test_one_report_may_tell_of_two_of_a_kind(text: str, tmp_path: Path) -> None:
    assert found_in([text], tmp_path, "--show", "all") == []


@pytest.mark.parametrize("row", TABLES.opposed, ids=lambda row: ", ".join(row.words))
def test_nobody_is_both_of_what_is_opposed(row: WordsRow) -> None:
    assert row.examples
    assert len(row.words) == 2
    for pair, said in row.examples.items():
        assert ("apart" if frozenset(pair.split(", ")) in KINDS.opposed else "") == said


@pytest.mark.parametrize(("text", "turn"), [example for row in TABLES.turns for example in row.examples.items()])
def test_words_before_a_noun_say_which_it_is(text: str, turn: str) -> None:
    assert turn_in(re.findall(r"\w+", text), "convoy", KINDS.turns) == turn
