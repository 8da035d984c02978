"""What a rank is counted among, and when two reports rank one thing."""

from pathlib import Path

import pytest

from discrepancy.adapters import TOOLBOX
from discrepancy.model import Claim, Document, Rank
from discrepancy.reading import claims_of, frames_of, prepare
from discrepancy.tables import shipped
from outlets import found_in

READING = prepare(shipped(), TOOLBOX)


def rank(text: str) -> Rank | None:
    """The rank that the first claim of *text* tells."""
    claims = [one for one in claims_of(Document("d", "Gazette", text), READING) if isinstance(one, Claim)]
    return next(iter(frames_of(claims[:1], READING))).rank


@pytest.mark.parametrize(
    ("text", "among", "within"),
    [
        ("Lund is the sixth Dane to be picked as judge.", "denmark pick judge", ""),
        ("It was the third fatal crash since December.", "fatal crash", "december"),
        ("It marked the 18th school fire this year.", "school fire", "year"),
        ("She is Norway's second woman to win the race.", "norway woman win race", ""),
    ],
)
def test_a_rank_knows_what_it_is_counted_among(text: str, among: str, within: str) -> None:
    assert rank(text) == Rank(frozenset(among.split()), frozenset(within.split()))


@pytest.mark.parametrize(
    "text",
    [
        "A fourth largest quake shook the town.",
        "The sixth Danish judge was hurt in the fire.",
        "The club has 18 school boats.",
    ],
)
def test_what_a_rank_only_names_is_counted_among_nothing(text: str) -> None:
    assert rank(text) is None


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Berg became the sixth Danish judge at the court.",
            "He is the ninth Danish judge, and the first in a century, his office said.",
            ["sixth Danish judge", "ninth Danish judge"],
        ),
        ("It was the 18th school fire this year.", "It was the second school fire this week.", []),
        ("It was the 18th school fire this year.", "It was the 18th school fire in the north this year.", []),
    ],
    ids=["another rank", "another time", "the same"],
)
def test_reports_of_a_day_rank_one_thing(one: str, other: str, found: list[str], tmp_path: Path) -> None:
    sides = [side["literal"] for finding in found_in([one, other], tmp_path) for side in finding["sides"]]
    assert sides == found
