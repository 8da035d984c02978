"""`sources.toml`: the fields of a folder's files, by file pattern.

    [[source]]
    files = "morning-*.txt"      # or a list of patterns; one without a slash fits a file's name in any folder below
    outlet = "Morning Gazette"
    published = 2024-05-30

The first row that fits a file gives its fields. Front matter comes before it, and a nearer folder's row before that
of a farther one.
"""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from os.path import isfile
from pathlib import Path

from discrepancy.model import Unreadable
from discrepancy.places import fault, row_lines
from discrepancy.read.fields import FIELDS, FieldError, Fields, fields_of
from discrepancy.storage import reason_of

SOURCES = "sources.toml"


@dataclass(frozen=True, slots=True)
class Rule:
    """The fields of the files that fit one of *patterns*."""

    patterns: tuple[str, ...]
    fields: Fields

    def fits(self, path: str) -> bool:
        """Does the file at *path*, relative to the folder of the rule, fit a pattern?"""
        name = path.rpartition("/")[2]
        return any(fnmatchcase(path if "/" in pattern else name, pattern) for pattern in self.patterns)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A folder's rules, and the surroundings of that folder."""

    folder: Path
    rules: tuple[Rule, ...]
    outer: "Surroundings | None" = None

    def fields_at(self, path: Path) -> Fields:
        """What the folders around *path* say of it."""
        inner = path.relative_to(self.folder).as_posix()
        own = next((rule.fields for rule in self.rules if rule.fits(inner)), Fields())
        return own.over(self.outer.fields_at(path)) if self.outer else own


def surroundings_of(
    folder: Path, shown: str, outer: Surroundings | None = None
) -> tuple[Surroundings, list[Unreadable]]:
    """The surroundings of the files in *folder*, and what is wrong with its `sources.toml`, *shown* to people so."""
    path = folder / SOURCES
    if not isfile(path):  # noqa: PTH113 - a Path raises where a folder above may not be entered
        return Surroundings(folder, (), outer), []
    try:
        text = path.read_text(encoding="utf-8-sig")
        table = tomllib.loads(text)
    except OSError as error:
        return Surroundings(folder, (), outer), [Unreadable(shown, None, f"cannot be read ({reason_of(error)})")]
    except (ValueError, RecursionError) as error:
        line, what = fault(error)
        return Surroundings(folder, (), outer), [Unreadable(shown, line, f"{what}; mend the file")]
    rules, problems = _rules(table)
    lines = row_lines(text, "source")
    told = [Unreadable(shown, lines.get(row), problem) for row, problem in problems]
    return Surroundings(folder, tuple(rules), outer), told


def _rules(table: dict[str, object]) -> tuple[list[Rule], list[tuple[int, str]]]:
    """The rules that hold, and what is wrong with the other rows, by their number."""
    if unknown := sorted(set(table) - {"source"}):
        return [], [(0, f"unknown key `{unknown[0]}`; head each row with [[source]]")]
    rows = table.get("source", [])
    if not isinstance(rows, list):
        return [], [(0, "`source` is no list of tables; head each row with [[source]]")]
    rules, problems = [], []
    for number, row in enumerate(rows, 1):
        try:
            rules.append(_rule(row))
        except FieldError as error:
            problems.append((number, f"source {number}: {error}"))
    return rules, problems


def _rule(row: object) -> Rule:
    if not isinstance(row, dict):
        raise FieldError("no table; head it with [[source]]")
    if unknown := sorted(set(row) - {"files", *FIELDS}):
        raise FieldError(f"unknown field `{unknown[0]}`; known are files, {', '.join(FIELDS)}")
    files = row.get("files")
    patterns = [files] if isinstance(files, str) else files
    if not isinstance(patterns, list) or not patterns or not all(isinstance(one, str) for one in patterns):
        raise FieldError('files: give the pattern of the files it speaks of, as in files = "morning-*.txt"')
    return Rule(tuple(patterns), fields_of(row))
