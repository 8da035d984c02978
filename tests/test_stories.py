"""Which documents report the same event?"""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.match.closeness import Closeness, Near, closenesses
from discrepancy.match.linkage import groups
from discrepancy.match.stories import StorySettings, stories
from discrepancy.model import Document, Published
from discrepancy.read import read
from discrepancy.ready import reading

CORPUS = Path(__file__).parents[1] / "corpus"
LARGE = Closeness(common=0.5, widespread=10, nearest=6)
"""As if the heap were a large one: of stories of five reports, some words stand in more than ten."""


@pytest.fixture(scope="module")
def heap() -> list[Document]:
    """The reports of the corpus, as if nobody had put them into folders."""
    return [replace(one, story=None) for one in read([str(CORPUS)]) if isinstance(one, Document)]


def parts(found: Mapping[str, str]) -> set[frozenset[str]]:
    members: defaultdict[str, set[str]] = defaultdict(set)
    for document, story in found.items():
        members[story].add(document)
    return {frozenset(one) for one in members.values()}


def published(document: Document, day: int) -> Document:
    return replace(document, published=Published(datetime(2031, 1, 1, tzinfo=UTC) + timedelta(day), "day"))


@pytest.mark.parametrize("closeness", [Closeness(), LARGE], ids=["a heap", "a large heap"])
def test_reports_of_one_event_are_one_story(heap: list[Document], closeness: Closeness) -> None:
    folders: defaultdict[str, set[str]] = defaultdict(set)
    for one in heap:
        folders[one.id.partition("/")[0]].add(one.id)
    found = stories(heap, reading().ordinary, StorySettings(closeness=closeness))
    assert parts(found) == {frozenset(one) for one in folders.values()}
    assert parts(found) == parts(stories(heap[::-1], reading().ordinary, StorySettings(closeness=closeness)))


def test_a_given_story_holds(heap: list[Document]) -> None:
    given_one = replace(heap[0], story="bridge")
    assert stories([given_one, *heap[1:]], reading().ordinary)[given_one.id] == "bridge"


def test_in_a_large_heap_like_events_are_told_apart_by_time(heap: list[Document]) -> None:
    apart = [published(one, 0) for one in heap] + [published(replace(one, id=f"{one.id} again"), 60) for one in heap]
    found = parts(stories(apart, reading().ordinary, StorySettings(closeness=LARGE)))
    assert len(found) == 6
    assert all(len({one.endswith("again") for one in part}) == 1 for part in found)


def test_in_a_large_heap_each_document_keeps_few_others(heap: list[Document]) -> None:
    many = [replace(one, id=f"{one.id} {turn}") for turn in range(20) for one in heap]
    near = closenesses(many, reading().ordinary, LARGE, alike=0.1)
    assert len(near.left) <= LARGE.nearest * len(many)


# Average link, beside the definition.

SIZE = 7
PAIRS = list(combinations(range(SIZE), 2))


def by_definition(score: Mapping[tuple[int, int], float], alike: float) -> set[frozenset[int]]:
    """Join the two groups that are nearest on average, while any are near enough."""
    found = [frozenset({one}) for one in range(SIZE)]
    while True:
        means = {pair: mean(*pair, score) for pair in combinations(found, 2)}
        best = max(means, key=means.__getitem__, default=None)
        if best is None or means[best] < alike:
            return set(found)
        found = [one for one in found if one not in best] + [best[0] | best[1]]


def mean(left: frozenset[int], right: frozenset[int], score: Mapping[tuple[int, int], float]) -> float:
    between = [score.get((min(pair), max(pair)), 0.0) for pair in product(left, right)]
    return sum(between) / len(between)


@given(st.permutations(PAIRS), st.sets(st.sampled_from(PAIRS)), st.floats(0.05, 0.9))
def test_groups_are_those_of_average_link(
    order: Sequence[tuple[int, int]], absent: set[tuple[int, int]], alike: float
) -> None:
    score = {pair: 2.0**-rank for rank, pair in enumerate(order) if pair not in absent}
    near = Near(array("I"), array("I"), array("d"))
    for (left, right), value in score.items():
        near.left.append(left)
        near.right.append(right)
        near.score.append(value)
    assert set(groups(near, SIZE, alike)) == by_definition(score, alike)
