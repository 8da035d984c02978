"""How near are two documents? The cosine of their tf-idf vectors, of pairs that share a telling word.

Cost grows with the number of documents and not with that of their pairs: a word that many documents have brings no two
of them together, and of its many neighbours a document keeps the nearest.
"""

import heapq
import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from discrepancy.model import Document

Numbers: TypeAlias = "array[int]"
Weights: TypeAlias = "array[float]"

_WORD = re.compile(r"[^\W\d_][\w'’-]{2,24}")


@dataclass(frozen=True, slots=True)
class Closeness:
    """How documents are compared; measured on annotated events told by several outlets.

    *head* are the characters of a report that name its event, *common* is the share of documents beyond which a word
    tells no event, *title* and *name* say how often a title and a word with a capital count, *background* the number of
    other documents imagined beside a small heap, *days* the distance of publication beyond which *late* is taken from a
    cosine.

    A word that more than *widespread* documents have counts, but brings no two together. A heap that has such words,
    of some thousand documents, is a large one: there, each document keeps the *nearest* of those before it, and pairs
    are passed over whose rarer words come to less than *faint* of what makes them alike, or that are more than *days*
    apart: so many events are told in like words that time must tell them from each other.
    """

    head: int = 1500
    common: float = 0.1
    title: int = 3
    name: int = 2
    background: int = 20
    days: int = 30
    late: float = 0.03
    widespread: int = 256
    nearest: int = 48
    faint: float = 0.25


@dataclass(frozen=True, slots=True)
class Near:
    """Pairs of documents, by their numbers, and how near they are: three columns of one length."""

    left: Numbers
    right: Numbers
    score: Weights

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        return zip(self.left, self.right, self.score, strict=True)


@dataclass(frozen=True, slots=True)
class _Vector:
    """A unit vector: the numbers of its words, of which the first *rare* are so, and the weight of each."""

    words: Numbers
    weights: Weights
    rare: int


def closenesses(heap: Sequence[Document], ordinary: frozenset[str], settings: Closeness, alike: float) -> Near:
    """How near each document of *heap* is to those before it; *alike* is what matters to who asks."""
    vectors, large = _vectors(heap, ordinary, settings)
    least = alike * settings.faint if large else 0.0
    near = Near(array("I"), array("I"), array("d"))
    postings: defaultdict[int, tuple[Numbers, Weights]] = defaultdict(lambda: (array("I"), array("d")))
    for index, vector in enumerate(vectors):
        scores = _shared(vector, postings, index)
        common = dict(zip(vector.words[vector.rare :], vector.weights[vector.rare :], strict=True))
        found = [
            (rare + _common(common, vectors[other]) - (settings.late if far else 0.0), other)
            for other, rare in scores.items()
            if rare >= least and not ((far := _far(heap[other], heap[index], settings.days)) and large)
        ]
        for score, other in heapq.nlargest(settings.nearest, found) if large else found:
            near.left.append(other)
            near.right.append(index)
            near.score.append(score)
    return near


def _shared(vector: _Vector, postings: Mapping[int, tuple[Numbers, Weights]], index: int) -> Mapping[int, float]:
    """What the rarer words of *vector* come to with each document met in *postings*, to which they are added."""
    scores: defaultdict[int, float] = defaultdict(float)
    for word, value in zip(vector.words[: vector.rare], vector.weights, strict=False):
        documents, weights = postings[word]
        for other, weight in zip(documents, weights, strict=True):
            scores[other] += value * weight
        documents.append(index)
        weights.append(value)
    return scores


def _common(left: Mapping[int, float], right: _Vector) -> float:
    """What the words that many documents have come to."""
    words = zip(right.words[right.rare :], right.weights[right.rare :], strict=True) if left else ()
    return sum(left.get(word, 0.0) * weight for word, weight in words)


def _far(left: Document, right: Document, days: int) -> bool:
    """Were they published more than *days* apart?"""
    if left.published is None or right.published is None:
        return False
    return abs(left.published.time - right.published.time).days > days


def _vectors(heap: Sequence[Document], ordinary: frozenset[str], settings: Closeness) -> tuple[list[_Vector], bool]:
    """Unit tf-idf vectors of titles and beginnings; are there words that many documents have?"""
    numbers: dict[str, int] = {}
    counts = [_counts(document, ordinary, settings, numbers) for document in heap]
    spread = Counter(word for words, _ in counts for word in words)
    size = len(heap) + settings.background
    most = max(settings.common * size, 8)
    idf = {word: math.log(size / (1 + seen)) for word, seen in spread.items() if seen <= most}
    many = frozenset(word for word in idf if spread[word] > settings.widespread)
    return [_unit(words, logs, idf, many) for words, logs in counts], bool(many)


def _counts(
    document: Document, ordinary: frozenset[str], settings: Closeness, numbers: dict[str, int]
) -> tuple[Numbers, Weights]:
    """The words of *document*, by their *numbers*, and how much each is told."""
    counts: defaultdict[str, float] = defaultdict(float)
    for word in _WORD.findall(f"{document.title}\n" * settings.title + document.text[: settings.head]):
        if word.lower() not in ordinary:
            counts[word.lower()] += settings.name if word[0].isupper() else 1
    words = array("I", (numbers.setdefault(word, len(numbers)) for word in counts))
    return words, array("d", (1 + math.log(n) for n in counts.values()))


def _unit(words: Numbers, logs: Weights, idf: Mapping[int, float], many: frozenset[int]) -> _Vector:
    weights = {word: log * idf[word] for word, log in zip(words, logs, strict=True) if word in idf}
    length = math.sqrt(sum(value * value for value in weights.values())) or 1
    ordered = sorted(weights, key=many.__contains__)
    return _Vector(
        array("I", ordered),
        array("d", (weights[word] / length for word in ordered)),
        len(ordered) - len(many & weights.keys()),
    )
