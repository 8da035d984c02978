"""What a document costs in a small heap and in a large one: `make bench-scale`.

The articles of a corpus are cut to their first words and varied in names, figures, dates and story, so that each round
is a set of stories of its own; `check` reads them all in one run. Where the corpus tells no stories, or with --heap,
they are to be found, too.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from processes import Cost, cost_of
from texts import articles, names_in, renamed, varied

from discrepancy.model import Document

CORPUS = Path(__file__).parents[2] / "corpus"
WORDS = re.compile(r"(?:\S+\s+){0,149}\S+")
"""The beginning of an article."""

BAR = 1.3


def main() -> None:
    """Measure each size, and print a row each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000], help="numbers of documents")
    parser.add_argument("--corpus", metavar="FILE", default=str(CORPUS), help="where to take articles from")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--heap", action="store_true", help="do not tell of which story an article is")
    options = parser.parse_args()
    corpus = [replace(one, story=None) if options.heap else one for one in articles([options.corpus])]
    first = 0.0
    print(f"{'documents':>10}{'wall s':>10}{'CPU s':>10}{'ms each':>10}{'ratio':>8}{'peak MB':>10}")  # noqa: T201 - the result
    for size in options.sizes:
        cost = cost_of_size(size, corpus, options.jobs)
        each = cost.cpu / size
        first = first or each
        verdict = "" if each <= BAR * first else f" MISSED ≤ {BAR}"
        print(  # noqa: T201 - the result
            f"{size:>10,}{cost.wall:>10.1f}{cost.cpu:>10.1f}{each * 1000:>10.2f}{each / first:>8.2f}{cost.peak:>10.0f}"
            f"{verdict}"
        )


def cost_of_size(size: int, corpus: Sequence[Document], jobs: int) -> Cost:
    """What a check of *size* documents costs, from reading to the report."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "heap.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for document in islice(short(corpus), size):
                file.write(json.dumps(row(document)) + "\n")
        command = ["-m", "discrepancy", "check", str(path), "--no-cache", "--exit-zero", "--output-format", "json"]
        return cost_of([*command, "--jobs", str(jobs)])


def short(corpus: Sequence[Document]) -> Iterator[Document]:
    """The beginnings of the articles of *corpus*, round after round, each round in stories of its own."""
    random = Random(0)  # noqa: S311 - chance for a measurement, the same in every run
    names = names_in(corpus)
    for turn in count():
        for document in corpus:
            beginning = WORDS.match(document.text.strip())
            text = beginning[0] if beginning else document.text
            story = f"{document.story} {turn}" if document.story else None
            yield varied(renamed(replace(document, text=text, story=story), names, turn), random, turn)


def row(document: Document) -> dict[str, str]:
    """*document* as a row of JSON Lines."""
    published = {"published": document.published.time.isoformat()} if document.published else {}
    return published | {
        "id": document.id, "outlet": document.outlet, "story": document.story or "", "text": document.text,
        "title": document.title,
    }  # fmt: skip


if __name__ == "__main__":
    main()
