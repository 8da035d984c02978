"""What an editor would want to be told of two reports, and what not, from the text to the finding."""

from pathlib import Path

import pytest

from outlets import found_in


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ann Lund has been head of Aal Line since 2019.", "Ms Lund has been its head since 2021."),
        ("The firm said it would cut 1,200 jobs in Norway.", "The firm will axe 1,500 jobs in Norway, it said."),
        ("The quake hit at 4:17 a.m. local time near Aal.", "The quake shook the coast at 5.17am local time today."),
        ("The quake had a magnitude of 6.4.", "A 6.8-magnitude quake shook Aal."),
    ],
)
def test_what_cannot_all_be_true_is_told(left: str, right: str, tmp_path: Path) -> None:
    assert [one["verdict"] for one in found_in((left, right), tmp_path)] == ["conflict"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The quake had a magnitude of 6.4.", "Aftershocks followed, the largest of magnitude 4.9."),
        ("He was jailed for 14 years over fraud.", "The fraud lasted six years."),
        ("The quake hit at 4:17 a.m. near Aal.", "The quake shook the coast at 5.17am today."),
        ("The firm said it would cut 1,200 jobs.", "The union said the firm would cut 1,500 jobs."),
    ],
)
def test_what_another_fact_or_clock_explains_is_not(left: str, right: str, tmp_path: Path) -> None:
    assert [one for one in found_in((left, right), tmp_path) if one["verdict"] == "conflict"] == []


def test_hedges_of_one_figure_are_explained_whoever_prints_it_plain(tmp_path: Path) -> None:
    told = [f"In Leeds {share} of voters backed the plan." for share in ("nearly 90%", "more than 90%", "90%")]
    assert [one["verdict"] for one in found_in(told, tmp_path, "--show", "all")] == ["compatible"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("In all 17 patients were infected.", "Eleven people were infected on Ward 7, six others elsewhere."),
        ("Six people were hurt.", "Five people were hurt slightly, one badly."),
        ("Six people were hurt.", "Five people were slightly hurt and one badly."),
        ("It is 26C and cloudy.", "The drill will warm what it finds to 90C."),
        ("The craft carries seven instruments.", "The craft carries 150 people."),
    ],
)
def test_parts_and_what_has_nothing_to_do_with_it_are_no_conflict(left: str, right: str, tmp_path: Path) -> None:
    assert [one for one in found_in((left, right), tmp_path) if one["verdict"] in ("conflict", "update")] == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mission cost 460 million euros.", "It was not cheap: the mission cost 410 million euros."),
        (
            "The Greens won 47 of the 99 seats.",
            "The Greens won 43 seats, the most since the party was founded in 1946.",
        ),
    ],
)
def test_a_conflict_is_seen_beside_a_not_a_year_or_one_more(left: str, right: str, tmp_path: Path) -> None:
    assert [one["verdict"] for one in found_in((left, right), tmp_path)] == ["conflict"]


def test_days_told_by_their_dates_are_compared_whenever_they_are_told(tmp_path: Path) -> None:
    told = ("The first case was diagnosed on 3 February.", "The first case was diagnosed on 8 February.")
    days = ("2031-02-20", "2031-02-27")
    assert [one["verdict"] for one in found_in(told, tmp_path, days=days)] == ["conflict"]
    told = ("The first case was diagnosed on Friday.", "The first case was diagnosed on Saturday.")
    assert found_in(told, tmp_path, days=days) == []
