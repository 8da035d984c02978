"""What is known before a run: the flags and the baseline, from their files."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from getpass import getuser
from pathlib import Path
from shutil import which
from subprocess import run

import typer

from discrepancy.baseline import BASELINE_FILE, Baseline, BaselineError, load_baseline
from discrepancy.cli.messages import fail
from discrepancy.flags import FLAGS_FILE, FlagsError, change_flags, load_flags
from discrepancy.model import Flag, Known, Seen

SOON = 14
"""Days before a flag expires, from which on it is told."""


def flags_in(path: Path | None, context: typer.Context | None = None) -> tuple[Flag, ...]:
    """The flags in *path*, else in this folder's usual file; ends the run where they cannot be used.

    With the *context* of a call that names the file, it must be there.
    """
    if context is not None:
        _must_be_there(path, context, "flags")
    try:
        return load_flags(path or Path(FLAGS_FILE))
    except FlagsError as error:
        fail(error)


def baseline_in(path: Path | None, context: typer.Context | None = None) -> Baseline | None:
    """The baseline in *path*, else in this folder's usual file, if any; ends the run where it cannot be used."""
    if context is not None:
        _must_be_there(path, context, "baseline")
    try:
        return load_baseline(path or Path(BASELINE_FILE))
    except BaselineError as error:
        fail(error)


def seen_in(flags: Path | None, baseline: Path | None, context: typer.Context, soon: int = SOON) -> Seen:
    """Everything that is known, on the day of today; ends the run where it cannot be used."""
    flagged, before = flags_in(flags, context), baseline_in(baseline, context)
    return Seen(flagged, _findings(before, baseline or Path(BASELINE_FILE)), today(), soon)


def _findings(baseline: Baseline | None, path: Path) -> tuple[Known, ...]:
    from discrepancy.compare import VERSION  # noqa: PLC0415 - loaded when first needed

    if baseline is None:
        return ()
    if baseline.fingerprints != VERSION:
        fail(f"{path}: made with other ids than these; make it anew by `discrepancy baseline update`")
    return baseline.findings


def save(path: Path | None, added: Sequence[Flag] = (), dropped: Collection[str] = ()) -> None:
    """Put *added* into the file of flags and take *dropped* out; ends the run where it cannot be done."""
    try:
        change_flags(path or Path(FLAGS_FILE), added, dropped)
    except FlagsError as error:
        fail(error)


def _must_be_there(path: Path | None, context: typer.Context, option: str) -> None:
    """End the run where the call itself names a file that is not there; a configured one may be yet to come."""
    source = context.get_parameter_source(option)
    if path and not path.exists() and source is not None and source.name == "COMMANDLINE":
        fail(f"{path}: no such file; check the path, or leave --{option} out")


def today() -> date:
    """The day of today, here."""
    return datetime.now().astimezone().date()


def someone() -> str:
    """Who is at work: by git's name for them, else by that of their account."""
    git = which("git")
    if git:
        named = run([git, "config", "user.name"], capture_output=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603 - reads only
        if named.stdout.strip():
            return named.stdout.strip()
    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return ""
