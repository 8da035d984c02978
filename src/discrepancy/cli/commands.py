"""The commands by name, each loaded when it is asked for: help names them all, and a run needs one."""

from pkgutil import resolve_name
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_group

from discrepancy.cli.help import Command


class Row(NamedTuple):
    """Where a command lies, and what it does, as its own help begins."""

    home: str
    summary: str


COMMANDS = {
    "check": Row("check:check", "Show where reports cannot all be right."),
    "claims": Row("claims:claims", "List every claim, figures and dates alike."),
    "facts": Row("facts:facts", "List what several outlets speak of."),
    "timeline": Row("timeline:timeline", "Set out what happened when."),
    "explain": Row("explain:explain", "Explain a finding, number by number."),
    "flag": Row("flag:flag", "Flag findings as seen."),
    "unflag": Row("flag:unflag", "Take flags back: what they silenced fails `check` again."),
    "audit": Row("audit:audit", "Go through what is not flagged, and judge it."),
    "rules": Row("rules:rules", "Explain the rules, each with an example."),
    "flags": Row("flags:group", "Look through the flags, and prune them."),
    "baseline": Row("baseline:group", "Keep what is known, so that only news fails."),
    "config": Row("config:group", "Show the settings."),
    "cache": Row("cache:group", "See or drop what is kept of earlier runs."),
}


class _Named(TyperCommand):
    """A command of which nothing but the name is loaded."""


class Commands(TyperGroup):
    """A group of the commands above; those not asked for yet are names only."""

    def __init__(self, **told: Any) -> None:  # noqa: ANN401 - the library keeps these types to itself
        super().__init__(**told)
        self.commands = {name: _Named(name) for name in COMMANDS}

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - likewise
        """The command of that name, if there is one."""
        if isinstance(self.commands.get(cmd_name), _Named):
            self.commands[cmd_name] = _command(cmd_name)
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - likewise
        """Write what each command does."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, row.summary) for name, row in COMMANDS.items()])


def _command(name: str) -> Any:  # noqa: ANN401 - likewise
    found = resolve_name(f"discrepancy.cli.{COMMANDS[name].home}")
    if isinstance(found, typer.Typer):
        command: Any = get_group(found)
    else:
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(name, cls=Command)(found)
        command = get_command(alone)
    command.name = name
    return command
