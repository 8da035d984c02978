"""Reading, checking and printing, as several commands need it; what is heavy is loaded when first needed."""

import sys
from collections.abc import Generator, Iterable
from dataclasses import replace
from functools import cache
from io import TextIOWrapper
from itertools import islice
from os import environ
from typing import TYPE_CHECKING

from discrepancy.cli.asked import asked
from discrepancy.cli.intake import Intake
from discrepancy.cli.messages import fail, tell
from discrepancy.cli.progress import progress
from discrepancy.cli.stats import tell_stats
from discrepancy.cli.work import Work, working
from discrepancy.model import LEFT_OUT, Claim, Report, Seen
from discrepancy.report.formats import Format, Selection

if TYPE_CHECKING:
    from rich.console import Console

    from discrepancy.reading import Reading

AT_ONCE = 200
"""Documents whose claims are read together; more would only keep the first ones waiting."""

DEFAULT = Work()


@cache
def reading() -> "Reading":
    """The tables compiled, and the libraries at hand."""
    from discrepancy.adapters import TOOLBOX  # noqa: PLC0415 - loaded when first needed
    from discrepancy.reading import prepare  # noqa: PLC0415 - likewise
    from discrepancy.tables import shipped  # noqa: PLC0415 - likewise

    return prepare(shipped(), TOOLBOX)


def claims_in(intake: Intake, work: Work = DEFAULT) -> Generator[Claim]:
    """The claims of the documents of *intake*, document by document."""
    from discrepancy.stages import framed_in, told_in  # noqa: PLC0415 - loaded when first needed

    documents = intake.documents()
    with working(work) as workshop:
        while some := list(islice(documents, AT_ONCE)):
            told = told_in(some, reading, workshop.engine)
            claims = [claim for document in some if document.id in told for claim in told[document.id].claims]
            framed = framed_in(claims, reading, workshop.engine)
            yield from (framed[claim.id] for claim in claims if claim.id in framed)


def report_of(intake: Intake, seen: Seen, work: Work = DEFAULT, *, claims: bool = True) -> Report:
    """Everything that the documents of *intake* say of the same facts, judged, and compared with what was *seen*.

    *claims* that are in no finding are part of it or not.
    """
    from importlib.metadata import version  # noqa: PLC0415 - loaded when first needed

    from discrepancy import pipeline  # noqa: PLC0415 - likewise

    with working(work) as workshop:
        with workshop.engine.timing("read"):
            documents = list(intake.documents(workshop.contents))
        with workshop.engine.timing("check", len(documents)), progress() as workshop.workers.advance:
            asked_of = asked(seen, intake)
            report = pipeline.check(documents, intake.unreadable, reading, asked_of, workshop.engine, claims=claims)
        if work.stats:
            tell_stats(workshop, report.coverage)
    if left_out := dict(report.coverage.by_rule).get(LEFT_OUT):
        tell(f"discrepancy: {left_out:,} pairs were not compared, of measures that one story gives too often")
    for lost in report.unreadable[len(intake.unreadable) :]:
        tell(lost)
    return replace(report, version=version("discrepancy"))


def put(report: Report, selection: Selection, form: Format) -> None:
    """Print *report* in the format *form*; for the terminal, as wide and as coloured as it can show."""
    if form.name == "terminal":
        from discrepancy.report.terminal.findings import print_report  # noqa: PLC0415 - loaded when first needed

        print_report(report, console(), selection.show, selection.layout)
    else:
        write_all(form.parts(report, selection))


def console() -> "Console":
    """Standard output, to print reports on."""
    from discrepancy.report.console import console_for  # noqa: PLC0415 - loaded when first needed

    return console_for(sys.stdout, environ)


def write(text: str) -> None:
    """Put *text*, for machines, on standard output, which for them is UTF-8 everywhere."""
    write_all((text,))


def write_all(parts: Iterable[str]) -> None:
    """Put *parts* of one text on standard output, as above."""
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.encoding.lower() != "utf-8":
        sys.stdout.reconfigure(encoding="utf-8")
    last = ""
    for part in parts:
        sys.stdout.write(part)
        last = part or last
    if last and not last.endswith("\n"):
        sys.stdout.write("\n")


def conclude(intake: Intake, claims: int) -> None:
    """End the run as unusable where *intake* will not do, telling why."""
    if problems := intake.problems(claims):
        fail("; ".join(problems))
