"""Sections on a second run, and on several processes."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from processes import cost_of, costs_of
from scale import row, short
from sections import Section, at_least, at_most
from texts import articles

ROUNDS = 6  # two processes are at their best only where both cores are free
SPREAD = 600  # short documents, enough for two processes to be worth their start


def warm(story: str, corpus: str | None) -> Section:
    """A second run over the same reports: nothing is worked out again."""
    bars = {story: 0.5} | ({corpus: 3.0} if corpus else {})
    rows = []
    for path, bar in bars.items():
        with TemporaryDirectory() as kept:
            command = ["-m", "discrepancy", "check", path, "--exit-zero", "--cache", kept]
            first = cost_of(command)
            (again,) = costs_of([command], 5)
        name = f"{len(articles([path]))} articles"
        wall = f"{again.best.wall:.2f}–{again.worst.wall:.2f}"
        rows.append((name, f"{first.wall:.2f}", wall, f"{again.best.cpu:.2f}", at_most(bar, again.best.wall)))
    return (
        "Warm: a second run (five, the best and the worst)",
        ("", "first run, wall s", "wall s", "CPU s", "bar"),
        rows,
    )


def jobs(paths: Sequence[str], corpus: str | None) -> Section:
    """The same check in one process and in two: of *corpus* where it is given, else of short reports from *paths*."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "heap.jsonl"
        given = [json.dumps(row(one)) for one, _ in zip(short(articles(paths)), range(SPREAD), strict=False)]
        path.write_text("\n".join(given), encoding="utf-8")
        command = ["-m", "discrepancy", "check", corpus or str(path), "--exit-zero", "--no-cache", "--jobs"]
        one, two = costs_of([[*command, "1"], [*command, "2"]], ROUNDS)
    rows = [
        (f"{number} process{'es' if number > 1 else ''}", f"{costs.best.wall:.1f}", f"{costs.best.cpu:.1f}")
        for number, costs in ((1, one), (2, two))
    ]
    what = f"{len(articles([corpus]))} articles" if corpus else f"{SPREAD} short reports"
    return (
        f"Several processes: {what}, cold (six runs each, the best)",
        ("", "wall s", "CPU s"),
        [*rows, ("times as fast", at_least(1.7, one.best.wall / two.best.wall), "")],
    )
