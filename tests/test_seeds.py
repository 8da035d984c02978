"""What an editor must be shown of five real articles that lie beside the repository, and what must not be shown.

The articles are not ours to copy: only figures with a word or two stand here.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
OUTLETS = {
    "000": ("a blog digest", "2024-05-30"),
    "001": ("The Washington Post", "2024-05-30"),
    "002": ("Al Jazeera", "2024-05-31"),
    "003": ("AFP", "2024-05-30"),
    "004": ("Financial Times", "2024-05-30"),
}

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"{SEEDS} is absent: the five articles cannot be read")


@dataclass(frozen=True)
class Spot:
    """A figure or a date in an article: *words* stand in it once, and *literal* in them."""

    file: str
    words: str
    literal: str

    def __str__(self) -> str:
        return f"{self.file} {self.words}"

    @property
    def span(self) -> tuple[int, int]:
        start = article(self.file).index(self.words) + self.words.index(self.literal)
        return start, start + len(self.literal)

    def meets(self, row: dict[str, Any]) -> bool:
        """Does the claim or the side *row* share a character with this place?"""
        (start, end), (other_start, other_end) = self.span, row["span"]
        return row["document"].startswith(self.file) and start < other_end and other_start < end


def article(file: str) -> str:
    (path,) = SEEDS.glob(f"{file}_*.txt")
    return path.read_text(encoding="utf-8")


def spot(file: str, words: str, literal: str = "") -> Spot:
    return Spot(file, words, literal or words)


NEAR, FAR = spot("000", "20 kilometers (12 miles)"), spot("002", "19 miles (30 km)")
THREE_KILLED, INJURED, KILLED = (
    spot("002", "least three", "three"),
    spot("002", "injured 16", "16"),
    spot("002", "19 were"),
)
FOOT, SHARE = spot("003", "Three dead", "Three"), spot("003", "less than 1 percent")
FORCES, VILLAGES, CIVILIANS = spot("004", "30,000"), spot("004", "roughly a dozen"), spot("004", "dozens of", "dozens")
OFFICIALS, ANOTHER = spot("000", "three U.S. officials", "three"), spot("003", "A second", "second")
ATTEMPTS, STRIKE = spot("001", "two attempted", "two"), spot("001", "At least one")
REGIONS, WAR = spot("001", "five regions", "five"), spot("001", "more than two years")
ANNIVERSARY, COMMEMORATION = spot("000", "80th"), spot("004", "80th")
SECOND_LARGEST, SECOND_LARGEST_TOO = spot("000", "second-largest"), spot("002", "second largest")

REQUEST, DAY_BEFORE = spot("001", "May 13"), spot("001", "the day before")
TWO_DAYS_LATER, SAME_DAY, ACCEPTED = spot("001", "two days later"), spot("001", "the same day"), spot("001", "May 15")
EFFECT = spot("001", "took effect Thursday", "Thursday")
FEBRUARY, FEBRUARY_TOO = spot("000", "February 2022"), spot("002", "February 2022")
INVASION_YEAR = spot("004", "in 2022", "2022")
EARLY_JUNE, NEXT_WEEK = spot("003", "early June"), spot("004", "next week")
MOLDOVA, HINT = spot("000", "Moldova on Wednesday", "Wednesday"), spot("003", "Wednesday")
WARNING, WARNING_TOO = spot("002", "Tuesday"), spot("001", "earlier this week")
PRAGUE, PRAGUE_TOO = spot("000", "Prague on Thursday", "Thursday"), spot("001", "Prague on Thursday", "Thursday")
PRAGUE_LATER = spot("002", "ministers on Friday", "Friday")
DINNER = spot("003", "dinner on Thursday", "Thursday")


# The command.


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles, with a `sources.toml` that says what they do not."""
    folder = tmp_path_factory.mktemp("seeds") / "articles"
    shutil.copytree(SEEDS, folder)
    rows = [
        f'[[source]]\nfiles = "{file}_*.txt"\noutlet = "{outlet}"\npublished = {published}\n'
        for file, (outlet, published) in OUTLETS.items()
    ]
    (folder / "sources.toml").write_text("\n".join(rows), encoding="utf-8")
    return folder


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "discrepancy", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "600"},
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    return run("check", folder, "--output-format", "json", "--show", "all")


@pytest.fixture(scope="module")
def alarms(checked: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """The findings that an editor is sent after."""
    findings = json.loads(checked.stdout)["findings"]
    return [finding for finding in findings if finding["verdict"] in {"conflict", "update"}]


@pytest.fixture(scope="module")
def claims(folder: Path) -> list[dict[str, Any]]:
    told = run("claims", folder, "--output-format", "jsonl")
    assert told.returncode == 0, told.stderr
    return [json.loads(line) for line in told.stdout.splitlines()]


@pytest.fixture(scope="module")
def timeline(folder: Path) -> list[str]:
    """The rows of the timeline, each on a line."""
    told = run("timeline", folder)
    assert told.returncode == 0, told.stderr
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", told.stdout)]


# What is reported.


def test_one_conflict_fails_the_check(checked: subprocess.CompletedProcess[str]) -> None:
    summary = json.loads(checked.stdout)["summary"]
    assert (checked.returncode, summary["documents"], summary["unreadable"]) == (1, 5, 0), checked.stderr


def test_the_distance_of_kharkiv_is_the_one_conflict(alarms: list[dict[str, Any]]) -> None:
    conflicts = [finding for finding in alarms if finding["verdict"] == "conflict"]
    assert [sorted(side["literal"] for side in finding["sides"]) for finding in conflicts] == [
        sorted([FAR.literal, NEAR.literal])
    ]
    assert parts(conflicts[0], NEAR, FAR)
    assert not conflicts[0]["internal"]


LOOK_ALIKE = {
    "the dead of two attacks": (THREE_KILLED, KILLED),
    "the injured of one attack and the dead of another": (INJURED, KILLED),
    "the dead and the injured of one attack": (THREE_KILLED, INJURED),
    "a headline at the foot of the page and an attack": (FOOT, KILLED),
    "a headline at the foot of the page and all civilians": (FOOT, CIVILIANS),
    "the dead of one attack and all civilians": (KILLED, CIVILIANS),
    "a month and its year": (FEBRUARY, INVASION_YEAR),
    "a month and its year, elsewhere": (FEBRUARY_TOO, INVASION_YEAR),
    "a weekday and its week": (WARNING, WARNING_TOO),
    "a week and the month it falls in": (NEXT_WEEK, EARLY_JUNE),
    "two days of one meeting": (PRAGUE, PRAGUE_LATER),
    "two days of one meeting, elsewhere": (PRAGUE_TOO, PRAGUE_LATER),
    "the eve and the end of one meeting": (DINNER, PRAGUE_LATER),
    "officials who are counted and one who is numbered": (OFFICIALS, ANOTHER),
    "villages and civilians": (VILLAGES, CIVILIANS),
    "villages and regions": (VILLAGES, REGIONS),
    "soldiers and civilians": (FORCES, CIVILIANS),
    "an anniversary and its other name": (ANNIVERSARY, COMMEMORATION),
    "attempts and hits": (ATTEMPTS, STRIKE),
    "a request and its approval": (REQUEST, ACCEPTED),
    "an approval and its effect": (ACCEPTED, EFFECT),
}


@pytest.mark.parametrize("pair", LOOK_ALIKE.values(), ids=LOOK_ALIKE)
def test_what_looks_alike_or_agrees_is_not_reported(pair: tuple[Spot, Spot], alarms: list[dict[str, Any]]) -> None:
    assert not [finding["fact"] for finding in alarms if parts(finding, *pair)]


def parts(finding: dict[str, Any], left: Spot, right: Spot) -> bool:
    """Does *finding* show both, in camps of their own?"""
    one, other = ({side["camp"] for side in finding["sides"] if spot.meets(side)} for spot in (left, right))
    return bool(one and other) and one.isdisjoint(other)


# What is read: dates.

DATES = {
    REQUEST: "2024-05-13",
    DAY_BEFORE: "2024-05-13",
    TWO_DAYS_LATER: "2024-05-15",
    SAME_DAY: "2024-05-15",
    ACCEPTED: "2024-05-15",
    EFFECT: "2024-05-30",
    FEBRUARY: "2022-02",
    FEBRUARY_TOO: "2022-02",
    INVASION_YEAR: "2022",
    EARLY_JUNE: "2024-06",
    NEXT_WEEK: "2024-W23",
    MOLDOVA: "2024-05-29",
    HINT: "2024-05-29",
    WARNING: "2024-05-28",
    PRAGUE: "2024-05-30",
    PRAGUE_LATER: "2024-05-31",
}


@pytest.mark.parametrize("place", DATES, ids=str)
def test_a_date_is_resolved(place: Spot, claims: list[dict[str, Any]]) -> None:
    found = [claim["timex"]["value"] for claim in claims if claim["kind"] == "time" and place.meets(claim)]
    assert found == [DATES[place]]


ROWS = {
    REQUEST: "13 May 2024",
    DAY_BEFORE: "13 May 2024",
    TWO_DAYS_LATER: "15 May 2024",
    SAME_DAY: "15 May 2024",
    ACCEPTED: "15 May 2024",
    EFFECT: "30 May 2024",
    FEBRUARY: "February 2022",
    EARLY_JUNE: "June 2024",
    MOLDOVA: "29 May 2024",
}


@pytest.mark.parametrize("place", ROWS, ids=str)
def test_a_date_stands_in_its_row_of_the_timeline(place: Spot, timeline: list[str]) -> None:
    before = re.escape(place.words.removesuffix(place.literal).removesuffix("on "))
    shown = re.compile(rf"{before}(?:on )?‹[^›]*{re.escape(place.literal)}›")
    assert [heads(row, ROWS[place]) for row in timeline if shown.search(row)] == [True]


def heads(row: str, date: str) -> bool:
    """Does *row* begin with *date*, or with days of it?"""
    return re.match(rf"(?:\d+–\d+ )?{date} ", row) is not None


def test_the_timeline_is_in_order(timeline: list[str]) -> None:
    order = ["February 2022", "13 May 2024", "15 May 2024", "29 May 2024", "30 May 2024", "31 May 2024", "June 2024"]
    places = [next(place for place, row in enumerate(timeline) if heads(row, date)) for date in order]
    assert places == sorted(places)


# What is read: figures.


@dataclass(frozen=True)
class Amount:
    """What a figure says: a word of its unit, its hedge, and what it allows and does not (in the base unit)."""

    unit: str
    modifier: str
    inside: str
    outside: str

    def fits(self, claim: dict[str, Any]) -> bool:
        printed, interval = claim["printed"], claim["interval"]
        return (
            self.unit in printed["unit"]
            and printed["modifier"] == self.modifier
            and all(holds(interval, Decimal(value)) for value in self.inside.split())
            and not any(holds(interval, Decimal(value)) for value in self.outside.split())
        )


def holds(interval: dict[str, Any], value: Decimal) -> bool:
    lower, upper = interval["lower"], interval["upper"]
    above = lower is None or (value > Decimal(lower) if interval["lower_open"] else value >= Decimal(lower))
    below = upper is None or (value < Decimal(upper) if interval["upper_open"] else value <= Decimal(upper))
    return above and below


FIGURES = {
    OFFICIALS: Amount("official", "exact", "3", "2 4"),
    NEAR: Amount("kilometre", "exact", "19000 20000", "18000 21000"),
    ANNIVERSARY: Amount("", "exact", "80", "79 81"),
    SECOND_LARGEST: Amount("", "exact", "2", "1 3"),
    REGIONS: Amount("region", "exact", "5", "4 6"),
    WAR: Amount("year", "more_than", "800", "700"),
    ATTEMPTS: Amount("attack", "exact", "2", "1 3"),
    STRIKE: Amount("strike", "at_least", "1 2", "0"),
    FAR: Amount("mile", "exact", "30000 31000", "29000 32000"),
    THREE_KILLED: Amount("people", "at_least", "3 4", "2"),
    INJURED: Amount("people", "exact", "16", "15 17"),
    KILLED: Amount("people", "exact", "19", "18 20"),
    SECOND_LARGEST_TOO: Amount("", "exact", "2", "1 3"),
    FOOT: Amount("", "exact", "3", "2 4"),
    SHARE: Amount("percent", "less_than", "0.5", "1"),
    FORCES: Amount("force", "more_than", "30001 31000", "30000 29000"),
    VILLAGES: Amount("village", "about", "11 12 13", "5 30"),
    CIVILIANS: Amount("civilian", "about", "36", "5 1000"),
    COMMEMORATION: Amount("", "exact", "80", "79 81"),
}


def test_of_nineteen_figures_seventeen_are_read_with_their_hedges(claims: list[dict[str, Any]]) -> None:
    read = {place: [claim for claim in claims if claim["printed"] and place.meets(claim)] for place in FIGURES}
    missed = [str(place) for place, found in read.items() if not any(FIGURES[place].fits(claim) for claim in found)]
    assert len(FIGURES) == 19
    assert len(missed) <= 2, f"not read, or not with their hedge: {missed}"


@pytest.mark.parametrize("place", [NEAR, FAR], ids=str)
def test_a_distance_in_two_units_is_one_claim(place: Spot, claims: list[dict[str, Any]]) -> None:
    assert [claim["literal"] for claim in claims if place.meets(claim)] == [place.literal]


@pytest.mark.parametrize("place", FIGURES, ids=str)
def test_a_figure_is_no_date(place: Spot, claims: list[dict[str, Any]]) -> None:
    assert not [claim["literal"] for claim in claims if claim["kind"] == "time" and place.meets(claim)]


@pytest.mark.parametrize("place", DATES, ids=str)
def test_a_date_is_no_figure(place: Spot, claims: list[dict[str, Any]]) -> None:
    assert not [claim["literal"] for claim in claims if claim["kind"] == "quantity" and place.meets(claim)]


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bmay\b",
        r"24/7",
        r"\bG7\b",
        r"\bM1\b",
        r"\bATACMS\b",
        r"\b[aA] second\b",
        r"\bJan\b",
        r"\b[aA] U\.?S\b",
        r"D-Day",
    ],
)
def test_words_and_codes_are_neither_figures_nor_dates(pattern: str, claims: list[dict[str, Any]]) -> None:
    found = [Spot(file, article(file), "") for file in OUTLETS]
    traps = {(one.file, match.span()) for one in found for match in re.finditer(pattern, one.words)}
    assert traps
    assert not [
        claim["literal"]
        for claim in claims
        for file, (start, end) in traps
        if claim["document"].startswith(file) and start < claim["span"][1] and claim["span"][0] < end
    ]


def test_no_country_is_a_unit(claims: list[dict[str, Any]]) -> None:
    units = {claim["printed"]["unit"].lower().replace(".", "") for claim in claims if claim["printed"]}
    assert not units & {"us", "uk", "un", "atomic mass unit", "unified atomic mass unit", "gauss"}


def test_a_clock_time_is_no_figure(claims: list[dict[str, Any]]) -> None:
    place = spot("002", "21:00")
    assert [claim["kind"] for claim in claims if place.meets(claim)] == ["time"]


def test_literals_stand_where_they_are_said_to(claims: list[dict[str, Any]]) -> None:
    texts = {file: article(file) for file in OUTLETS}
    wrong = [claim for claim in claims if texts[claim["document"][:3]][slice(*claim["span"])] != claim["literal"]]
    assert not wrong


def test_every_place_named_here_stands_once_in_its_article() -> None:
    places = {*FIGURES, *DATES, *(place for pair in LOOK_ALIKE.values() for place in pair)}
    assert not [str(place) for place in places if article(place.file).count(place.words) != 1]
