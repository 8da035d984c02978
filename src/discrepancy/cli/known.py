"""What is known before a run: the flags and the baseline, from their files."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from getpass import getuser
from pathlib import Path
from shutil import which
from subprocess import run

import typer

from discrepancy.baseline import BASELINE_FILE, Baseline, BaselineError, load_baseline
from discrepancy.cli.meant import reports
from discrepancy.cli.messages import fail
from discrepancy.flags import FLAGS_FILE, FlagsError, change_flags, load_flags
from discrepancy.model import Flag, Known, Seen
from discrepancy.storage import from_here, from_home

SOON = 14
"""Days before a flag expires, from which on it is told."""


def flags_in(path: Path | None, context: typer.Context | None = None) -> tuple[Flag, ...]:
    """The flags in *path*, else in this folder's usual file; ends the run where they cannot be used.

    With the *context* of a call that names the file, it must be there.
    """
    if context is not None:
        _must_be_there(path, context, "flags")
    file = path or Path(FLAGS_FILE)
    try:
        flags = load_flags(file)
    except FlagsError as error:
        fail(error)
    return tuple(replace(one, reports=tuple(from_here(report, file.parent) for report in one.reports)) for one in flags)


def baseline_in(path: Path | None, context: typer.Context | None = None) -> Baseline | None:
    """The baseline in *path*, else in this folder's usual file, if any; ends the run where it cannot be used."""
    if context is not None:
        _must_be_there(path, context, "baseline")
    file = path or Path(BASELINE_FILE)
    try:
        found = load_baseline(file)
    except BaselineError as error:
        fail(error)
    return found and replace(found, paths=tuple(from_here(one, file.parent) for one in found.paths))


def flagged_in(path: Path | None, context: typer.Context, *, writes: bool = False) -> Seen:
    """What is known by the flags in *path* on the day of today; ends the run where they cannot be used.

    A command that *writes* flags may name a file that is yet to come.
    """
    flags = flags_in(path, None if writes else context)
    return Seen(flags, (), today(), SOON, tuple(reports(None, context)))


def seen_in(flags: Path | None, baseline: Path | None, context: typer.Context, *, writes: bool = False) -> Seen:
    """What is known by the flags, as above, and by the baseline, which rests on all reports that it was made of."""
    seen, before = flagged_in(flags, context, writes=writes), baseline_in(baseline, context)
    if before is None:
        return seen
    return replace(seen, baseline=tuple(replace(one, reports=before.paths) for one in _findings(before)))


def _findings(baseline: Baseline) -> tuple[Known, ...]:
    """The findings of *baseline*; ends the run where neither their ids nor their quotes tell what they are."""
    from discrepancy.compare import VERSION  # noqa: PLC0415 - loaded when first needed

    if baseline.fingerprints != VERSION and not all(one.quotes for one in baseline.findings):
        fail(f"{baseline.place}: made with other ids than these; make it anew by `discrepancy baseline update`")
    return baseline.findings


def save(path: Path | None, added: Sequence[Flag] = (), dropped: Collection[str] = ()) -> None:
    """Put *added* into the file of flags and take *dropped* out; ends the run where it cannot be done."""
    file = path or Path(FLAGS_FILE)
    placed = [replace(one, reports=tuple(from_home(report, file.parent) for report in one.reports)) for one in added]
    try:
        change_flags(file, placed, dropped)
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
