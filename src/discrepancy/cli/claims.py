"""`discrepancy claims`: everything that reports claim in figures and dates."""

from contextlib import closing
from enum import StrEnum
from typing import Annotated

import typer

from discrepancy.cli.messages import ending_with_reader
from discrepancy.cli.options import AllowEmpty, Paths
from discrepancy.cli.work import CacheFolder, Engine, EngineName, Jobs, NoCache, Scheduler, Work


class Format(StrEnum):
    """How the claims are written."""

    TABLE = "table"
    JSONL = "jsonl"


OutputFormat = Annotated[Format, typer.Option(help="A table, or JSON Lines: one object a claim.")]


def claims(  # noqa: PLR0913 - each is an option
    paths: Paths,
    *,
    output_format: OutputFormat = Format.TABLE,
    allow_empty: AllowEmpty = False,
    jobs: Jobs = None,
    engine: EngineName = Engine.PROCESSES,
    scheduler: Scheduler = None,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
) -> None:
    """List every claim, figures and dates alike."""
    from discrepancy.cli.examine import claims_in, conclude, console, write  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise

    intake, work = Intake(paths, allow_empty), Work(cache, not no_cache, jobs, engine=engine, scheduler=scheduler)
    found = 0
    if output_format is Format.JSONL:
        from discrepancy.report.claims import claim_line  # noqa: PLC0415 - likewise

        with ending_with_reader(), closing(claims_in(intake, work)) as claimed:
            for found, claim in enumerate(claimed, 1):  # noqa: B007 - the last number is the count
                write(claim_line(claim))
    else:
        from discrepancy.report.terminal.listings import print_claims  # noqa: PLC0415 - likewise

        listed = list(claims_in(intake, work))
        found = len(listed)
        if found:
            print_claims(listed, console())
    conclude(intake, found)
