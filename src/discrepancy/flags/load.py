"""Flags as records, and the file that holds them."""

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from discrepancy.places import fault, row_line

FLAGS_FILE = "discrepancy-flags.toml"
VERSION = 1


class FlagVerdict(StrEnum):
    """What an editor made of a finding."""

    EXPLAINED = "explained"
    UPDATE = "update"
    FALSE_MATCH = "false-match"
    EXTRACTION_ERROR = "extraction-error"
    ACCEPTED = "accepted"
    TO_CORRECT = "to-correct"


@dataclass(frozen=True, slots=True)
class Flag:
    """That an editor has seen the *finding* with this fingerprint; *fact* and *values* are for the reader."""

    finding: str
    reason: str
    verdict: FlagVerdict = FlagVerdict.EXPLAINED
    fact: str = ""
    values: tuple[str, ...] = ()
    by: str = ""
    date: dt.date | None = None


class FlagsError(ValueError):
    """Why a flags file cannot be used: `file:line: what is wrong; what to do`."""


def load_flags(path: Path) -> tuple[Flag, ...]:
    """The flags in *path*, none where there is no such file; raises FlagsError."""
    return parse_flags(flags_text(path), str(path))


def flags_text(path: Path) -> str:
    """What the file holds, nothing where there is none; raises FlagsError."""
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise FlagsError(f"{path}: cannot be read ({(error.strerror or str(error)).lower()})") from None
    except UnicodeDecodeError as error:
        raise FlagsError(f"{path}: not UTF-8 (byte {error.start + 1} of the file); save it as UTF-8") from None


def parse_flags(text: str, name: str) -> tuple[Flag, ...]:
    """The flags that *text* holds; raises FlagsError, which calls the file *name*."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line, what = fault(error)
        raise FlagsError(f"{name}{_colon(line)}: {what}; mend the file by hand") from None
    if (version := table.get("version", VERSION)) != VERSION:
        raise FlagsError(f"{name}: version {version!r} is not known; it takes a newer release of this program")
    rows = table.get("flag", [])
    if not isinstance(rows, list) or (unknown := sorted(set(table) - {"version", "flag"})):
        what = f"`{unknown[0]}` is not known" if isinstance(rows, list) else "`flag` is no list"
        raise FlagsError(f"{name}: {what}; head each flag with [[flag]]")
    return tuple(_flags(rows, lambda number, what: f"{name}{_colon(row_line(text, 'flag', number))}: {what}"))


def reasons_of(flags: Iterable[Flag]) -> Mapping[str, str]:
    """The reason of each flag by the fingerprint of its finding."""
    return {flag.finding: flag.reason for flag in flags}


def _flags(rows: list[Any], message: Callable[[int, str], str]) -> Iterable[Flag]:
    met: Counter[str] = Counter()
    for number, row in enumerate(rows, 1):
        try:
            flag = _flag(row)
        except ValueError as error:
            raise FlagsError(message(number, str(error))) from None
        met[flag.finding] += 1
        if met[flag.finding] > 1:
            raise FlagsError(message(number, f"a second flag on {flag.finding}; keep one of them"))
        yield flag


def _flag(row: object) -> Flag:
    """The flag in *row*; raises ValueError."""
    if not isinstance(row, dict):
        raise ValueError("no table; head each flag with [[flag]]")  # noqa: TRY004 - a fault of the file, not of the caller
    if unknown := sorted(set(row) - set(Flag.__slots__)):
        raise ValueError(f"unknown field `{unknown[0]}`; known are {', '.join(Flag.__slots__)}")
    for name in ("finding", "reason"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise ValueError(f"no `{name}`; give it as text in quotes")
    return Flag(**{name: _CHECKS[name](name, value) for name, value in row.items()})


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name}: {value!r} is no text; put it in quotes")  # noqa: TRY004 - as above
    return value


def _texts(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"{name}: give a list of texts")
    return tuple(value)


def _verdict(name: str, value: object) -> FlagVerdict:
    if value not in list(FlagVerdict):
        raise ValueError(f"{name}: {value!r} is not known; known are {', '.join(FlagVerdict)}")
    return FlagVerdict(str(value))


def _day(name: str, value: object) -> dt.date:
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise ValueError(f"{name}: {value!r} is no day; write it as 2024-05-30, without quotes")  # noqa: TRY004 - as above
    return value


_CHECKS: dict[str, Callable[[str, object], Any]] = {
    "finding": _text,
    "reason": _text,
    "verdict": _verdict,
    "fact": _text,
    "values": _texts,
    "by": _text,
    "date": _day,
}


def _colon(line: int | None) -> str:
    return f":{line}" if line else ""
