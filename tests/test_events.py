"""How the invented events stand: not worse than they did, and each fact of their gold where it says."""

import json

import pytest
from typer.testing import CliRunner

from discrepancy.cli import app
from events.score import DIFFERING, REPORTS, gold, score

PRECISION, RECALL = 0.70, 0.28
"""A little below what was reached: a change that costs more wants a reason."""


def test_findings_on_invented_events_are_as_right_and_as_many_as_they_were() -> None:
    printed = CliRunner().invoke(app, ["check", str(REPORTS), "--output-format", "json", "--exit-zero"])
    told = score(json.loads(printed.stdout)["findings"])
    assert told.precision >= PRECISION
    assert told.recall >= RECALL


@pytest.mark.parametrize("verdict", DIFFERING)
def test_every_discrepancy_of_the_gold_has_sides_of_two_values(verdict: str) -> None:
    told = [one for one in gold() if one.verdict == verdict]
    assert told
    assert not [one.fact for one in told if len({value for _, value in one.sides}) < 2]
