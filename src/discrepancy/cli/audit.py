"""`discrepancy audit`: go through unflagged findings one by one, and tell how often findings were right so far."""

import sys
from collections import defaultdict
from typing import Annotated

import typer

from discrepancy.cli.known import flags_in, seen_in, someone
from discrepancy.cli.meant import reports, worth_flagging
from discrepancy.cli.messages import fail, tell
from discrepancy.cli.options import BaselineFile, FlagsFile, MinConfidence, Where
from discrepancy.cli.work import CacheFolder, Jobs, NoCache, Work
from discrepancy.compare import surer
from discrepancy.model import Flag, FlagVerdict

_WRONG = frozenset({FlagVerdict.FALSE_MATCH, FlagVerdict.EXTRACTION_ERROR})
"""The verdicts by which there was no finding."""

Stats = Annotated[bool, typer.Option("--stats", help="Tell of each rule how many of its findings were right.")]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Who looks, else the name that git knows.")]


def audit(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    paths: Where = None,
    *,
    stats: Stats = False,
    by: By = None,
    min_confidence: MinConfidence = 0.0,
    flags: FlagsFile = None,
    baseline: BaselineFile = None,
    jobs: Jobs = None,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
) -> None:
    """Go through what is not flagged, and judge it.

    The new findings come first, and each is judged with a key and a reason. Every answer is saved at once. It needs a
    terminal.
    """
    if stats:
        _tell_precision(flags_in(flags, context))
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        fail("an audit needs a terminal; flag findings by `discrepancy flag` instead")
    from discrepancy.cli.examine import conclude, console, report_of  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise
    from discrepancy.cli.session import Session  # noqa: PLC0415 - likewise
    from discrepancy.model import State  # noqa: PLC0415 - likewise
    from discrepancy.report.summary import counted  # noqa: PLC0415 - likewise

    intake = Intake(reports(paths, context))
    seen = seen_in(flags, baseline, context)
    report = surer(report_of(intake, seen, Work(cache, not no_cache, jobs)), min_confidence)
    conclude(intake, report.coverage.claims)
    found = [one for one in worth_flagging(report.findings).values() if one.state is not State.FLAGGED]
    found.sort(key=lambda one: one.state is State.KNOWN)
    there = {flag.finding: flag for flag in seen.flags}
    session = Session(tuple(found), there, flags, someone() if by is None else by.strip())
    session.run(console())
    judged = len({at for at, _ in session.answers})
    tell(
        f"{judged} of {counted(len(found), 'finding')} judged"
        if found
        else "nothing to judge: there is no finding without a flag"
    )


def _tell_precision(flags: tuple[Flag, ...]) -> None:
    """Print of each rule how many findings were judged, and which part of them was right."""
    judged: defaultdict[str, list[bool]] = defaultdict(list)
    for flag in flags:
        judged[flag.rule or "?"].append(flag.verdict not in _WRONG)
    rows = [(rule, judged[rule]) for rule in sorted(judged)]
    everything = [right for _, answers in rows for right in answers]
    typer.echo(f"{'rule':<6}{'judged':>8}{'right':>8}{'precision':>12}")
    for rule, answers in [*rows, ("all", everything)]:
        share = f"{sum(answers) / len(answers):.2f}" if answers else "-"
        typer.echo(f"{rule:<6}{len(answers):>8}{sum(answers):>8}{share:>12}")
