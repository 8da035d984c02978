"""`discrepancy check`: what the reports of several outlets cannot all have right."""

from enum import StrEnum
from typing import Annotated

import typer

from discrepancy.cli.completion import keep_shown
from discrepancy.cli.layouts import Groups, Limit, SortBy, Verbose, where
from discrepancy.cli.messages import Status
from discrepancy.cli.options import AllowEmpty, BaselineFile, FlagsFile, MinConfidence, Paths
from discrepancy.cli.outputs import OmitFlagged, Output, OutputFormat, deliver, outputs_of
from discrepancy.cli.work import CacheFolder, Engine, EngineName, Jobs, NoCache, Scheduler, Stats, Work
from discrepancy.compare import USUALLY, FailOn, fails, news, surer
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
HideSeen = Annotated[bool, typer.Option("--hide-seen", help="Leave out what is flagged or known, and count it.")]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="End with 0 though conflicts are shown.")]


def _words(given: list[str]) -> list[str]:
    """The words of *given*, which may have commas between them."""
    words = [word.strip() for one in given for word in one.split(",") if word.strip()]
    if unknown := next((word for word in words if word not in list(FailOn)), None):
        raise typer.BadParameter(f"{unknown} is not known; known are {', '.join(FailOn)}")
    return words


Policy = Annotated[
    list[str],
    typer.Option(
        "--fail-on",
        callback=_words,
        metavar="WHAT",
        help=f"End with 1 on these, with commas between: {', '.join(FailOn)}.",
    ),
]


def check(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    paths: Paths,
    *,
    output_format: OutputFormat = "terminal",
    output: Output = None,
    show: Show = [Shown.CONFLICT, Shown.UPDATE],  # noqa: B006 - read by typer, never changed
    hide_seen: HideSeen = False,
    fail_on: Policy = [*USUALLY],  # noqa: B006 - as above
    exit_zero: ExitZero = False,
    min_confidence: MinConfidence = 0.0,
    allow_empty: AllowEmpty = False,
    flags: FlagsFile = None,
    baseline: BaselineFile = None,
    sarif_omit_flagged: OmitFlagged = False,
    sort: SortBy = Sort.VERDICT,
    group_by: Groups = GroupBy.STORY,
    limit: Limit = None,
    verbose: Verbose = False,
    jobs: Jobs = None,
    engine: EngineName = Engine.PROCESSES,
    scheduler: Scheduler = None,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
    stats: Stats = False,
) -> None:
    """Show where reports cannot all be right.

    Ends with 0 where no new, unflagged conflict is shown, with 1 where one is, or what else --fail-on names, and with 2
    where the input will not do: a path is missing, no report in a folder can be read, sources.toml, the flags, the
    baseline or the configuration cannot be used, nothing is read, no claim is found. A file that cannot be read beside
    others that can is told, counted and passed over.
    """
    from discrepancy.cli.examine import conclude, report_of  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise
    from discrepancy.cli.known import seen_in  # noqa: PLC0415 - likewise
    from discrepancy.model import Verdict  # noqa: PLC0415 - likewise

    layout = Layout(sort, group_by, limit, verbose, where(paths))
    outputs = outputs_of(output_format, output)
    seen = seen_in(flags, baseline, context)
    intake = Intake(paths, allow_empty)
    work = Work(cache, not no_cache, jobs, stats, engine, scheduler)
    report = surer(report_of(intake, seen, work, claims=outputs.claims), min_confidence)
    keep_shown(report, work)
    report = news(report) if hide_seen else report
    verdicts = frozenset(Verdict if Shown.ALL in show else (Verdict(one.value) for one in show))
    if intake.read or allow_empty:
        deliver(outputs, report, Selection(verdicts, sarif_omit_flagged, layout))
    conclude(intake, report.coverage.claims)
    shown = [finding for finding in report.findings if finding.verdict in verdicts]
    failing = not exit_zero and fails(shown, report.notices, frozenset(map(FailOn, fail_on)))
    raise typer.Exit(Status.CONFLICT if failing else Status.FINE)
