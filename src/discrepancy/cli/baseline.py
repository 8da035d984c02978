"""`discrepancy baseline`: keep what is known when the program is adopted, so that only what is new fails."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from discrepancy.baseline import BASELINE_FILE, Baseline, BaselineError, write_baseline
from discrepancy.cli.help import Command
from discrepancy.cli.known import baseline_in, flagged_in
from discrepancy.cli.meant import reports, worth_flagging
from discrepancy.cli.messages import Status, fail, tell
from discrepancy.cli.options import BaselineFile, FlagsFile, Where
from discrepancy.model import Known, Seen
from discrepancy.storage import from_home

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Keep what is known, so that only news fails.")

Reports = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", help="The reports; by default those that made the baseline."),
]


@group.command(cls=Command)
def create(
    context: typer.Context, paths: Where = None, *, flags: FlagsFile = None, baseline: BaselineFile = None
) -> None:
    """Write what is there into a new baseline.

    These are all conflicts and updates that are not flagged.
    """
    file = baseline or Path(BASELINE_FILE)
    if file.exists():
        fail(f"{file}: there is a baseline already; renew it by `discrepancy baseline update`")
    made = _snapshot(reports(paths, context), flagged_in(flags, context))
    _write(file, made)
    tell(f"{file}: {len(made.findings)} known")


@group.command(cls=Command)
def update(
    context: typer.Context, paths: Reports = None, *, flags: FlagsFile = None, baseline: BaselineFile = None
) -> None:
    """Write the baseline anew.

    What is found now comes in; what is gone or flagged goes out.
    """
    old, made, file = _both(context, paths, flags, baseline)
    _write(file, made)
    for sign, known in _differences(old, made):
        tell(f"{sign} {_named(known)}")


@group.command(cls=Command)
def diff(
    context: typer.Context, paths: Reports = None, *, flags: FlagsFile = None, baseline: BaselineFile = None
) -> None:
    """Show what `update` would add and take out.

    Ends with 1 where that is anything.
    """
    old, made, _ = _both(context, paths, flags, baseline)
    differing = _differences(old, made)
    for sign, known in differing:
        typer.echo(f"{sign} {_named(known)}")
    raise typer.Exit(Status.CONFLICT if differing else Status.FINE)


def _both(
    context: typer.Context, paths: list[str] | None, flags: Path | None, baseline: Path | None
) -> tuple[Baseline, Baseline, Path]:
    """The baseline that is there, the one that would be made now, and its file."""
    file = baseline or Path(BASELINE_FILE)
    old = baseline_in(file)
    if old is None:
        fail(f"{file}: there is no baseline; make one by `discrepancy baseline create`")
    where = [*(paths or old.paths or reports(None, context))]
    return old, _snapshot(where, replace(flagged_in(flags, context), baseline=old.findings)), file


def _snapshot(where: list[str], seen: Seen) -> Baseline:
    """What is found below *where* and is not flagged, under the ids by which it was *seen*."""
    from discrepancy.cli.examine import conclude, report_of  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise
    from discrepancy.compare import VERSION, known_as  # noqa: PLC0415 - likewise
    from discrepancy.model import State  # noqa: PLC0415 - likewise

    intake = Intake(where)
    report = report_of(intake, seen)
    conclude(intake, report.coverage.claims)
    found = worth_flagging(report.findings)
    rows = tuple(known_as(found[name]) for name in sorted(found) if found[name].state is not State.FLAGGED)
    return Baseline(rows, tuple(where), VERSION)


def _differences(old: Baseline, made: Baseline) -> list[tuple[str, Known]]:
    before, after = ({known.finding: known for known in one.findings} for one in (old, made))
    gone = [("-", known) for name, known in before.items() if name not in after]
    come = [("+", known) for name, known in after.items() if name not in before]
    return sorted([*gone, *come], key=lambda row: row[1].finding)


def _named(known: Known) -> str:
    return f"{known.finding}  {known.verdict}  {known.fact}"


def _write(file: Path, baseline: Baseline) -> None:
    paths = tuple(from_home(one, file.parent) for one in baseline.paths)
    try:
        write_baseline(file, replace(baseline, paths=paths))
    except BaselineError as error:
        fail(error)
