"""`discrepancy flag`: say that a finding has been seen, and what to make of it."""

from collections.abc import Sequence
from datetime import datetime
from os.path import isdir
from pathlib import Path
from typing import Annotated

import typer

from discrepancy.cli.messages import fail, tell
from discrepancy.cli.options import FlagsFile
from discrepancy.flags import FLAGS_FILE, Flag, FlagsError, FlagVerdict, write_flag
from discrepancy.model import Finding, Verdict

Id = Annotated[str, typer.Argument(metavar="ID", help="The id that `check` shows, or as much of it as is unique.")]
Where = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="The reports; by default corpus/ if there is one, else this folder."),
]
Reason = Annotated[
    str, typer.Option(metavar="WHY", help="Why the finding need not stop anyone again.", show_default=False)
]
Judged = Annotated[FlagVerdict, typer.Option(help="What the finding turned out to be.")]
By = Annotated[str, typer.Option(metavar="NAME", help="Who has seen it.", show_default=False)]

USUAL_FOLDER = "corpus"
_LISTED = 10


def flag(  # noqa: PLR0913 - each is an option
    finding: Id,
    paths: Where = None,
    *,
    reason: Reason,
    verdict: Judged = FlagVerdict.EXPLAINED,
    by: By = "",
    flags: FlagsFile = None,
) -> None:
    """Flag a finding as seen.

    A flagged finding no longer fails `check`. The reports are checked again, to make out which finding is meant and to
    keep its fact and values beside the reason.
    """
    from discrepancy.cli.examine import flagged_in, report_of  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise

    if not reason.strip():
        fail("the reason is empty; say why the finding need not stop anyone again")
    file = flags or Path(FLAGS_FILE)
    flagged_in(file, may_be_missing=True)
    where = paths or [USUAL_FOLDER if isdir(USUAL_FOLDER) else "."]  # noqa: PTH112 - a Path would only be made for this
    report = report_of(Intake(where), {})
    meant = _meant(finding.strip(), report.findings, " ".join(where))
    today = datetime.now().astimezone().date()
    entry = Flag(meant.fingerprint, reason.strip(), verdict, meant.fact.label, _values(meant), by.strip(), today)
    try:
        write_flag(file, entry)
    except FlagsError as error:
        fail(error)
    tell(f"flagged {meant.fingerprint} in {file}: {meant.fact.label}")


def _meant(name: str, findings: Sequence[Finding], where: str) -> Finding:
    """The finding whose id begins with *name*; ends the run where that is none or several."""
    worth = {one.fingerprint: one for one in findings if one.verdict in {Verdict.CONFLICT, Verdict.UPDATE}}
    fitting = [one for one in worth.values() if name and one.fingerprint.startswith(name)]
    if len(fitting) > 1:
        _list(fitting)
        fail(f"{name} begins the ids of {len(fitting)} findings; give more of it")
    if not fitting:
        _list(list(worth.values()))
        fail(f"no finding in {where} has the id {name or '(empty)'}; take one that `discrepancy check {where}` shows")
    return fitting[0]


def _list(candidates: Sequence[Finding]) -> None:
    for one in candidates[:_LISTED]:
        tell(f"{one.fingerprint}  {one.verdict}  {one.fact.label}")
    if len(candidates) > _LISTED:
        tell(f"and {len(candidates) - _LISTED} more")


def _values(finding: Finding) -> tuple[str, ...]:
    """What each outlet says, as printed."""
    return tuple(sorted({f"{claim.outlet}: {claim.literal}" for claim in finding.fact.claims}))
