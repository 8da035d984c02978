"""`discrepancy check`: what the reports of several outlets cannot all have right."""

from enum import StrEnum
from typing import Annotated

import typer

from discrepancy.cli.layouts import Groups, Limit, SortBy, Verbose, where
from discrepancy.cli.messages import Status
from discrepancy.cli.options import AllowEmpty, FlagsFile, Paths
from discrepancy.cli.outputs import OmitFlagged, Output, OutputFormat, deliver, outputs_of
from discrepancy.cli.work import CacheFolder, Jobs, NoCache, Stats, Work
from discrepancy.report.formats import Selection
from discrepancy.report.layout import GroupBy, Layout, Sort


class Shown(StrEnum):
    """Which findings are shown."""

    CONFLICT = "conflict"
    UPDATE = "update"
    COMPATIBLE = "compatible"
    AGREE = "agree"
    ALL = "all"


Show = Annotated[
    list[Shown],
    typer.Option(
        metavar="VERDICT",
        help="Show the findings of a verdict: conflict, update, compatible, agree or all; may be given several times.",
    ),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="End with 0 though conflicts are shown.")]


def check(  # noqa: PLR0913 - each is an option
    paths: Paths,
    *,
    output_format: OutputFormat = "terminal",
    output: Output = None,
    show: Show = [Shown.CONFLICT, Shown.UPDATE],  # noqa: B006 - read by typer, never changed
    exit_zero: ExitZero = False,
    allow_empty: AllowEmpty = False,
    flags: FlagsFile = None,
    sarif_omit_flagged: OmitFlagged = False,
    sort: SortBy = Sort.VERDICT,
    group_by: Groups = GroupBy.STORY,
    limit: Limit = None,
    verbose: Verbose = False,
    jobs: Jobs = None,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
    stats: Stats = False,
) -> None:
    """Show where reports cannot all be right.

    Ends with 0 where no new, unflagged conflict is shown, with 1 where one is, and with 2 where the input will not do:
    a path is missing, no report in a folder can be read, sources.toml or the flags cannot be used, nothing is read, no
    claim is found. A file that cannot be read beside others that can is told, counted and passed over.
    """
    from discrepancy.cli.examine import conclude, flagged_in, report_of  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise
    from discrepancy.model import State, Verdict  # noqa: PLC0415 - likewise

    layout = Layout(sort, group_by, limit, verbose, where(paths))
    outputs = outputs_of(output_format, output)
    known = flagged_in(flags)
    intake = Intake(paths, allow_empty)
    report = report_of(intake, known, Work(cache, not no_cache, jobs, stats))
    verdicts = frozenset(Verdict if Shown.ALL in show else (Verdict(one.value) for one in show))
    if intake.read or allow_empty:
        deliver(outputs, report, Selection(verdicts, sarif_omit_flagged, layout))
    conclude(intake, report.coverage.claims)
    failing = [
        finding
        for finding in report.findings
        if finding.verdict is Verdict.CONFLICT and finding.state in {State.NEW, State.CHANGED}
    ]
    raise typer.Exit(Status.CONFLICT if failing and Verdict.CONFLICT in verdicts and not exit_zero else Status.FINE)
