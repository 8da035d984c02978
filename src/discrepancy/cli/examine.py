"""Reading, checking and printing, as several commands need it; what is heavy is loaded when first needed."""

import sys
from collections.abc import Generator, Iterable, Sequence
from dataclasses import replace
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
from discrepancy.model import LEFT_OUT, Claim, Report, Seen, Story
from discrepancy.ready import reading
from discrepancy.report.formats import Format, Selection

if TYPE_CHECKING:
    from rich.console import Console

    from discrepancy.stage import Engine

AT_ONCE = 200
"""Documents whose claims are read together; more would only keep the first ones waiting."""

DEFAULT = Work()


def claims_in(intake: Intake, work: Work = DEFAULT) -> Generator[Claim]:
    """The claims of the documents of *intake*, document by document."""
    from discrepancy.pipeline import stories_in  # noqa: PLC0415 - loaded when first needed

    documents = list(intake.documents())
    with working(work) as workshop:
        stories = stories_in(documents, reading, workshop.engine)
        story_of = {document.id: story for story in stories.values() for document in story.documents}
        ready: dict[str, list[Claim]] = {}
        for number, document in enumerate(documents):
            if document.id not in ready:
                ahead = islice(documents, number, number + AT_ONCE)
                due = {story_of[one.id].name: story_of[one.id] for one in ahead if one.id not in ready}
                ready |= _claims_of(list(due.values()), workshop.engine)
            yield from ready.pop(document.id)


def _claims_of(stories: "Sequence[Story]", engine: "Engine") -> dict[str, list[Claim]]:
    """The claims, with frames, of each document of *stories*, by its id."""
    from discrepancy.stages import framed_in, in_doubt, stamped_wrong, told_in  # noqa: PLC0415 - loaded when first needed

    documents = [document for story in stories for document in story.documents]
    told = told_in(documents, reading, engine)
    claims = {one.id: told[one.id].claims if one.id in told else () for one in documents}
    framed = framed_in((claim for said in claims.values() for claim in said), reading, engine)
    found = {name: [framed[one.id] for one in said if one.id in framed] for name, said in claims.items()}
    for story in stories:
        wrong = stamped_wrong((claim for one in story.documents for claim in found[one.id]), reading)
        found |= {name: [in_doubt(claim, wrong) for claim in found[name]] for name in wrong}
    return found


def report_of(intake: Intake, seen: Seen, work: Work = DEFAULT, *, claims: bool = True) -> Report:
    """Everything that the documents of *intake* say of the same facts, judged, and compared with what was *seen*.

    *claims* that are in no finding are part of it or not.
    """
    from importlib.metadata import version  # noqa: PLC0415 - loaded when first needed

    from discrepancy import pipeline  # noqa: PLC0415 - likewise

    with working(work) as workshop:
        with workshop.engine.timing("read"):
            documents = list(intake.documents(workshop.contents))
        timed = workshop.engine.timing("check", len(documents))
        with timed, progress() as advance, workshop.workers.telling(advance):
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
