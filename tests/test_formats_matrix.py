"""The outlet matrix: a row a fact, a column an outlet."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from rich.cells import cell_len

from discrepancy.model import Report
from discrepancy.report.console import console_for
from discrepancy.report.formats.spreadsheet import matrix_table
from discrepancy.report.matrix import matrices_of
from discrepancy.report.terminal.matrix import print_matrix
from report_samples import agreement, distance, everything, report
from test_formats import HOSTILITY, TEXTS
from test_report_hostile import HOSTILE, hostile_report
from test_report_snapshots import held


def printed(shown: Report, width: str, encoding: str = "utf-8", **environ: str) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    print_matrix(shown, console_for(stream, {"COLUMNS": width, **environ}))
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined] # a BytesIO, see above


def test_a_sheet_is_a_story_with_the_facts_that_several_outlets_give() -> None:
    harbour, inquiry = matrices_of(everything())
    assert (harbour.story, inquiry.story) == ("harbour", "inquiry")
    assert harbour.outlets == ("Daily Ledger", "Northern Wire", "Radio Sund", "The Coast Post")
    assert [row.finding.fact.label for row in harbour.rows] == [
        "distance of the tanker from the harbour",
        "cost of the salvage",
        "people killed by the storm",
        "members of the crew",
    ]


def test_values_that_can_be_true_together_bear_one_letter() -> None:
    ((row,),) = [matrix.rows for matrix in matrices_of(report([distance()]))]
    cells = [row.cell(outlet) for outlet in ("The Coast Post", "Northern Wire", "Daily Ledger", "Radio Sund")]
    assert cells == ["A 18.5–20.1 km", "A 15–25 km", "B 29.8–31.4 km", ""]


def test_where_all_agree_no_letter_is_needed() -> None:
    ((row,),) = [matrix.rows for matrix in matrices_of(report([agreement()]))]
    assert row.cell("Northern Wire") == "23"


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_the_matrix_looks_as_it_did(width: str) -> None:
    text = printed(everything(), width)
    assert all(len(line) <= int(width) and line == line.rstrip() for line in text.split("\n"))
    held(f"matrix-{width}.txt", text)


def test_the_matrix_in_colour_looks_as_it_did() -> None:
    held("matrix-120-colour.txt", printed(everything(), "120", FORCE_COLOR="1"))


def test_the_matrix_without_unicode_is_ascii() -> None:
    assert "!= distance of the tanker" in printed(everything(), "120", "ascii")


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_hostile_text_leaves_the_sheet_intact(name: str, width: str) -> None:
    lines = printed(hostile_report(HOSTILE[name]), width).split("\n")
    assert max(map(cell_len, lines)) <= int(width)
    assert not [
        line for line in lines if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for sign in line)
    ]


def test_the_table_has_a_column_for_each_outlet_of_any_story() -> None:
    rows = list(csv.DictReader(io.StringIO(matrix_table(everything()), newline=""), strict=True))
    assert len(rows) == 5
    assert rows[0]["Daily Ledger"] == "B 29.8–31.4 km"
    assert {row["story"] for row in rows} == {"harbour", "inquiry"}


@HOSTILITY
@given(TEXTS)
def test_the_table_holds_its_rows_whatever_the_text(text: str) -> None:
    lines = list(csv.reader(io.StringIO(matrix_table(hostile_report(text)), newline=""), strict=True))
    assert len({len(line) for line in lines}) == 1
    assert not [cell for line in lines for cell in line if cell[:1] in set("=@＝＋－＠")]
