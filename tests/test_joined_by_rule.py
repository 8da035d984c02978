"""What words and arithmetic join: parts and wholes, periods that share an end, bounds and what lies nearest."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from discrepancy.knowledge.matching import GrowthRow
from discrepancy.match.kinds import compile_kinds
from discrepancy.tables import shipped
from outlets import found_in


def findings(texts: Sequence[str], folder: Path) -> list[tuple[str, list[tuple[int, str]]]]:
    found = found_in(texts, folder)
    return [(one["verdict"], [(side["camp"], side["literal"]) for side in one["sides"]]) for one in found]


PARTS = "Four people were seriously injured while 20 others were slightly injured when the ferry hit the pier."


def test_parts_that_come_to_another_total_are_a_conflict(tmp_path: Path) -> None:
    found = findings([PARTS, "The ferry hit the pier on Friday and 27 people were injured."], tmp_path)
    assert found == [("conflict", [(0, "Four people were seriously injured while 20 others"), (1, "27 people")])]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry hit the pier and 24 people were injured.",
        "The ferry hit the pier and more than 20 people were injured.",
    ],
)
def test_parts_that_come_to_the_total_agree(text: str, tmp_path: Path) -> None:
    assert findings([PARTS, text], tmp_path) == []


def test_others_beside_another_measure_are_no_part(tmp_path: Path) -> None:
    texts = [
        "Four people died and 20 others were injured when the ferry hit the pier.",
        "The ferry hit the pier: 20 people were injured and four died.",
    ]
    assert findings(texts, tmp_path) == []


def test_what_befell_others_is_no_part(tmp_path: Path) -> None:
    texts = [
        "Eight people have died while another 11 recover from injuries after the ferry hit the pier.",
        "The ferry hit the pier and eight people died.",
    ]
    assert findings(texts, tmp_path) == []


TAUGHT = "Mr. Lund was a school teacher and rowing coach in Zealand from 1967 to 1981, records show."


def test_a_period_of_which_one_end_differs_is_a_conflict(tmp_path: Path) -> None:
    found = findings([TAUGHT, "Lund was a school teacher and rowing coach in Zealand from 1965 to 1981."], tmp_path)
    assert found == [("conflict", [(0, "1967"), (1, "1965")])]


@pytest.mark.parametrize(
    "text",
    [
        "Lund was a school teacher and rowing coach in Zealand from 1967 to 1981.",
        "Lund lived with his sister in the capital from 1975 to 1981.",
        "Lund was a school teacher and rowing coach in Zealand from 1982 to 1990.",
    ],
)
def test_other_periods_are_none(text: str, tmp_path: Path) -> None:
    assert findings([TAUGHT, text], tmp_path) == []


@pytest.mark.parametrize(
    ("texts", "sides"),
    [
        (
            ("The ship Fylla was built after 1990.", "The ship Fylla was built in 1990 in Zealand."),
            [(0, "1990"), (1, "1990")],
        ),
        (
            (
                "The film has earned less than $1,810,000 worldwide.",
                "The film has earned $259,017 at home and $1,556,604 abroad, for a worldwide total of $1,815,621.",
            ),
            [(0, "less than $1,810,000"), (1, "$1,815,621")],
        ),
    ],
)
def test_a_bound_is_held_against_what_lies_nearest(
    texts: tuple[str, str], sides: list[tuple[int, str]], tmp_path: Path
) -> None:
    assert findings(texts, tmp_path) == [("conflict", sides)]


TURNED = [
    (
        "The ferry Fylla arrived in Oslo at 10:15 p.m. on Dec. 31, 2030.",
        "The ferry Fylla arrived in Oslo at 10:15 a.m. on Dec. 31, 2030.",
    ),
    (
        "The paintings were stolen from the museum on April 14, 2029.",
        "The paintings were stolen from the museum on April 14, 2027.",
    ),
]


@pytest.mark.parametrize("texts", TURNED)
def test_a_time_off_by_half_a_day_or_by_years_is_a_slip(texts: tuple[str, str], tmp_path: Path) -> None:
    assert [verdict for verdict, _ in findings(texts, tmp_path)] == ["conflict"]


@pytest.mark.parametrize(
    "texts",
    [
        ("The ferry left Lund at 10:15 p.m. on Dec. 31, 2030.", "The train left Ystad at 10:15 a.m. on Dec. 31, 2030."),
        ("The museum opened on April 14, 2029.", "The paintings were stolen from the museum on April 14, 2027."),
    ],
)
def test_what_is_told_of_another_thing_is_no_slip(texts: tuple[str, str], tmp_path: Path) -> None:
    assert findings(texts, tmp_path) == []


TOLLS = ["Police said 77 people died in the fire.", "Police said 80 people were killed in the fire."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The toll grew through the night: 77 people died, the mayor said. A minister said 80 were killed.",
            [("conflict", 4), ("update", 2)],
        ),
        (
            "After the fire 77 people died, the mayor said. A minister said 80 were killed.",
            [("conflict", 3), ("conflict", 2)],
        ),
    ],
    ids=["grown", "not said to have grown"],
)
def test_tolls_of_a_report_that_says_they_grew_are_one(text: str, told: list[tuple[str, int]], tmp_path: Path) -> None:
    assert [(verdict, len(sides)) for verdict, sides in findings([text, *TOLLS], tmp_path)] == told


@pytest.mark.parametrize("row", shipped().matching.growth, ids=lambda row: row.what[0])
def test_the_examples_of_growth_say_that_a_toll_grew(row: GrowthRow) -> None:
    grows = compile_kinds(shipped().frames, shipped().matching).grows
    assert {text: "grows" if grows.search(text) else "" for text in row.examples} == row.examples


@pytest.mark.parametrize(("year", "verdicts"), [("2030", ["conflict"]), ("2029", [])])
def test_figures_of_two_years_are_two_facts(year: str, verdicts: list[str], tmp_path: Path) -> None:
    texts = [
        "The harbour company of Port Grey reported a net profit of $41 million for 2030.",
        f"The annual report shows a net profit of $52 million for {year}, says the harbour company.",
    ]
    assert [verdict for verdict, _ in findings(texts, tmp_path)] == verdicts
