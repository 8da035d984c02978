"""`discrepancy facts`: the facts on which several outlets speak."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from discrepancy.cli.completion import keep_shown
from discrepancy.cli.options import AllowEmpty, BaselineFile, FlagsFile, Paths
from discrepancy.cli.work import CacheFolder, Jobs, NoCache, Work

if TYPE_CHECKING:
    from discrepancy.model import Report


class Format(StrEnum):
    """How the facts are written."""

    TERMINAL = "terminal"
    CSV = "csv"


Matrix = Annotated[bool, typer.Option("--matrix", help="A row a fact, a column an outlet, disagreements marked.")]
OutputFormat = Annotated[Format, typer.Option(help="For people, or the matrix as a table for spreadsheets.")]


def facts(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    paths: Paths,
    *,
    matrix: Matrix = False,
    output_format: OutputFormat = Format.TERMINAL,
    allow_empty: AllowEmpty = False,
    flags: FlagsFile = None,
    baseline: BaselineFile = None,
    jobs: Jobs = None,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
) -> None:
    """List what several outlets speak of.

    The facts on which they agree are among them.
    """
    from discrepancy.cli.examine import conclude, report_of  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise
    from discrepancy.cli.known import seen_in  # noqa: PLC0415 - likewise

    seen = seen_in(flags, baseline, context)
    intake = Intake(paths, allow_empty)
    work = Work(cache, not no_cache, jobs)
    report = report_of(intake, seen, work)
    keep_shown(report, work)
    if intake.read or allow_empty:
        _put(report, output_format, as_matrix=matrix)
    conclude(intake, report.coverage.claims)


def _put(report: "Report", output_format: Format, *, as_matrix: bool) -> None:
    from discrepancy.cli.examine import console, write  # noqa: PLC0415 - loaded when first needed
    from discrepancy.report.formats.spreadsheet import matrix_table  # noqa: PLC0415 - likewise
    from discrepancy.report.terminal.listings import print_facts  # noqa: PLC0415 - likewise
    from discrepancy.report.terminal.matrix import print_matrix  # noqa: PLC0415 - likewise

    if output_format is Format.CSV:
        write(matrix_table(report))
    else:
        (print_matrix if as_matrix else print_facts)(report, console())
