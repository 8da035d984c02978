"""The file that holds a baseline, read."""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from discrepancy.model import Known
from discrepancy.places import fault, key_line, marks_conflict, row_lines
from discrepancy.storage import reason_of

BASELINE_FILE = "discrepancy-baseline.toml"
VERSION = 2

FIELDS = tuple(field.name for field in fields(Known) if field.name != "reports")
_LISTS = frozenset({"values", "quotes"})


def _with_quotes(table: dict[str, Any]) -> dict[str, Any]:
    """A file of version 1, whose findings had no quotes to be known again by."""
    rows = table.get("finding", [])
    if not isinstance(rows, list):
        return table
    return {**table, "finding": [row | {"quotes": []} if isinstance(row, dict) else row for row in rows]}


UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _with_quotes}
"""What brings a file of a version to the next one."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings in the order of their fingerprints, and what made them: the paths, and the version of fingerprints.

    *place* says where that version stands: `file:line`.
    """

    findings: tuple[Known, ...]
    paths: tuple[str, ...] = ()
    fingerprints: int = 0
    place: str = field(default="", compare=False)


class BaselineError(ValueError):
    """Why a baseline cannot be used: `file:line: what is wrong; what to do`."""


def load_baseline(path: Path) -> Baseline | None:
    """The baseline in *path*, None where there is no such file; raises BaselineError."""
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read ({reason_of(error)})") from None
    except UnicodeDecodeError as error:
        raise BaselineError(f"{path}: not UTF-8 (byte {error.start + 1} of the file); make it anew") from None
    return parse_baseline(text, str(path))


def parse_baseline(text: str, name: str) -> Baseline:
    """The baseline that *text* holds; raises BaselineError, which calls the file *name*."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line, what = fault(error)
        if marks_conflict(text, line):
            told = "a conflict of git; keep either side, then run `discrepancy baseline update`"
            raise BaselineError(f"{name}:{line}: {told}") from None
        raise BaselineError(f"{name}{_colon(line)}: {what}; mend the file, or make it anew") from None
    table = _upgraded(table, f"{name}{_colon(key_line(text, 'version'))}")
    if unknown := sorted(set(table) - {"version", "settings", "finding"}):
        raise BaselineError(f"{name}{_colon(key_line(text, unknown[0]))}: `{unknown[0]}` is not known; take it out")
    settings, rows = table.get("settings", {}), table.get("finding", [])
    if not _are_settings(settings) or not isinstance(rows, list):
        line = key_line(text, "settings")
        raise BaselineError(f"{name}{_colon(line)}: laid out in another way than was written; make the file anew")
    lines = row_lines(text, "finding")
    found = tuple(_rows(rows, lambda number: f"{name}{_colon(lines.get(number))}"))
    place = f"{name}{_colon(key_line(text, 'fingerprints'))}"
    return Baseline(found, tuple(settings.get("paths", ())), settings.get("fingerprints", 0), place)


def _upgraded(table: dict[str, Any], place: str) -> dict[str, Any]:
    """*table* in the form of the present version."""
    version = table.get("version", VERSION)
    while isinstance(version, int) and version in UPGRADES:
        table = UPGRADES[version](table)
        version += 1
    if version != VERSION:
        raise BaselineError(f"{place}: version {version!r} is not known; it takes a newer release")
    return table


def _are_settings(settings: object) -> bool:
    if not isinstance(settings, Mapping) or set(settings) - {"paths", "fingerprints"}:
        return False
    paths = settings.get("paths", [])
    texts = isinstance(paths, list) and all(isinstance(path, str) for path in paths)
    return texts and isinstance(settings.get("fingerprints", 0), int)


def _rows(rows: list[Any], place: Callable[[int], str]) -> Iterator[Known]:
    met: Counter[str] = Counter()
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or set(row) - set(FIELDS):
            raise BaselineError(f"{place(number)}: known fields are {', '.join(FIELDS)}; make the file anew")
        if missing := next((name for name in FIELDS if not _fits(name, row.get(name))), None):
            raise BaselineError(f"{place(number)}: no `{missing}` as it was written; make the file anew")
        met[row["finding"]] += 1
        if met[row["finding"]] > 1:
            raise BaselineError(f"{place(number)}: {row['finding']} stands there twice; keep one of them")
        yield Known(**(row | {name: tuple(row[name]) for name in _LISTS}))


def _fits(name: str, value: object) -> bool:
    if name in _LISTS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, str)


def _colon(line: int | None) -> str:
    return f":{line}" if line else ""
