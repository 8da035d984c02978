"""What the corpus holds: its reports, and the findings, traps and agreements that its gold files name."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CORPUS = Path(__file__).parent.parent / "corpus"
REPORTS = sorted(CORPUS.glob("*/*.md"))


@dataclass(frozen=True)
class Place:
    """Where a figure stands: counted from 1, as the report counts; *end* is one past the last column."""

    path: Path
    line: int
    column: int
    end: int

    def meets(self, other: "Place") -> bool:
        return (
            (self.path, self.line) == (other.path, other.line) and self.column < other.end and other.column < self.end
        )


@dataclass(frozen=True)
class Side:
    """A figure of a gold entry; without a camp it may be shown in any, or not at all."""

    path: Path
    quote: str
    literal: str
    camp: str | None

    @property
    def place(self) -> Place:
        text = self.path.read_text(encoding="utf-8")
        start = text.index(self.quote) + self.quote.index(self.literal)
        column = start - text.rfind("\n", 0, start)
        return Place(self.path, text.count("\n", 0, start) + 1, column, column + len(self.literal))


@dataclass(frozen=True)
class Entry:
    """A row of a gold file: a finding, or (without a verdict) a pair that no finding may part.

    *missing* says why a finding is not made yet, or not whole.
    """

    story: str
    label: str
    sides: tuple[Side, ...]
    verdict: str = ""
    internal: bool = False
    missing: str = ""


def entries(kind: str) -> list[Entry]:
    return list(_entries(kind))


def _entries(kind: str) -> Iterator[Entry]:
    for path in sorted(CORPUS.glob("*/gold.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get(kind, []):
            sides = tuple(
                Side(path.parent / side["file"], side["quote"], side["literal"], side.get("camp"))
                for side in row["sides"]
            )
            label = row.get("fact") or row["why"]
            yield Entry(
                path.parent.name,
                label,
                sides,
                row.get("verdict", ""),
                row.get("internal", False),
                row.get("missing", ""),
            )


def front(path: Path) -> dict[str, Any]:
    _, matter, _ = path.read_text(encoding="utf-8").split("---\n", 2)
    fields: dict[str, Any] = yaml.safe_load(matter)
    return fields
