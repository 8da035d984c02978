"""The table of commands says what the commands say of themselves, and only one is loaded."""

from subprocess import run
from sys import executable

import pytest
from typer.testing import CliRunner

from discrepancy.cli import app
from discrepancy.cli.commands import COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_tells_what_the_help_of_a_command_begins_with(name: str) -> None:
    told = CliRunner().invoke(app, [name, "--help"]).stdout
    assert COMMANDS[name].summary in " ".join(told.split())


def test_only_the_command_that_is_run_is_loaded() -> None:
    code = "import sys\nfrom discrepancy.cli import app\ntry: app(['rules', '--help'])\nfinally: print(*sys.modules)"
    told = run([executable, "-c", code], capture_output=True, encoding="utf-8", check=True)  # noqa: S603 - our own code
    loaded = set(told.stdout.splitlines()[-1].split())
    assert {name for name in COMMANDS if f"discrepancy.cli.{name}" in loaded} == {"rules"}


def test_a_slip_in_a_name_is_met_with_the_nearest_names() -> None:
    told = CliRunner().invoke(app, ["clams"])
    assert told.exit_code == 2
    assert "'claims'" in told.stderr
