"""`discrepancy flags`: look through the flags, and take out those that have had their time."""

from pathlib import Path
from typing import Annotated

import typer

from discrepancy.cli.help import Command
from discrepancy.cli.known import flagged_in, flags_in, save, today
from discrepancy.cli.meant import reports
from discrepancy.cli.messages import fail, tell
from discrepancy.cli.options import FlagsFile, Where
from discrepancy.flags import FLAGS_FILE, FlagsError, load_flags, merge_flags

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look through the flags, and prune them.")

DryRun = Annotated[bool, typer.Option("--dry-run", help="Only tell which flags would be taken out.")]
Expired = Annotated[bool, typer.Option("--expired", help="Take out expired flags too.")]


@group.command("list", cls=Command)
def list_flags(context: typer.Context, *, flags: FlagsFile = None) -> None:
    """List every flag: where it stands, what it says."""
    from discrepancy.cli.examine import console  # noqa: PLC0415 - loaded when first needed
    from discrepancy.report.terminal.flags import print_flags  # noqa: PLC0415 - likewise

    found = flags_in(flags, context)
    if found:
        print_flags(found, today(), console())
    else:
        tell(f"no flags in {flags or FLAGS_FILE}")


@group.command(cls=Command)
def prune(
    context: typer.Context,
    paths: Where = None,
    *,
    expired: Expired = False,
    dry_run: DryRun = False,
    flags: FlagsFile = None,
) -> None:
    """Take out stale flags, whose finding is gone.

    The reports are checked again; where one cannot be read, nothing is taken out. Flags on other reports stay.
    """
    from discrepancy.cli.examine import conclude, report_of  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise
    from discrepancy.model import NoticeKind  # noqa: PLC0415 - likewise

    intake = Intake(reports(paths, context))
    report = report_of(intake, flagged_in(flags, context))
    conclude(intake, report.coverage.claims)
    if report.unreadable:
        fail("some reports cannot be read, and flags on them would be lost; mend the reports, or name others")
    kinds = {NoticeKind.STALE, NoticeKind.EXPIRED} if expired else {NoticeKind.STALE}
    old = [notice for notice in report.notices if notice.kind in kinds]
    if not dry_run:
        save(flags, dropped=[notice.finding for notice in old])
    for notice in old:
        tell(f"{'would take' if dry_run else 'took'} out {notice.finding} ({notice.kind}): {notice.fact}")
    if report.elsewhere:
        tell(f"flags on reports that were not read: {report.elsewhere:,}")


@group.command(cls=Command)
def merge(
    ours: Annotated[Path, typer.Argument(metavar="[FILE]", help="The file in which git has marked conflicts.")] = Path(
        FLAGS_FILE
    ),
    theirs: Annotated[Path | None, typer.Argument(metavar="[THEIRS]", help="Else the other branch's file.")] = None,
) -> None:
    """Join two branches' flags, where git could not.

    Of two on one finding, the later counts.
    """
    if missing := next((path for path in (ours, theirs) if path and not path.exists()), None):
        fail(f"{missing}: no such file; check the path")
    from discrepancy.report.summary import counted  # noqa: PLC0415 - loaded when first needed

    try:
        merge_flags(ours, theirs)
        tell(f"{ours}: {counted(len(load_flags(ours)), 'flag')}")
    except FlagsError as error:
        fail(error)
