"""The naive loop: quantulum3 and dateparser on every sentence, figures of the same unit compared."""

import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from itertools import combinations

from texts import articles, documents

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
WARM_UP = 3_000  # bytes


def sentences(text: str) -> Iterator[str]:
    """The sentences of *text*."""
    return (sentence for sentence in SENTENCE_END.split(text) if sentence)


def figures(sentence: str) -> list[tuple[str, float]]:
    """The figures that quantulum3 finds, with their units."""
    from quantulum3 import parser  # noqa: PLC0415 - loaded when first needed, as a warm-up

    return [(found.unit.name, found.value) for found in parser.parse(sentence)]


def dates(sentence: str) -> list[object]:
    """The dates that dateparser finds."""
    from dateparser.search import search_dates  # noqa: PLC0415 - loaded when first needed, as a warm-up

    return search_dates(sentence, languages=["en"]) or []


def check(paths: list[str]) -> dict[str, float]:
    """The counts of figures, dates, and pairs of figures that two documents give with one unit and two values."""
    read = [[(figures(one), dates(one)) for one in sentences(document.text)] for document in articles(paths)]
    found = [{figure for numbers, _ in document for figure in numbers} for document in read]
    pairs = [(left, right) for one, other in combinations(found, 2) for left in one for right in other]
    return {
        "figures": sum(len(numbers) for document in read for numbers, _ in document),
        "dates": sum(len(days) for document in read for _, days in document),
        "conflicts": sum(left[0] == right[0] and left[1] != right[1] for left, right in pairs),
    }


def throughput(size: int, paths: list[str]) -> dict[str, float]:
    """The bytes of a sample of *size*, and the CPU seconds that each library takes for its sentences."""
    corpus = articles(paths)
    warm = list(sentences(next(documents(corpus, WARM_UP)).text))
    given = [document.text for document in documents(corpus, size)]
    sample = [sentence for text in given for sentence in sentences(text)]
    costs = {}
    for name, find in (("figures", figures), ("times", dates)):
        seconds(find, warm)
        costs[name] = seconds(find, sample)
    return {"bytes": sum(len(text.encode()) for text in given), **costs}


def seconds(find: Callable[[str], object], given: list[str]) -> float:
    """The CPU seconds that *find* takes for the sentences."""
    start = time.process_time()
    for sentence in given:
        find(sentence)
    return time.process_time() - start


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # both libraries warn of what they will change
    size, paths = int(sys.argv[1]), sys.argv[2:]
    print(json.dumps(throughput(size, paths) if size else check(paths)))  # noqa: T201 - the result
