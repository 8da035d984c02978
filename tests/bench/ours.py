"""How fast claims are extracted, without parsing, in one process: prints one JSON object."""

import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from texts import articles, documents

from discrepancy.adapters import TOOLBOX
from discrepancy.extract.quantities import figures
from discrepancy.extract.sentences import sentence_spans
from discrepancy.extract.times import times
from discrepancy.model import Claim, Document, Quantity, Skipped
from discrepancy.normalise.quantities import quantity_of
from discrepancy.normalise.times import resolved
from discrepancy.reading import Reading, claims_of, prepare
from discrepancy.tables import shipped

WARM_UP = 30_000  # bytes

Extractor = Callable[[Document, Reading], int]


def both(document: Document, reading: Reading) -> int:
    """The number of claims in *document*."""
    return sum(isinstance(one, Claim) for one in claims_of(document, reading))


def figures_alone(document: Document, reading: Reading) -> int:
    """The number of figures in *document*, brought to intervals."""
    sentences = tuple(sentence_spans(document.text, reading.abbreviations))
    mentions = figures(document, sentences, reading.figures, reading.toolbox)
    values = (quantity_of(document, one, reading.scales, reading.toolbox) for one in mentions)
    return sum(isinstance(value, Quantity) for value in values)


def times_alone(document: Document, reading: Reading) -> int:
    """The number of times in *document*, resolved."""
    sentences = tuple(sentence_spans(document.text, reading.abbreviations))
    mentions = list(times(document, sentences, reading.times))
    dated = resolved(document, mentions, reading.calendar, reading.toolbox)
    return sum(not isinstance(one, Skipped) for one in dated)


EXTRACTORS: dict[str, Extractor] = {"both": both, "figures": figures_alone, "times": times_alone}


def timed(extract: Callable[[Document], int], given: Iterable[Document]) -> dict[str, float]:
    """What *extract* takes for the documents, whose making is not counted."""
    total = {"documents": 0, "bytes": 0, "claims": 0, "cpu": 0.0, "wall": 0.0}
    for document in given:
        cpu, wall = time.process_time(), time.perf_counter()
        total["claims"] += extract(document)
        total["cpu"] += time.process_time() - cpu
        total["wall"] += time.perf_counter() - wall
        total["documents"] += 1
        total["bytes"] += len(document.text.encode())
    return total


def main(what: str, shape: str, size: int, paths: list[str]) -> None:
    """Measure *what* on text of *size*, as "articles" or as "one" long article."""
    corpus = articles(paths)
    extract = partial(EXTRACTORS[what], reading=prepare(shipped(), TOOLBOX))
    timed(extract, documents(corpus, WARM_UP, first=1_000_000))
    given = documents(corpus, size)
    if shape == "one":
        parts = list(given)
        given = iter([replace(parts[0], text="\n\n".join(part.text for part in parts))])
    print(json.dumps(timed(extract, given)))  # noqa: T201 - the result


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
