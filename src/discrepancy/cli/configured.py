"""Settings from the configuration, as defaults of the options of the same names."""

from os.path import relpath
from pathlib import Path
from typing import Any

import typer

from discrepancy.cli.messages import fail
from discrepancy.configuration import Configuration, ConfigurationError, must_be_known, nearest

_LEADING = "check"
"""The command whose options can be configured; the others take part in those that all share."""

_SHARED = frozenset({"paths", "flags", "baseline", "allow-empty", "min-confidence"})
_PLACES = frozenset({"paths", "flags", "baseline"})


def configure(context: typer.Context) -> None:
    """Take the nearest configuration for the defaults of the command that is run; end the run where that cannot be."""
    found = configuration(context)
    if found is None:
        return
    own = values_in(found, context)
    shared = {name: value for name, value in own.items() if name.replace("_", "-") in _SHARED}
    name = context.invoked_subcommand or ""
    within = getattr(command_named(name, context), "commands", {})
    context.default_map = {name: own if name == _LEADING else shared | dict.fromkeys(within, shared)}


def configuration(context: typer.Context) -> Configuration | None:
    """The nearest configuration, if any; ends the run where it cannot be used, or sets what is not known."""
    try:
        found = nearest(Path.cwd())
        if found is not None and not found.values.keys() <= (keys := parameters(context).keys()):
            from discrepancy.adapters.likeness import most_like  # noqa: PLC0415 - loaded when first needed

            must_be_known(found, keys, most_like)
    except ConfigurationError as error:
        fail(error)
    return found


def parameters(context: typer.Context) -> dict[str, Any]:
    """What can be configured: the options and arguments of `check`, by the names they have there."""
    return {param.opts[0].lstrip("-"): param for param in command_named(_LEADING, context).params}


def command_named(name: str, context: typer.Context) -> Any:  # noqa: ANN401 - the library keeps the type to itself
    """The command of that *name*, of all that there are."""
    root: Any = context.find_root()
    return root.command.get_command(root, name)


def values_in(found: Configuration, context: typer.Context) -> dict[str, Any]:
    """The values in *found* by the names of their parameters; ends the run where one does not fit."""
    params = parameters(context)
    values = {}
    for key, given in found.values.items():
        param = params[key]
        several = getattr(param, "multiple", False) or param.nargs != 1
        value = _placed(key, [given] if several and not isinstance(given, list) else given, found.path.parent)
        try:
            param.process_value(context, value)
        except (typer.BadParameter, TypeError, ValueError) as error:
            fail(f"{found.place(key)}: {key}: {getattr(error, 'message', error)}")
        values[param.name] = value
    return values


def _placed(key: str, value: Any, home: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    """*value*, with places counted from the folder of the configuration, as they are seen from here."""
    if key not in _PLACES:
        return value
    if isinstance(value, list):
        return [_placed(key, one, home) for one in value]
    return relpath(home / value) if isinstance(value, str) and value != "-" else value
