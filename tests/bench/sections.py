"""The sections of the benchmark: what is measured, beside what, and the bars it should meet."""

import json
from collections.abc import Sequence
from statistics import fmean

from processes import Cost, cost_of, costs_of, script
from texts import articles

MEGABYTE = 1_000_000
SAMPLE = 100_000  # bytes of text for the libraries, which are a good deal slower
SIZES = (100_000, MEGABYTE, 10 * MEGABYTE, 100 * MEGABYTE)
PARTS = ("figures", "times", "both")
TURNS = 2

Row = tuple[str, ...]
Section = tuple[str, Row, list[Row]]
"""A title, the heads of the columns, the rows."""

Speed = dict[str, float]
"""Megabytes of text a CPU second, by what is looked for."""


def cold(story: str) -> Section:
    """`check` on the articles of *story*, beside the naive loop."""
    ours, naive = costs_of(
        [["-m", "discrepancy", "check", story, "--exit-zero", "--no-cache"], script("naive.py", 0, story)], 3
    )
    pairs = json.loads(naive.best.output)["conflicts"]
    rows = [
        (name, f"{costs.best.wall:.2f}–{costs.worst.wall:.2f}", *_columns(costs.best))
        for name, costs in (("discrepancy check", ours), (f"naive loop (calls {pairs} pairs conflicts)", naive))
    ]
    ratios = [f"{one / other:.2f}" for one, other in zip(ours.best[:3], naive.best[:3], strict=True)]
    bars = (at_most(3, ours.best.wall), "", at_most(400, ours.best.peak))
    return (
        "Five articles, cold (three runs each, the best and the worst)",
        ("", "wall s", "CPU s", "peak MB"),
        [*rows, ("check / naive loop", *ratios), ("bar for check", *bars)],
    )


def start_up() -> Section:
    """The start of the interpreter, of an import, and of the command line."""
    commands = {
        "python": (["-c", "pass"], None),
        "import discrepancy": (["-c", "import discrepancy"], 0.3),
        "discrepancy --help": (["-m", "discrepancy", "--help"], 0.25),
    }
    measured = costs_of([command for command, _ in commands.values()], 5)
    rows = [
        (
            name,
            f"{costs.best.wall:.3f}–{costs.worst.wall:.3f}",
            f"{costs.best.cpu:.3f}",
            at_most(bar, costs.best.wall) if bar else "",
        )
        for (name, (_, bar)), costs in zip(commands.items(), measured, strict=True)
    ]
    return "Start-up (five runs each, the best and the worst)", ("", "wall s", "CPU s", "bar"), rows


def naive_speed(paths: list[str]) -> Speed:
    """The speed of quantulum3 on figures and of `search_dates` on times, sentence by sentence, on a sample."""
    told = _naive(paths, SAMPLE)
    return {part: told["bytes"] / MEGABYTE / told[part] for part in PARTS}


def _naive(paths: list[str], size: int) -> dict[str, float]:
    """The bytes read of *size*, and the CPU seconds that each part took."""
    told: dict[str, float] = json.loads(cost_of(script("naive.py", size, *paths)).output)
    return told | {"both": told["figures"] + told["times"]}


def extraction(paths: list[str], naive: Speed, *, large: bool) -> Section:
    """The speed of extraction on articles and on one long article, at several sizes, beside the libraries'."""
    many = {size: _speeds("many", size, paths, alone=large or size <= MEGABYTE) for size in SIZES[: 4 if large else 3]}
    one = {size: _speeds("one", size, paths, alone=large) for size in SIZES[: 3 if large else 2]}
    ours = many[MEGABYTE]
    ratio = at_least(8, ours["both"] / naive["both"])
    return (
        "Extraction without parsing, MB a CPU second, and cost a MB beside the smallest size (bar: ≤ 1.3)",
        ("", *PARTS, "cost a MB"),
        [
            *_scaled("articles", many),
            *_scaled("one article", one),
            ("bar", at_least(0.5, ours["figures"]), at_least(0.5, ours["times"]), "", ""),
            (f"quantulum3, search_dates: {SAMPLE / MEGABYTE:g} MB", *(f"{naive[part]:.3f}" for part in PARTS), ""),
            ("ratio, 1 MB of articles", *(f"{ours[part] / naive[part]:.1f}" for part in PARTS[:2]), ratio, ""),
        ],
    )


def whole(path: str) -> Section:
    """`check` on all of *path*, beside what the libraries alone take for the same text; in turn, and all runs count.

    A minute of the one beside a quarter of the other: of the two, the shorter would sooner meet the machine at its
    best, so neither the best runs are compared, nor a sample.
    """
    size = sum(len(document.text.encode()) for document in articles([path]))
    command = ["-m", "discrepancy", "check", path, "--exit-zero", "--no-cache", "--jobs", "1"]
    runs, naive = [cost_of(command)], []
    for _ in range(TURNS):
        naive.append(_naive([path], size)["both"])
        runs.append(cost_of(command))
    ours = [run.cpu for run in runs]
    peak = f"{max(run.peak for run in runs):.0f}"
    return (
        f"Whole check, cold, {size / MEGABYTE:.2f} MB ({len(ours)} runs and {len(naive)} in turn, their means)",
        ("", "CPU s", "mean", "peak MB", "MB a CPU second"),
        [
            ("discrepancy check", *_taken(ours), peak, f"{size / MEGABYTE / fmean(ours):.3f}"),
            ("quantulum3, search_dates", *_taken(naive), "", f"{size / MEGABYTE / fmean(naive):.3f}"),
            ("ratio", "", "", "", at_least(3, fmean(naive) / fmean(ours))),
        ],
    )


def _taken(seconds: Sequence[float]) -> Row:
    return f"{min(seconds):.1f}–{max(seconds):.1f}", f"{fmean(seconds):.1f}"


def _columns(cost: Cost) -> Row:
    return f"{cost.cpu:.2f}", f"{cost.peak:.0f}"


def _speeds(shape: str, size: int, paths: list[str], *, alone: bool) -> Speed:
    """The speeds at *size*: of both together, and of each *alone*."""
    parts = PARTS if alone else ("both",)
    told = {part: json.loads(cost_of(script("ours.py", part, shape, size, *paths)).output) for part in parts}
    return {part: one["bytes"] / MEGABYTE / one["cpu"] for part, one in told.items()}


def _scaled(name: str, speeds: dict[int, Speed]) -> list[Row]:
    """A row for each size, with the cost of a megabyte as a multiple of what it is at the smallest."""
    smallest = next(iter(speeds.values()))["both"]
    return [
        (
            f"{name}, {size / MEGABYTE:g} MB",
            *(f"{speed[part]:.2f}" if part in speed else "" for part in PARTS),
            f"{smallest / speed['both']:.2f}",
        )
        for size, speed in speeds.items()
    ]


def at_most(bar: float, value: float) -> str:
    """*value* beside an upper *bar*."""
    return f"{value:.2f} ≤ {bar:g} {'met' if value <= bar else 'MISSED'}"


def at_least(bar: float, value: float) -> str:
    """*value* beside a lower *bar*."""
    return f"{value:.2f} ≥ {bar:g} {'met' if value >= bar else 'MISSED'}"
