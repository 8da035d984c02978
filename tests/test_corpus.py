"""The shipped corpus: its files are sound, and `check` finds in it what its gold says, no more and no less."""

import calendar
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from corpus_gold import CORPUS, REPORTS, Entry, Place, Side, entries, front

SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
MONTHS, DAYS = list(calendar.month_name)[1:], list(calendar.day_name)
FULL_DATE = re.compile(rf"\b({'|'.join(DAYS)}),? (\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?")
FINDINGS, TRAPS, AGREEMENTS = entries("finding"), entries("trap"), entries("agreement")


def named(entry: Entry) -> str:
    return f"{entry.story}: {entry.label}"


def every_side() -> list[Side]:
    return [side for entry in (*FINDINGS, *TRAPS, *AGREEMENTS) for side in entry.sides]


# The files themselves.


def test_there_are_three_stories_of_three_or_more_outlets() -> None:
    outlets = Counter(path.parent for path in REPORTS)
    assert len(outlets) == 3
    assert min(outlets.values()) >= 3
    assert len({(front(path)["story"], front(path)["outlet"]) for path in REPORTS}) == len(REPORTS)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_front_matter_is_complete(path: Path) -> None:
    fields = front(path)
    assert {"outlet", "published", "title", "story", "language"} <= set(fields)
    assert isinstance(fields["published"], date)
    assert (fields["story"], fields["language"]) == (path.parent.name, "en")


def test_every_literal_stands_in_its_quote_and_every_quote_stands_once_in_its_file() -> None:
    wrong = [
        side
        for side in every_side()
        if side.quote.count(side.literal) != 1 or side.path.read_text(encoding="utf-8").count(side.quote) != 1
    ]
    assert not wrong


def test_findings_part_camps_and_pairs_are_pairs() -> None:
    for entry in FINDINGS:
        camps = {side.camp for side in entry.sides if side.camp}
        assert entry.verdict in {"conflict", "update"}
        assert len(camps) >= 2 or entry.internal, entry.label
    assert all(len(entry.sides) == 2 for entry in (*TRAPS, *AGREEMENTS))


def test_no_pair_is_both_parted_by_a_finding_and_held_together() -> None:
    held = [{side.place for side in entry.sides} for entry in (*TRAPS, *AGREEMENTS)]
    for entry in FINDINGS:
        for left, right in combinations(entry.sides, 2):
            assert left.camp == right.camp or not (left.camp and right.camp) or {left.place, right.place} not in held


def test_weekdays_fit_their_dates() -> None:
    found = [(path, match) for path in REPORTS for match in FULL_DATE.finditer(path.read_text(encoding="utf-8"))]
    for path, match in found:
        weekday, day, month, year = match.groups()
        stated = date(int(year or front(path)["published"].year), MONTHS.index(month) + 1, int(day))
        assert DAYS[stated.weekday()] == weekday, f"{path.name}: {match[0]}"
    assert found


def test_no_eight_words_are_taken_from_the_texts_retold() -> None:
    if not SEEDS.is_dir():
        pytest.skip(f"{SEEDS} is absent: the texts retold cannot be compared")
    taken = {run for path in SEEDS.glob("*.txt") for run in runs_of_eight(path)}
    assert not {" ".join(run) for path in REPORTS for run in runs_of_eight(path) if run in taken}


def runs_of_eight(path: Path) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", path.read_text(encoding="utf-8").lower())
    return zip(*(words[skip:] for skip in range(8)), strict=False)


# What the command finds in them.


@dataclass(frozen=True)
class Reported:
    """A finding as the JSON report gives it: the places of its sides, and the camp each is in."""

    verdict: str
    internal: bool
    label: str
    sides: tuple[tuple[Place, str], ...]

    def camps_at(self, side: Side) -> set[str]:
        return {camp for place, camp in self.sides if place.meets(side.place)}

    def parts(self, left: Side, right: Side) -> bool:
        """Are both shown, and in camps of their own?"""
        one, other = self.camps_at(left), self.camps_at(right)
        return bool(one and other) and one.isdisjoint(other)

    def is_part_of(self, entry: Entry) -> bool:
        """Are all its figures those of a finding that is known not to be made whole yet?"""
        within = all(any(place.meets(side.place) for side in entry.sides) for place, _ in self.sides)
        return bool(entry.missing) and (self.verdict, self.internal) == (entry.verdict, entry.internal) and within

    def fulfils(self, entry: Entry) -> bool:
        """Is this the finding that *entry* asks for, each camp whole and apart from the others?"""
        shown = [side for side in entry.sides if side.camp or entry.internal]
        return (
            (self.verdict, self.internal) == (entry.verdict, entry.internal)
            and all(self.camps_at(side) for side in shown)
            and all(
                self.parts(left, right) == (left.camp != right.camp)
                for left, right in combinations(shown, 2)
                if not entry.internal
            )
        )


@pytest.fixture(scope="module")
def reported() -> tuple[Reported, ...]:
    """Every finding of one run over the whole corpus."""
    command = [sys.executable, "-m", "discrepancy", "check", str(CORPUS), "--output-format", "json", "--show", "all"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)  # noqa: S603 - our own command
    assert run.stdout, run.stderr
    assert run.returncode == 1, "a corpus with conflicts should exit with 1"
    files = {(front(path)["outlet"], front(path)["published"].isoformat()): path for path in REPORTS}
    return tuple(
        Reported(row["verdict"], row["internal"], row["fact"], tuple(_sides(row["sides"], files)))
        for row in json.loads(run.stdout)["findings"]
    )


def _sides(rows: list[dict[str, Any]], files: dict[tuple[str, str], Path]) -> Iterator[tuple[Place, str]]:
    for row in rows:
        path = files[row["outlet"], row["published"][:10]]
        yield Place(path, row["line"], row["column"], row["column"] + len(row["literal"])), str(row["camp"])


@pytest.fixture(scope="module")
def alarms(reported: tuple[Reported, ...]) -> list[Reported]:
    return [one for one in reported if one.verdict in {"conflict", "update"}]


@pytest.mark.parametrize("entry", [entry for entry in FINDINGS if not entry.missing], ids=named)
def test_each_expected_finding_is_reported_once(entry: Entry, alarms: list[Reported]) -> None:
    assert len([one for one in alarms if one.fulfils(entry)]) == 1


@pytest.mark.parametrize("entry", [entry for entry in FINDINGS if entry.missing], ids=named)
def test_a_finding_that_the_gold_calls_missing_is_not_made_whole(entry: Entry, alarms: list[Reported]) -> None:
    assert not [one for one in alarms if one.fulfils(entry)], "found now: take `missing` out of the gold file"


def test_nothing_else_is_reported(alarms: list[Reported]) -> None:
    assert not [one for one in alarms if not any(one.fulfils(entry) or one.is_part_of(entry) for entry in FINDINGS)]


@pytest.mark.parametrize("entry", FINDINGS, ids=named)
def test_a_finding_shows_no_figure_that_speaks_of_another_fact(entry: Entry, alarms: list[Reported]) -> None:
    for one in alarms:
        if one.fulfils(entry):
            assert not [place for place, _ in one.sides if not any(place.meets(side.place) for side in entry.sides)]


@pytest.mark.parametrize("entry", [*TRAPS, *AGREEMENTS], ids=named)
def test_what_looks_alike_or_agrees_is_not_reported(entry: Entry, alarms: list[Reported]) -> None:
    assert not [one for one in alarms if one.parts(*entry.sides)]


@pytest.mark.parametrize("story", sorted({entry.story for entry in AGREEMENTS}))
def test_some_agreement_of_each_story_is_seen(story: str, reported: tuple[Reported, ...]) -> None:
    pairs = [entry.sides for entry in AGREEMENTS if entry.story == story]
    quiet = [one for one in reported if one.verdict in {"agree", "compatible"}]
    assert any(one.camps_at(left) & one.camps_at(right) for one in quiet for left, right in pairs)
