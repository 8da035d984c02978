"""The file that holds flags, read."""

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from discrepancy.model import Flag, FlagScope, FlagVerdict
from discrepancy.places import fault, key_line, marks_conflict, row_lines
from discrepancy.storage import reason_of

FLAGS_FILE = "discrepancy-flags.toml"
VERSION = 2
_READ = (1, VERSION)
"""The versions that can be read: a flag of the first has neither quotes nor reports, and is else the same."""

FIELDS = tuple(field.name for field in fields(Flag) if field.name != "place")


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
        raise FlagsError(f"{path}: cannot be read ({reason_of(error)})") from None
    except UnicodeDecodeError as error:
        raise FlagsError(f"{path}: not UTF-8 (byte {error.start + 1} of the file); save it as UTF-8") from None


def parse_flags(text: str, name: str) -> tuple[Flag, ...]:
    """The flags that *text* holds; raises FlagsError, which calls the file *name*."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line, what = fault(error)
        if marks_conflict(text, line):
            raise FlagsError(f"{name}:{line}: a conflict of git; join its sides by `discrepancy flags merge`") from None
        raise FlagsError(f"{name}{_colon(line)}: {what}; mend the file by hand") from None
    if (version := table.get("version", VERSION)) not in _READ:
        line = key_line(text, "version")
        raise FlagsError(f"{name}{_colon(line)}: version {version!r} is not known; it takes a newer release")
    rows = table.get("flag", [])
    if unknown := sorted(set(table) - {"version", "flag"}):
        line = key_line(text, unknown[0])
        raise FlagsError(f"{name}{_colon(line)}: `{unknown[0]}` is not known; head each flag with [[flag]]")
    if not isinstance(rows, list):
        raise FlagsError(f"{name}{_colon(key_line(text, 'flag'))}: `flag` is no list; head each flag with [[flag]]")
    lines = row_lines(text, "flag")
    return tuple(_flags(rows, lambda number: f"{name}{_colon(lines.get(number))}"))


def _flags(rows: list[Any], place: Callable[[int], str]) -> Iterable[Flag]:
    met: Counter[str] = Counter()
    for number, row in enumerate(rows, 1):
        try:
            flag = _flag(row, place(number))
        except ValueError as error:
            raise FlagsError(f"{place(number)}: {error}") from None
        met[flag.finding] += 1
        if met[flag.finding] > 1:
            raise FlagsError(f"{place(number)}: a second flag on {flag.finding}; keep one of them")
        yield flag


def _flag(row: object, place: str) -> Flag:
    """The flag in *row*; raises ValueError."""
    if not isinstance(row, dict):
        raise ValueError("no table; head each flag with [[flag]]")  # noqa: TRY004 - a fault of the file, not of the caller
    if unknown := sorted(set(row) - set(FIELDS)):
        raise ValueError(f"unknown field `{unknown[0]}`; known are {', '.join(FIELDS)}")
    for name in ("finding", "reason"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise ValueError(f"no `{name}`; give it as text in quotes")
    return Flag(**{name: _CHECKS.get(name, _text)(name, value) for name, value in row.items()}, place=place)


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name}: {value!r} is no text; put it in quotes")  # noqa: TRY004 - as above
    return value


def _texts(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"{name}: give a list of texts")
    return tuple(value)


def _one_of(kind: type[StrEnum]) -> Callable[[str, object], StrEnum]:
    def checked(name: str, value: object) -> StrEnum:
        if value not in list(kind):
            raise ValueError(f"{name}: {value!r} is not known; known are {', '.join(kind)}")
        return kind(str(value))

    return checked


def _day(name: str, value: object) -> dt.date:
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise ValueError(f"{name}: {value!r} is no day; write it as 2024-05-30, without quotes")  # noqa: TRY004 - as above
    return value


def _last_day(name: str, value: object) -> dt.date | str:
    """A day; text that is none stays, for a flag that ends at no day that can be told must not hold for ever."""
    if not isinstance(value, str):
        return _day(name, value)
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return value


_CHECKS: dict[str, Callable[[str, object], Any]] = {
    "verdict": _one_of(FlagVerdict),
    "scope": _one_of(FlagScope),
    "values": _texts,
    "outlets": _texts,
    "quotes": _texts,
    "reports": _texts,
    "date": _day,
    "expires": _last_day,
}


def _colon(line: int | None) -> str:
    return f":{line}" if line else ""
