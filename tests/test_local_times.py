"""No time of a place is told as one of Greenwich, in whatever way it is shown."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from discrepancy.cli import app

FELL = (
    "The harbour bridge in Port Grey collapsed {}, the ministry said.",
    "Officials confirmed that the harbour bridge in Port Grey collapsed {}.",
    "{}, as divers were at work below it, the harbour bridge in Port Grey collapsed.",
)
CLOCKS = ("at 10:00 on 3 May 2031", "early on 5 May 2031", "at 14:40 on 6 May 2031")
FORMATS = ("terminal", "html", "csv", "markdown", "sarif", "github", "github-summary", "gitlab", "junit", "rdjsonl")


def reports(times: Sequence[str], folder: Path) -> str:
    path = folder / "reports.jsonl"
    rows = [
        {"outlet": f"Outlet {number}", "published": "2031-05-07", "story": "one", "text": said.format(time)}
        for number, (said, time) in enumerate(zip(FELL, times, strict=False))
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return str(path)


def said(*command: str) -> str:
    """What *command* prints, wherever its lines are broken."""
    return " ".join(CliRunner(env={"COLUMNS": "200"}).invoke(app, list(command)).stdout.split())


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_takes_a_clock_of_a_place_for_one_of_greenwich(form: str, tmp_path: Path) -> None:
    shown = said("check", reports(CLOCKS, tmp_path), "--output-format", form, "--show", "all")
    assert "14:40" in shown
    assert "UTC" not in shown


def test_no_command_takes_a_clock_of_a_place_for_one_of_greenwich(tmp_path: Path) -> None:
    path = reports(CLOCKS, tmp_path)
    (finding,) = json.loads(said("check", path, "--output-format", "json", "--show", "all"))["findings"]
    told = [said("explain", finding["id"], path), said("facts", path), said("timeline", path), said("claims", path)]
    assert [words for words in told if "UTC" in words or "local" not in words] == []


def test_a_moment_that_agrees_with_a_clock_of_a_place_lends_it_no_zone(tmp_path: Path) -> None:
    path = reports((CLOCKS[0], "at 10:10 GMT on 3 May 2031"), tmp_path)
    (finding,) = json.loads(said("check", path, "--output-format", "json", "--show", "all"))["findings"]
    shown, listed = said("check", path, "--show", "all"), said("timeline", path)
    assert finding["rule"] == "C301"
    assert "3 May 2031, 09:40–10:20 local time; 3 May 2031, 10:07–10:13 UTC" in shown
    assert listed.index("09:40–10:20 local") < listed.index("10:07–10:13 UTC")
