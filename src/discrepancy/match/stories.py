"""Which documents report the same event?"""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from discrepancy.model import Document

Vector = Mapping[str, float]

_WORD = re.compile(r"[^\W\d_][\w'’-]{2,24}")


@dataclass(frozen=True, slots=True)
class StorySettings:
    """How documents are laid side by side; measured on annotated events told by several outlets.

    *alike* is the mean cosine from which two groups of documents are one story, *head* the characters of a report that
    name its event, *common* the share of documents beyond which a word tells no event, *title* and *name* how often a
    title and a word with a capital count, *background* the number of other documents imagined beside a small heap,
    *days* the distance of publication beyond which *late* is taken from a cosine.
    """

    alike: float = 0.1
    head: int = 1500
    common: float = 0.1
    title: int = 3
    name: int = 2
    background: int = 20
    days: int = 30
    late: float = 0.03


def stories(
    documents: Sequence[Document], ordinary: frozenset[str] = frozenset(), settings: StorySettings | None = None
) -> Mapping[str, str]:
    """The story of each document by its id: as given, else found by clustering.

    Documents without a story are grouped by average link over the cosine of their tf-idf vectors, *ordinary* words
    left out.
    """
    given = {document.id: document.story for document in documents if document.story}
    heap = [document for document in documents if not document.story]
    return given | _clustered(heap, ordinary, settings or StorySettings())


def _clustered(heap: Sequence[Document], ordinary: frozenset[str], settings: StorySettings) -> dict[str, str]:
    vectors = _vectors(heap, ordinary, settings)
    found: dict[str, str] = {}
    for group in _average_link(_likenesses(heap, vectors, settings), len(heap), settings.alike):
        first = heap[min(group)].id
        found |= {heap[index].id: f"story of {first}" for index in group}
    return found


def _vectors(heap: Sequence[Document], ordinary: frozenset[str], settings: StorySettings) -> list[Vector]:
    """Unit tf-idf vectors of titles and beginnings."""
    counts = [_counts(document, ordinary, settings) for document in heap]
    spread = Counter(word for words in counts for word in words)
    size = len(heap) + settings.background
    idf = {word: math.log(size / (1 + seen)) for word, seen in spread.items() if seen <= max(settings.common * size, 8)}
    return [_unit({word: n * idf[word] for word, n in words.items() if word in idf}) for words in counts]


def _counts(document: Document, ordinary: frozenset[str], settings: StorySettings) -> dict[str, float]:
    counts: defaultdict[str, float] = defaultdict(float)
    for word in _WORD.findall(f"{document.title}\n" * settings.title + document.text[: settings.head]):
        if word.lower() not in ordinary:
            counts[word.lower()] += settings.name if word[0].isupper() else 1
    return {word: 1 + math.log(n) for word, n in counts.items()}


def _unit(vector: dict[str, float]) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1
    return {word: value / length for word, value in vector.items()}


def _likenesses(
    heap: Sequence[Document], vectors: Sequence[Vector], settings: StorySettings
) -> dict[tuple[int, int], float]:
    """The cosine of each two documents that share a word, less *late* where they were published far apart."""
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    found: dict[tuple[int, int], float] = {}
    for index, vector in enumerate(vectors):
        scores: defaultdict[int, float] = defaultdict(float)
        for word, value in vector.items():
            for other, weight in postings[word]:
                scores[other] += value * weight
            postings[word].append((index, value))
        for other, score in scores.items():
            late = settings.late if _days_apart(heap[other], heap[index]) > settings.days else 0
            found[other, index] = score - late
    return found


def _days_apart(left: Document, right: Document) -> int:
    if left.published is None or right.published is None:
        return 0
    return abs(left.published.time - right.published.time).days


def _average_link(likeness: Mapping[tuple[int, int], float], size: int, alike: float) -> list[frozenset[int]]:
    """Groups of the numbers below *size*, joined while the mean likeness between two of them is at least *alike*."""
    groups = {index: frozenset({index}) for index in range(size)}
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (left, right), score in likeness.items():
        near[left][right] = near[right][left] = score
    queue = [(-score, left, right) for (left, right), score in likeness.items() if score >= alike]
    heapq.heapify(queue)
    fresh = count(size)
    while queue:
        score, left, right = heapq.heappop(queue)
        if left not in groups or right not in groups or near[left][right] != -score:
            continue
        joined = next(fresh)
        weights = len(groups[left]), len(groups[right])
        groups[joined] = groups.pop(left) | groups.pop(right)
        for other in sorted((near[left].keys() | near[right].keys()) & groups.keys()):
            mean = (near[left].get(other, 0) * weights[0] + near[right].get(other, 0) * weights[1]) / sum(weights)
            near[joined][other] = near[other][joined] = mean
            if mean >= alike:
                heapq.heappush(queue, (-mean, other, joined))
        del near[left], near[right]
    return sorted(groups.values(), key=min)
