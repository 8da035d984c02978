"""The formats in which a report can be written: what each says, and that nothing in an article can break it."""

import csv
import io
import json
import re
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.model import Document, Report, Verdict
from discrepancy.report.formats import FORMATS, GROUP, Format, Selection, format_named, names
from discrepancy.report.formats.spreadsheet import COLUMNS, cell
from discrepancy.report.sides import place_of
from report_samples import everything
from test_report_hostile import HOSTILE, hostile_report

ALL = Selection(frozenset(Verdict))
CONFLICTS = Selection(frozenset({Verdict.CONFLICT}))
HOSTILITY = settings(deadline=None, max_examples=60)
TEXTS = st.one_of(st.sampled_from(sorted(HOSTILE.values())), st.text(st.characters(codec=None), max_size=60))


def written(name: str, text: str | None = None, selection: Selection = ALL) -> str:
    form = format_named(name)
    assert form
    return form.text(everything() if text is None else hostile_report(text), selection)


# The table.


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_writes_the_same_twice_in_characters_that_any_file_can_hold(form: Format) -> None:
    text = form.text(everything(), ALL)
    assert text == form.text(everything(), ALL)
    assert text.encode()
    assert text.endswith("\n")
    assert form.help
    assert re.fullmatch(r"\w+/[\w.+-]+", form.media_type)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_moves_no_cursor_in_any_format(form: Format, name: str) -> None:
    text = form.text(hostile_report(HOSTILE[name]), ALL)
    assert text.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", text)


def test_names_are_unique_and_unknown_ones_are_none() -> None:
    assert len({form.name for form in FORMATS}) == len(FORMATS)


def test_packages_add_formats_by_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = EntryPoint("shout", "test_formats:SHOUT", GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", EntryPoints([theirs]).select)
    assert written("shout") == "6 FINDINGS\n"
    assert names()[-1] == "shout"
    assert format_named("none") is None


def shout(report: Report, _: Selection) -> str:
    return f"{len(report.findings)} FINDINGS\n"


SHOUT = Format("shout", "text/plain", "loud", "test_formats:shout")


# JSON Lines.


def test_each_line_is_a_finding_of_the_json_report() -> None:
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    assert lines == json.loads(written("json"))["findings"]


def test_no_finding_makes_no_line() -> None:
    assert written("jsonl", selection=Selection(frozenset())) == ""


# CSV.


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_line_of_csv_is_a_side() -> None:
    rows = table(written("csv", selection=CONFLICTS))
    assert tuple(rows[0]) == COLUMNS
    near = next(row for row in rows if row["literal"] == "about 20 km (12 miles)")
    assert (near["outlet"], near["value"], near["lower"]) == (
        "The Coast Post",
        "18.5–20.1 km (11.5–12.5 miles)",
        "18507.456000",
    )
    assert (near["path"], near["line"], near["column"]) == ("harbour/thecoastpost.md", "8", "16")
    assert len(rows) == sum(len(one.fact.claims) for one in everything().findings if one.verdict is Verdict.CONFLICT)


@HOSTILITY
@given(TEXTS)
def test_a_table_holds_its_rows_whatever_the_text(text: str) -> None:
    rows = table(written("csv", text))
    assert len(rows) == len(written("csv", text).splitlines()) - 1 == 5
    assert all(None not in row and set(row) == set(COLUMNS) for row in rows)


@pytest.mark.parametrize("text", ["=1+1", "+1-1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1+1", "\u200b=1", "＝1"])
def test_a_spreadsheet_runs_no_cell(text: str) -> None:
    assert cell(text)[0] == "'"


@pytest.mark.parametrize("text", ["-5.2", "+30,000", "-3%", "20 km", "a=b"])
def test_a_figure_stays_one(text: str) -> None:
    assert cell(text) == text


# Places.


def test_a_row_is_placed_where_it_begins_however_its_file_is_called() -> None:
    text = "One line.\nThe bridge is 20 km away."
    row = Document("a", "Wire", text, path="<stdin>", line=7, row=True)
    assert str(place_of(row, 12)) == "<stdin>:7:1"
    assert str(place_of(Document("a", "Wire", text, path="a.txt", line=7), 12)) == "a.txt:8:3"


# Files.


def test_standard_output_and_files_get_a_format_each(tmp_path: Path) -> None:
    from test_cli import FAR, NEAR, run  # noqa: PLC0415 - only this test runs the command

    for name, text in (("post.txt", NEAR), ("wire.txt", FAR)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = {form.name: tmp_path / f"out.{form.name}" for form in FORMATS}
    options = [f"--output={name}={path}" for name, path in files.items()]
    done = run("check", str(tmp_path / "post.txt"), str(tmp_path / "wire.txt"), "--output-format", "jsonl", *options)
    assert (done.returncode, done.stderr) == (1, "")
    assert [json.loads(line)["verdict"] for line in done.stdout.splitlines()] == ["conflict"]
    assert files["jsonl"].read_text(encoding="utf-8") == done.stdout
    assert all(path.stat().st_size for path in files.values())
