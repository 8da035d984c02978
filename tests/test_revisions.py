"""What a report says of figures that changed, and the findings that this makes."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from discrepancy.adapters import TOOLBOX
from discrepancy.cli import app
from discrepancy.knowledge.frames import RevisionRow
from discrepancy.model import Claim, Document, Standing
from discrepancy.normalise.frames import compile_lexicon
from discrepancy.normalise.frames.revisions import standing_of
from discrepancy.reading import claims_of, prepare
from discrepancy.tables import shipped

READING = prepare(shipped(), TOOLBOX)
LEXICON = compile_lexicon(shipped().frames)


def standings(text: str) -> dict[str, Standing]:
    claims = [one for one in claims_of(Document("d", "Gazette", text), READING) if isinstance(one, Claim)]
    found = {claim.literal: standing_of(claim, LEXICON) for claim in claims}
    return {literal: standing for literal, standing in found.items() if standing}


@pytest.mark.parametrize("row", shipped().frames.revisions, ids=lambda row: f"{row.standing} {row.lead[0]}")
def test_the_examples_of_a_revision_have_its_standing(row: RevisionRow) -> None:
    found = {
        text: literal for text in row.examples for literal, told in standings(text).items() if told == row.standing
    }
    assert found == row.examples


@pytest.mark.parametrize(
    "text",
    [
        "The first of the boats sank, said police, who put the toll at 12.",
        "Earlier versions of the boat were slow; it now makes 12 knots.",
        "The firm previously said little. It sold 12 boats.",
        "It sold 12 boats, more than previously reported.",
    ],
)
def test_a_figure_of_another_clause_has_no_standing(text: str) -> None:
    assert standings(text) == {}


def findings(text: str, folder: Path) -> list[tuple[str, str, list[str]]]:
    (folder / "report.md").write_text(f"---\noutlet: Gazette\npublished: 2031-03-07\n---\n{text}\n", encoding="utf-8")
    printed = CliRunner().invoke(app, ["check", str(folder), "--output-format", "json", "--exit-zero"])
    found = json.loads(printed.stdout)["findings"]
    return [(one["rule"], one["verdict"], [side["literal"] for side in one["sides"]]) for one in found]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Police named the pilot as Anders Lund, 27, of Zealand. (We earlier reported he was 28.)", ["28", "27"]),
        (
            "Earlier, police named the diver as a 41-year-old. A line was changed to correct Bo Hansen's age to 40.",
            ["41-year-old", "40"],
        ),
        (
            "While the firm previously said up to 9,000 Danish tenants were hit, only about 800 Danish clients were.",
            ["up to 9,000 Danish tenants", "about 800 Danish clients"],
        ),
        ("Preliminary reports said three boats had sunk. Five boats sank, police said.", ["three boats", "Five boats"]),
    ],
)
def test_what_a_report_puts_right_is_an_update(text: str, sides: list[str], tmp_path: Path) -> None:
    assert findings(text, tmp_path) == [("U202", "update", sides)]


@pytest.mark.parametrize(
    "text",
    [
        "We earlier reported that 12 boats sank. The storm hurt 19 people.",
        "We earlier reported that Anders Lund, 27, was safe. The harbour master, Ida Holm, 61, was not.",
        "Police previously said 12 boats sank. On Monday they said again that 12 boats sank.",
        "Preliminary reports said several boats had sunk. Five boats sank, police said.",
    ],
)
def test_another_fact_is_not_put_right(text: str, tmp_path: Path) -> None:
    assert findings(text, tmp_path) == []
