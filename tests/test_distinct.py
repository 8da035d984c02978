"""Events told in the same few words are two findings, and a flag is on one of them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from discrepancy.cli import app

TOLD = {"bridge": "when the bridge fell", "mine": "in the mine"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two events, each told by two outlets in words that differ in nothing that is measured or named."""
    for event, words in TOLD.items():
        (tmp_path / event).mkdir()
        for outlet, count in (("post", "Nine"), ("wire", "Eleven")):
            (tmp_path / event / f"{outlet}.txt").write_text(f"{count} workers died {words}.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def states(*paths: str) -> dict[str, str]:
    printed = CliRunner().invoke(app, ["check", *paths, "--output-format", "json", "--exit-zero"])
    return {one["id"]: one["state"] for one in json.loads(printed.stdout)["findings"]}


def flag(name: str, *paths: str) -> None:
    assert CliRunner().invoke(app, ["flag", name, *paths, "--reason", "seen"]).exit_code == 0


@pytest.mark.usefixtures("desk")
def test_each_has_an_id_of_its_own() -> None:
    assert len(states(".")) == 2


@pytest.mark.usefixtures("desk")
def test_a_flag_on_one_leaves_the_other() -> None:
    (name,) = states("bridge")
    flag(name, "bridge")
    assert list(states("bridge").values()) == ["flagged"]
    assert list(states("mine").values()) == ["changed"]
    assert sorted(states(".").values()) == ["flagged", "new"]


@pytest.mark.usefixtures("desk")
def test_both_can_be_flagged_and_keep_their_ids_alone_and_together() -> None:
    for event in TOLD:
        (name,) = states(event)
        flag(name, event)
    assert set(states(".").values()) == {"flagged"}
    assert states(".") == {**states("bridge"), **states("mine")}
