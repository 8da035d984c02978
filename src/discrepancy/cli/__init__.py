"""The command line."""

import gc
import signal
import sys
from typing import Annotated

import typer

from discrepancy.cli import baseline, config, flags
from discrepancy.cli.audit import audit
from discrepancy.cli.cache import cache
from discrepancy.cli.check import check
from discrepancy.cli.claims import claims
from discrepancy.cli.configured import configure
from discrepancy.cli.explain import explain
from discrepancy.cli.facts import facts
from discrepancy.cli.flag import flag, unflag
from discrepancy.cli.help import FIRST, Command
from discrepancy.cli.messages import Status, tell
from discrepancy.cli.rules import rules
from discrepancy.cli.timeline import timeline

SELDOM = (100_000, 50, 50)
"""When garbage is collected: records make no cycles, and to look for them as often as Python does takes time."""

# Plain help and messages: as wide off a terminal as on one, and there in half the time.
app = typer.Typer(invoke_without_command=True, pretty_exceptions_enable=False, rich_markup_mode=None)
for command in (check, claims, facts, timeline, explain, flag, unflag, audit, rules):
    app.command(cls=Command)(command)
for name, group in (("flags", flags.group), ("baseline", baseline.group), ("config", config.group), ("cache", cache)):
    app.add_typer(group, name=name)


def main() -> None:
    """Run the command line."""
    if hasattr(signal, "SIGPIPE"):
        # So that `| head` ends the run as it ends other tools: in silence, and not with the status of a conflict.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    gc.set_threshold(*SELDOM)
    try:
        app()
    except Exception:  # noqa: BLE001 - an uncaught one would end with the status of a conflict
        import traceback  # noqa: PLC0415 - loaded when first needed

        traceback.print_exc()
        tell("discrepancy: a fault of this program, not of the reports; please report it with the lines above")
        sys.exit(Status.UNUSABLE)
    finally:
        gc.freeze()  # what is left goes with the process, without being gone through once more


def _tell_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - loaded when first needed

        typer.echo(f"discrepancy {version('discrepancy')}")
        raise typer.Exit


@app.callback()
def about(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - its callback acts
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Tell the version.")
    ] = False,
) -> None:
    """Find figures and dates on which several reports cannot all be right."""
    if context.invoked_subcommand is None:
        typer.echo(FIRST, err=True)
        raise typer.Exit(Status.UNUSABLE)
    configure(context)
