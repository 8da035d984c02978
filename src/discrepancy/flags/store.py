"""Writing the flags file: whole or not at all, one writer at a time, the comments of others kept."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from discrepancy.flags.load import FLAGS_FILE, VERSION, Flag, FlagsError, flags_text, parse_flags

_HEAD = f"""\
# What editors have seen among the findings of `discrepancy check`; written by `discrepancy flag`.
version = {VERSION}
"""
_HEADER = re.compile(r"\s*\[\[\s*flag\s*\]\]")


def write_flag(path: Path, flag: Flag) -> None:
    """Put *flag* into the file at *path*, in place of an earlier one on the same finding; raises FlagsError."""
    path = path.resolve()  # so that a link stays one
    try:
        with _alone_in(path.parent):
            _replace(path, with_flag(flags_text(path), flag, str(path)))
    except OSError as error:
        raise FlagsError(f"{path}: cannot be written ({(error.strerror or str(error)).lower()})") from None


def with_flag(text: str, flag: Flag, name: str = FLAGS_FILE) -> str:
    """The *text* of a flags file with *flag* in it, flags in order of their fingerprints; raises FlagsError."""
    flags = parse_flags(text, name)
    if any(replace(one, date=flag.date) == flag for one in flags):
        return text
    others = [one for one in flags if one.finding != flag.finding]
    head, blocks = _blocks(text or _HEAD)
    kept = [block for block in blocks if _finding(block) != flag.finding]
    new = "\n\n".join([head.strip(), *sorted([*kept, _block(flag)], key=_finding)]).lstrip() + "\n"
    if not _holds(new, {*others, flag}):
        raise FlagsError(f"{name}: laid out in a way that cannot be kept; let each [[flag]] stand on a line of its own")
    return new


def _holds(text: str, flags: set[Flag]) -> bool:
    try:
        return set(parse_flags(text, "")) == flags
    except FlagsError:
        return False


def _blocks(text: str) -> tuple[str, list[str]]:
    """What stands before the flags, and each flag with the comment on the lines right above it."""
    lines = text.split("\n")
    starts = [_with_comment(lines, place) for place, line in enumerate(lines) if _HEADER.match(line)]
    ends = [*starts, len(lines)][1:]
    blocks = ["\n".join(lines[start:end]).strip() for start, end in zip(starts, ends, strict=True)]
    return "\n".join(lines[: starts[0]] if starts else lines), blocks


def _with_comment(lines: list[str], place: int) -> int:
    while place and lines[place - 1].lstrip().startswith("#"):
        place -= 1
    return place


def _finding(block: str) -> str:
    """The fingerprint in *block*, nothing where it is no whole flag."""
    try:
        return parse_flags(block, "")[0].finding
    except (FlagsError, IndexError):
        return ""


def _block(flag: Flag) -> str:
    import tomlkit  # noqa: PLC0415 - loaded when first needed

    row = tomlkit.table()
    for name in ("finding", "fact", "values", "verdict", "reason", "by", "date"):
        value = getattr(flag, name)
        if value:
            row.add(name, list(value) if isinstance(value, tuple) else getattr(value, "value", value))
    return f"[[flag]]\n{tomlkit.dumps(row).strip()}"


def _replace(path: Path, text: str) -> None:
    """Write *text* beside *path* and put it there in one step, so that a reader meets the old file or the new one."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o7777)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other process writes flags in *folder*; the lock ends with the process, however that ends."""
    if sys.platform == "win32":  # where a folder cannot be locked
        yield
        return
    import fcntl  # noqa: PLC0415 - there is none on Windows

    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
