"""Which claims could speak of the same fact at all?"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from typing import Any, TypeVar

from discrepancy.interval import Interval
from discrepancy.match.company import Company, Place, beside
from discrepancy.match.kinds import Kinds
from discrepancy.match.meeting import alike, borne_by_others, of_its_holder, reckoned_apart
from discrepancy.match.owners import Callings, called_alike, callings_in, one_owner
from discrepancy.match.totals import totals
from discrepancy.model import Claim, Frame, Kind

Key = tuple[str, str]
"""A blocking key: story and dimension."""

Pair = tuple[Claim, Claim]

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Block:
    """The claims of one story in one dimension.

    *rarity* weighs the words of the story's sentences, from 0 to 1; *rivals* counts the claims by document; *turns* and
    *peers* are, by claim, its place among the claims of its document on the same measure, and their number; *company*
    are the claims of all dimensions by document and sentence; *totals* are the claims that alone of their document tell
    the whole of a count or an amount; *callings* are the ages told of those called by one word.
    """

    key: Key
    claims: tuple[Claim, ...]
    rarity: Mapping[str, float]
    rivals: Mapping[str, int]
    turns: Mapping[str, int]
    peers: Mapping[str, int]
    company: Company
    totals: frozenset[str]
    callings: Callings
    kinds: Kinds
    _weights: dict[frozenset[str], float] = field(default_factory=dict, init=False, repr=False, compare=False)
    _known: dict[tuple[object, str], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, ask: Callable[[Claim, "Block"], Answer], claim: Claim) -> Answer:
        """What *ask* says of *claim*, asked once however many pairs it is in."""
        known: Answer | None = self._known.get((ask, claim.id))
        if known is None:
            known = self._known[ask, claim.id] = ask(claim, self)
        return known

    def weight(self, words: frozenset[str]) -> float:
        """How much *words* tell together, the same whatever order they are taken in; each set is weighed once."""
        known = self._weights.get(words)
        if known is None:
            known = self._weights[words] = math.fsum(self.rarity.get(word, 1.0) for word in words)
        return known

    @property
    def kind(self) -> str:
        """Quantities or times."""
        return "time" if self.key[1] == "time" else "quantity"

    @property
    def kinship(self) -> Mapping[frozenset[str], str]:
        """Pairs of measures that are "akin" or "unlike"."""
        return self.kinds.kinship

    @property
    def persons(self) -> frozenset[str]:
        """Nouns that only say that persons are counted."""
        return self.kinds.persons

    def beside(self, claim: Claim) -> Iterator[Claim]:
        """The other claims of the sentence of *claim*."""
        return beside(claim, self.company)

    def dates_beside(self, claim: Claim) -> Iterator[Interval[datetime]]:
        """The other times named in the sentence of *claim*."""
        for other in self.beside(claim):
            if other.kind is Kind.TIME and other.timex is not None and other.timex.interval is not None:
                yield other.timex.interval

    def _may_meet(self, left: Claim, right: Claim) -> bool:
        """Ages and terms meet where they may be of one person, times reckoned from publication where of about one day.

        What was reckoned from dates meets what is told: the dates themselves are compared as such.
        """
        if left.reckoned and right.reckoned:
            return False
        if self.key[1] == "age":
            return one_owner(left, right) or called_alike(left, right, self.callings, self.kinds.anyone)
        if self.key[1] == "duration":
            return of_its_holder(left, right)
        if self.kind == "time":
            return not reckoned_apart(left, right) and not self._happens_twice(left, right)
        return True

    def _happens_twice(self, left: Claim, right: Claim) -> bool:
        """Do two times tell of what happens once to each, and of two that it happened to?"""
        measure = left.frame.attribute if left.frame else None
        once = measure in self.kinds.once and right.frame is not None and right.frame.attribute == measure
        return once and borne_by_others(left, right)

    def pairs(self) -> Iterator[Pair]:
        """Each two claims of different documents, once."""
        return (
            (left, right)
            for left, right in combinations(self.claims, 2)
            if left.document.id != right.document.id and self._may_meet(left, right)
        )

    @property
    def crossing(self) -> int:
        """How many pairs there are of claims of different documents, those that may not meet included."""
        told = Counter(claim.document.id for claim in self.claims).values()
        return (sum(told) ** 2 - sum(count * count for count in told)) // 2

    def repeats(self) -> Iterator[Pair]:
        """Each two claims of one document, in two sentences, that may give one value of a measure twice.

        How long something took is told of something named.
        """
        told: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in self.claims:
            frame = claim.frame or Frame()
            measure = frame.attribute
            lasted = measure in self.kinds.once and (frame.noun is not None or measure != self.key[1])
            if measure and claim.quantity and not claim.quantity.vague and (lasted or measure in self.kinds.single):
                told[claim.document.id, measure].append(claim)
        for claims in told.values():
            for left, right in combinations(claims[:_REPEATS], 2):
                if (
                    left.sentence != right.sentence
                    and self._may_meet(left, right)
                    and alike(left, right, self.kinds.extents)
                ):
                    yield left, right


_REPEATS = 40  # claims on one measure in one document; more are a list or a table


def comparable(claim: Claim) -> bool:
    """Does the claim give a value that another could contradict?"""
    if claim.quantity is not None:
        return True
    return claim.timex is not None and claim.timex.interval is not None


def keyed(claims: Iterable[Claim], stories: Mapping[str, str]) -> dict[Key, list[Claim]]:
    """The claims by blocking key; a key that only one claim has is left out, for nothing can meet there."""
    groups: defaultdict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        if comparable(claim):
            groups[stories[claim.document.id], dimension_of(claim)].append(claim)
    return {key: found for key, found in sorted(groups.items()) if len(found) > 1}


def dimension_of(claim: Claim) -> str:
    """The dimension of a quantity; "time" for dates and times of day."""
    return claim.quantity.dimension if claim.kind is Kind.QUANTITY and claim.quantity else "time"


def blocks(groups: Mapping[Key, list[Claim]], kinds: Kinds) -> Iterator[Block]:
    """The blocks of *groups*, whose claims have frames; counts of speakers ("two officials said") speak of no fact."""
    by_story: defaultdict[str, list[Claim]] = defaultdict(list)
    company: defaultdict[Place, list[Claim]] = defaultdict(list)
    for (story, _), claims in groups.items():
        by_story[story] += claims
        for claim in claims:
            company[claim.document.id, claim.sentence].append(claim)
    rarity = {story: _rarity(claims) for story, claims in by_story.items()}
    told = {place: tuple(claims) for place, claims in company.items()}
    for key, claims in groups.items():
        telling = tuple(claim for claim in claims if not (claim.frame and claim.frame.noun in kinds.speakers))
        counts = Counter(claim.document.id for claim in telling)
        whole = frozenset() if key[1] in _NO_COUNTS else totals(telling, told, kinds)
        callings = callings_in(telling) if key[1] == "age" else {}
        yield Block(key, telling, rarity[key[0]], counts, *_places(telling), told, whole, callings, kinds)


_NO_COUNTS = frozenset({"age", "time"})
"""Dimensions of what does not grow as counts and amounts do."""


def _places(claims: Iterable[Claim]) -> tuple[dict[str, int], dict[str, int]]:
    """Each claim's place among those of its document on the same measure, from 0, and their number."""
    order: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: one.span.start):
        order[claim.document.id, _measure(claim)].append(claim.id)
    turns = {one: turn for members in order.values() for turn, one in enumerate(members)}
    return turns, {one: len(members) for members in order.values() for one in members}


def _measure(claim: Claim) -> str | None:
    return (claim.frame.attribute or claim.frame.noun or claim.frame.event) if claim.frame else None


def _rarity(claims: Iterable[Claim]) -> dict[str, float]:
    """How telling a word is among the sentences of a story: 1 for one that stands in few, near 0 for one in all."""
    sentences = {
        (claim.document.id, claim.sentence): claim.frame.context | claim.frame.beside for claim in claims if claim.frame
    }
    spread = Counter(word for words in sentences.values() for word in words)
    scale = math.log(1 + len(sentences))
    return {word: math.log((1 + len(sentences)) / seen) / scale for word, seen in spread.items()}
