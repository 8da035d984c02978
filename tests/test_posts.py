"""Times at a post: what someone was, from when to when or for how long, and who it was."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from discrepancy.adapters import TOOLBOX
from discrepancy.model import Claim, Document, Frame, Post
from discrepancy.reading import claims_of, frames_of, prepare
from discrepancy.tables import shipped
from outlets import found_in

READING = prepare(shipped(), TOOLBOX)


def post(text: str) -> Post | None:
    """The post of the first claim of *text*."""
    claims = [one for one in claims_of(Document("d", "Gazette", text), READING) if isinstance(one, Claim)]
    frame: Frame = frames_of(claims[:1], READING)[0]
    return frame.post


def told(name: str, words: str = "", holder: str = "", *, many: bool = False) -> Post:
    return Post(name, frozenset(words.split()), frozenset(holder.split()), many)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As head teacher from 1979 to 1990, she built the library.", told("teacher", "head")),
        ("Ann Lund, as party leader, was prime minister from 1979 to 1990.", told("prime minister", "", "ann lund")),
        (
            "Ann Lund served as vice mayor of Port Grey between 1979 and 1990.",
            told("mayor", "vice port grey", "ann lund"),
        ),
        ("Ann Lund served from 1979 to 1990 as mayor of Port Grey.", told("mayor", "port grey", "ann lund")),
        ("Ann Lund, mayor of Port Grey from 1979 to 1990, died.", told("mayor", "port grey", "ann lund")),
        ("Ann Lund, who was the bank's chairman from 1979 to 1990, died.", told("chairman", "bank", "lund ann")),
        ("During 11 hard years as prime minister, Ann Lund closed the mines.", told("prime minister", "", "ann lund")),
        ("Ann Lund was a ranger for 11 years.", told("ranger", "", "ann lund", many=True)),
    ],
)
def test_a_time_knows_the_post_that_was_held(text: str, expected: Post) -> None:
    assert post(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The harbour was shut from 1979 to 1990.",
        "There were accidents on the bridge from 1979 to 1990.",
        "Exports rose from 1979 to 1990.",
        "After three years as mayor, Ann Lund closed the mines.",
        "Ann Lund had been a ranger for three years when the dam broke.",
        "In her first three years as mayor, Ann Lund closed the mines.",
        "The talks went on for five minutes, as Lund was late.",
    ],
)
def test_a_time_of_something_else_has_no_post(text: str) -> None:
    assert post(text) is None


def findings(texts: Sequence[str], folder: Path) -> list[tuple[str, list[str]]]:
    return [(one["rule"], [side["literal"] for side in one["sides"]]) for one in found_in(texts, folder)]


MAYOR = "Ann Lund, mayor of Port Grey from 1979 to 1990, has died in hospital."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As mayor from 1975 to 1990, Lund built the harbour.", ("D402", {"1979", "1975"})),
        ("In her 15 years as mayor, Lund had no rival.", ("D401", {"1979 to 1990", "15 years"})),
        ("Ann Lund was mayor of Port Grey for 15 years.", ("D401", {"1979 to 1990", "15 years"})),
    ],
)
def test_one_term_told_in_other_words_is_a_conflict(text: str, expected: tuple[str, set[str]], tmp_path: Path) -> None:
    assert [(rule, set(sides)) for rule, sides in findings([MAYOR, text], tmp_path)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lund was mayor of Port Grey for 11 years.",
        "Ann Lund was mayor of Port Grey for more than a decade.",
        "Ann Lund was deputy mayor of Port Grey from 1975 to 1990.",
        "Ann Lund was deputy mayor of Port Grey for four years.",
        "Ann Lund was mayor of Ghent for four years.",
        "Eva Holm was mayor of Port Grey for four years.",
        "Ann Lund was leader of the council from 1975 to 1990.",
        "After four years as mayor, Ann Lund closed the mines.",
        "Voters wanted an end to 18 years of rule by the party of the harbour.",
    ],
)
def test_another_post_or_holder_is_another_term(text: str, tmp_path: Path) -> None:
    assert findings([MAYOR, text], tmp_path) == []


def test_a_post_that_many_hold_is_one_only_for_one_holder(tmp_path: Path) -> None:
    ranger = "Ann Lund, who was a ranger from 1979 to 1990, has died in hospital."
    others = "Eva Holm met her there. Her friend was a ranger from 1975 to 1990."
    assert findings([ranger, others], tmp_path) == []
    assert findings([ranger, "Lund was a ranger from 1975 to 1990."], tmp_path) != []
