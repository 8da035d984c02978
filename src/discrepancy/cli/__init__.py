"""The command line."""

import gc
import signal
import sys
from typing import Annotated

import typer

from discrepancy.cli.commands import Commands
from discrepancy.cli.messages import Status, tell
from discrepancy.cli.streams import streams
from discrepancy.ready import collect_seldom

# Plain help and messages: as wide off a terminal as on one, and there in half the time.
app = typer.Typer(cls=Commands, invoke_without_command=True, pretty_exceptions_enable=False, rich_markup_mode=None)


def main() -> None:
    """Run the command line."""
    if hasattr(signal, "SIGPIPE"):
        # So that `| head` ends the run as it ends other tools: in silence, and not with the status of a conflict.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    collect_seldom()
    try:
        with streams():
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
        from discrepancy.cli.help import FIRST  # noqa: PLC0415 - shown for once

        typer.echo(FIRST, err=True)
        raise typer.Exit(Status.UNUSABLE)
    from discrepancy.cli.configured import configure  # noqa: PLC0415 - loaded when first needed

    configure(context)
