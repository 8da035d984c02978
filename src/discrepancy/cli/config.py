"""`discrepancy config`: which settings hold, and where each comes from."""

from enum import Enum
from typing import Any

import typer

from discrepancy.baseline import BASELINE_FILE
from discrepancy.cli.configured import configuration, parameters, values_in
from discrepancy.cli.help import Command
from discrepancy.flags import FLAGS_FILE

_USUAL = {"paths": [], "output": [], "flags": FLAGS_FILE, "baseline": BASELINE_FILE}

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Show the settings.")


@group.command(cls=Command)
def show(context: typer.Context) -> None:
    """Show every setting, and the file and line that it comes from."""
    found = configuration(context)
    configured = values_in(found, context) if found else {}
    rows = []
    for key, param in parameters(context).items():
        here = found is not None and param.name in configured
        value = configured[param.name] if here else _USUAL.get(key, param.default)
        rows.append((f"{key} = {_written(value)}", found.place(key) if found and here else "default"))
    width = max(len(setting) for setting, _ in rows)
    for setting, place in rows:
        typer.echo(f"{setting:<{width}}  # {place}")


def _written(value: Any) -> str:  # noqa: ANN401 - whatever an option holds
    """*value* as TOML has it; what is not set is empty."""
    if value is None:
        return '""'
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    return f'"{value.value if isinstance(value, Enum) else value}"'
