"""Speed and memory beside a naive loop, everything in one run: `make bench`.

Each figure is measured in a fresh process. Seconds differ from machine to machine and from minute to minute: compare
the ratios, whose parts are of the same run.
"""

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from again import jobs, warm
from chart import chart
from sections import PARTS, Section, cold, extraction, naive_speed, start_up, whole

HERE = Path(__file__).parent
RESULTS, CHART = HERE / "results.json", HERE / "speed.svg"
CORPUS = HERE.parents[1] / "corpus"
STORY = CORPUS / "ukraine-us-weapons-2024"
LIBRARIES = ("discrepancy", "quantulum3", "dateparser", "pint", "spacy", "rapidfuzz")

Result = TypeVar("Result")


def main() -> None:
    """Measure, then print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", metavar="FILE", help="JSON Lines to take text from, and to check as a whole")
    parser.add_argument("--save", action="store_true", help="keep the results, and a chart of them, for the README")
    parser.add_argument("--large", action="store_true", help="up to 100 MB of text (some ten minutes)")
    options = parser.parse_args()
    paths = [options.corpus or str(CORPUS)]
    start = time.perf_counter()
    naive = measured("quantulum3 and dateparser", partial(naive_speed, paths))
    tables = [
        measured("five articles", partial(cold, str(STORY))),
        measured("start-up", start_up),
        measured("a second run", partial(warm, str(STORY), options.corpus)),
        measured("several processes", partial(jobs, paths, options.corpus)),
        measured("extraction", partial(extraction, paths, naive, large=options.large)),
    ]
    if options.corpus:
        tables.append(measured("the whole check", partial(whole, options.corpus)))
    show(tables)
    if options.save:
        kept = {"machine": machine(), "sections": tables}
        RESULTS.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        CHART.write_text(drawn(tables), encoding="utf-8")
    print(f"measured in {time.perf_counter() - start:.0f} s")  # noqa: T201 - the result


def drawn(sections: list[Section]) -> str:
    """A chart of how many times as fast as the libraries the extraction is, from the last row that tells it."""
    ratio = next(row for _, _, rows in reversed(sections) for row in reversed(rows) if row[0].startswith("ratio, 1 MB"))
    bars = [(part, float(cell.split()[0])) for part, cell in zip(PARTS, ratio[1:], strict=False)]
    return chart("Text read a CPU second, as a multiple", [("quantulum3 and search_dates", 1.0), *bars])


def measured(what: str, measure: Callable[[], Result]) -> Result:
    """The result of *measure*, after telling that it is being taken."""
    print(f"measuring {what} …", file=sys.stderr)  # noqa: T201 - for those who wait
    return measure()


def show(sections: list[Section]) -> None:
    """Print *sections*, and what they were measured with."""
    # Loaded after the measuring: until it loads a program of its own, a child's memory counts as large as its parent's.
    from rich.console import Console  # noqa: PLC0415 - as said above
    from rich.table import Table  # noqa: PLC0415 - likewise

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 110)
    for title, columns, rows in sections:
        table = Table(title=title, title_justify="left")
        for number, column in enumerate(columns):
            table.add_column(column, justify="right" if number else "left")
        for row in rows:
            table.add_row(*row)
        console.print(table)
    console.print(machine())


def machine() -> str:
    """What it was measured with."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores;"
        f" {libraries}"
    )


if __name__ == "__main__":
    main()
