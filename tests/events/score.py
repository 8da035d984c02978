"""Scores what `check` finds in the invented events: score.py [--list]."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
REPORTS = HERE / "reports.jsonl"
DIFFERING = ("conflict", "update")

Side = tuple[str, int, int]
"""A document, and the characters from which and to which something stands in it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of the gold: its sides with their values."""

    story: str
    fact: str
    verdict: str
    sure: bool
    sides: tuple[tuple[Side, str], ...]

    def parts(self, left: Side, right: Side) -> bool:
        """Do the two lie on sides of this fact that give different values?"""
        ours, theirs = ([value for side, value in self.sides if _meet(side, one)] for one in (left, right))
        return any(a != b for a in ours for b in theirs)


@dataclass(frozen=True, slots=True)
class Score:
    """The findings, each with the fact on which it is right, if any, and the discrepancies of the gold."""

    found: tuple[tuple[dict[str, Any], Told | None], ...]
    sought: tuple[Told, ...]

    @property
    def missed(self) -> tuple[Told, ...]:
        """The discrepancies that no finding tells."""
        told = [fact for _, fact in self.found]
        return tuple(one for one in self.sought if one not in told)

    @property
    def precision(self) -> float:
        """The share of findings that are right."""
        return sum(fact is not None for _, fact in self.found) / len(self.found)

    @property
    def recall(self) -> float:
        """The share of discrepancies found, of those of which the annotators are sure."""
        sure = [one for one in self.sought if one.sure]
        return 1 - sum(one.sure for one in self.missed) / len(sure)


def score(findings: list[dict[str, Any]]) -> Score:
    """How *findings*, as the JSON report gives them, stand to the gold."""
    sought = tuple(one for one in gold() if one.verdict in DIFFERING)
    found = tuple((one, _right(one, sought)) for one in findings if one["verdict"] in DIFFERING)
    return Score(found, sought)


def gold() -> Iterator[Told]:
    """The facts of the gold."""
    texts = {row["id"]: row["text"] for row in _rows(REPORTS)}
    for row in _rows(HERE / "gold.jsonl"):
        sides = tuple((_place(texts, document, quote), value) for document, quote, value in row["sides"])
        yield Told(row["story"], row["fact"], row["verdict"], not row.get("unsure"), sides)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _place(texts: dict[str, str], document: str, quote: str) -> Side:
    start = texts[document].index(quote)
    return document, start, start + len(quote)


def _right(finding: dict[str, Any], sought: tuple[Told, ...]) -> Told | None:
    sides = [(side["camp"], (side["document"], *side["span"])) for side in finding["sides"]]
    pairs = [(a, b) for (camp, a), (other, b) in combinations(sides, 2) if camp != other]
    return next((fact for fact in sought if any(fact.parts(*pair) for pair in pairs)), None)


def _meet(left: Side, right: Side) -> bool:
    return left[0] == right[0] and left[1] < right[2] and right[1] < left[2]


def main() -> None:
    """Print the score, and with --list all of it."""
    command = [sys.executable, "-m", "discrepancy", "check", str(REPORTS), "--output-format", "json", "--exit-zero"]
    printed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout  # noqa: S603 - our own
    told = score(json.loads(printed)["findings"])
    if "--list" in sys.argv[1:]:
        for finding, fact in told.found:
            sides = " | ".join(f"{side['literal']!r} in {side['quote'][:100]!r}" for side in finding["sides"][:3])
            print(f"{'right' if fact else 'WRONG'}  {finding['verdict']}  {finding['fact']}: {sides}")  # noqa: T201 - the result
        for one in told.missed:
            print(f"MISSED {one.verdict}  {one.story}: {one.fact}: {', '.join(value for _, value in one.sides)}")  # noqa: T201 - likewise
    print(f"precision {told.precision:.1%}, recall {told.recall:.1%}, {len(told.found)} findings")  # noqa: T201 - likewise


if __name__ == "__main__":
    main()
