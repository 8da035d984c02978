"""`discrepancy flag` and `unflag`: say that findings have been seen, and what to make of them; take it back."""

from datetime import date
from typing import Annotated

import typer

from discrepancy.cli.completion import flagged_ids, open_ids
from discrepancy.cli.known import flags_in, save, seen_in, someone, today
from discrepancy.cli.meant import only, parted, reports, worth_flagging
from discrepancy.cli.messages import fail, tell
from discrepancy.cli.options import BaselineFile, FlagsFile
from discrepancy.compare import in_words, put_on
from discrepancy.flags import FLAGS_FILE
from discrepancy.model import Flag, FlagScope, FlagVerdict

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="ID... [PATH]...",
        help="The ids that `check` shows, or as much of them as is unique; then the reports, else those configured, "
        "else corpus/ if there is one, else this folder.",
        autocompletion=open_ids,
    ),
]
Ids = Annotated[
    list[str],
    typer.Argument(metavar="ID...", help="The ids of the flags, or as much as is unique.", autocompletion=flagged_ids),
]
Reason = Annotated[
    str, typer.Option(metavar="WHY", help="Why the finding need not stop anyone again.", show_default=False)
]
Judged = Annotated[
    FlagVerdict,
    typer.Option(metavar="VERDICT", help=f"What the finding turned out to be: {', '.join(FlagVerdict)}."),
]
Scope = Annotated[
    FlagScope,
    typer.Option(
        metavar="SCOPE", help="These values only, the fact whatever its values, or these outlets on the fact: "
        f"{', '.join(FlagScope)}."
    ),
]  # fmt: skip
By = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who has seen it, else the name that git knows.", show_default=False)
]
Expires = Annotated[
    str | None, typer.Option(metavar="DAY", help="The last day on which it holds: 2024-12-31.", show_default=False)
]
Ref = Annotated[str, typer.Option(metavar="TEXT", help="A ticket or an address to look up.", show_default=False)]


def flag(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    names: Names,
    *,
    reason: Reason,
    verdict: Judged = FlagVerdict.EXPLAINED,
    scope: Scope = FlagScope.VALUES,
    by: By = None,
    expires: Expires = None,
    ref: Ref = "",
    flags: FlagsFile = None,
    baseline: BaselineFile = None,
) -> None:
    """Flag findings as seen.

    A flagged finding no longer fails `check`. A flag that it has already is replaced, and told. The reports are
    checked again, to make out which finding is meant and to keep its fact and values beside the reason.
    """
    from discrepancy.cli.examine import report_of  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise

    if not reason.strip():
        fail("the reason is empty; say why the finding need not stop anyone again")
    last = _day(expires)
    seen = seen_in(flags, baseline, context, writes=True)
    ids, paths = parted(names)
    where = reports(paths, context)
    found = worth_flagging(report_of(Intake(where), seen).findings)
    listed = {name: f"{one.verdict}  {one.fact.label}" for name, one in found.items()}
    otherwise = f"take one that `discrepancy check {' '.join(where)}` shows"
    meant = [found[only(name, listed, otherwise)] for name in ids]
    author = someone() if by is None else _text(by)
    said = Flag("", _text(reason), verdict, scope, by=author, date=today(), expires=last, ref=_text(ref))
    save(flags, [put_on(finding, said) for finding in meant])
    before = {one.finding: in_words(one) for one in seen.flags}
    for finding in meant:
        earlier = before.get(finding.fingerprint)
        instead = "" if earlier in {None, in_words(said)} else f" (in place of: {earlier})"
        tell(f"flagged {finding.fingerprint} in {flags or FLAGS_FILE}: {finding.fact.label}{instead}")


def unflag(context: typer.Context, names: Ids, *, flags: FlagsFile = None) -> None:
    """Take flags back: what they silenced fails `check` again."""
    there = {one.finding: one for one in flags_in(flags, context)}
    listed = {name: one.fact for name, one in there.items()}
    otherwise = "`discrepancy flags list` shows those that are there"
    meant = [only(name.strip().lower(), listed, otherwise, "flag") for name in names]
    save(flags, dropped=meant)
    for name in meant:
        tell(f"unflagged {name}: {there[name].fact}")


def _text(given: str) -> str:
    """What was *given*, in characters that a file can hold."""
    return given.encode(errors="replace").decode().strip()


def _day(given: str | None) -> date | None:
    """The day *given*; ends the run where it is none, or is over."""
    try:
        day = None if given is None else date.fromisoformat(given)
    except ValueError:
        fail(f"--expires: {given} is no day; write it as 2024-12-31")
    if day and day < today():
        fail(f"--expires: {day} is over, and the flag would silence nothing; give a day from today on")
    return day
