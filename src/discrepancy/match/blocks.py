"""Which claims could speak of the same fact at all?"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from discrepancy.interval import Interval
from discrepancy.knowledge.frames import FrameTables
from discrepancy.knowledge.matching import MatchTables
from discrepancy.model import Claim, Kind, Span

Key = tuple[str, str]
"""A blocking key: story and dimension."""

Pair = tuple[Claim, Claim]


@dataclass(frozen=True, slots=True)
class Kinds:
    """What the tables know of words: measures that are akin or never the same, words for persons, for speakers."""

    kinship: Mapping[frozenset[str], str]
    persons: frozenset[str]
    speakers: frozenset[str]


def compile_kinds(frames: FrameTables, matching: MatchTables) -> Kinds:
    """Index the tables, once a run."""
    kinship = {
        frozenset((row.name, other)): level
        for row in frames.attributes
        for level, others in (("akin", row.akin), ("unlike", row.unlike))
        for other in others
    }
    words = {row.kind: frozenset(row.words) for row in matching.nouns}
    return Kinds(kinship, words.get("person", frozenset()), words.get("speaker", frozenset()))


@dataclass(frozen=True, slots=True)
class Block:
    """The claims of one story in one dimension.

    *rarity* weighs the words of the story's sentences, from 0 to 1; *rivals* counts the claims by document; *dates* are
    the times named, by document and sentence.
    """

    key: Key
    claims: tuple[Claim, ...]
    rarity: Mapping[str, float]
    rivals: Mapping[str, int]
    dates: Mapping[tuple[str, Span], tuple[Claim, ...]]
    kinds: Kinds

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

    def dates_beside(self, claim: Claim) -> Iterator[Interval[datetime]]:
        """The other times named in the sentence of *claim*."""
        for other in self.dates.get((claim.document.id, claim.sentence), ()):
            if other.id != claim.id and other.timex is not None and other.timex.interval is not None:
                yield other.timex.interval

    def _may_meet(self, left: Claim, right: Claim) -> bool:
        """Ages meet where their owners may be one: by name, the short form of a person after the full one."""
        if self.key[1] != "age":
            return True
        owners = [
            set(claim.frame.noun.split()) & claim.frame.names if claim.frame and claim.frame.noun else set()
            for claim in (left, right)
        ]
        return bool(owners[0]) and bool(owners[1]) and (owners[0] <= owners[1] or owners[1] <= owners[0])

    def pairs(self) -> Iterator[Pair]:
        """Each two claims of different documents, once."""
        return (
            (left, right)
            for left, right in combinations(self.claims, 2)
            if left.document.id != right.document.id and self._may_meet(left, right)
        )


def comparable(claim: Claim) -> bool:
    """Does the claim give a value that another could contradict?"""
    if claim.quantity is not None:
        return True
    return claim.timex is not None and claim.timex.interval is not None


def keyed(claims: Iterable[Claim], stories: Mapping[str, str]) -> dict[Key, list[Claim]]:
    """The claims by blocking key; a key that only one document has is left out, for nothing can meet there."""
    groups: defaultdict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        if comparable(claim):
            groups[stories[claim.document.id], dimension_of(claim)].append(claim)
    return {key: found for key, found in sorted(groups.items()) if len({one.document.id for one in found}) > 1}


def dimension_of(claim: Claim) -> str:
    """The dimension of a quantity; "time" for dates and times of day."""
    return claim.quantity.dimension if claim.kind is Kind.QUANTITY and claim.quantity else "time"


def blocks(groups: Mapping[Key, list[Claim]], kinds: Kinds) -> Iterator[Block]:
    """The blocks of *groups*, whose claims have frames; counts of speakers ("two officials said") speak of no fact."""
    by_story: defaultdict[str, list[Claim]] = defaultdict(list)
    dates: defaultdict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for (story, dimension), claims in groups.items():
        by_story[story] += claims
        if dimension == "time":
            for claim in claims:
                dates[claim.document.id, claim.sentence].append(claim)
    rarity = {story: _rarity(claims) for story, claims in by_story.items()}
    beside = {place: tuple(claims) for place, claims in dates.items()}
    for key, claims in groups.items():
        telling = tuple(claim for claim in claims if not (claim.frame and claim.frame.noun in kinds.speakers))
        counts = Counter(claim.document.id for claim in telling)
        yield Block(key, telling, rarity[key[0]], counts, beside, kinds)


def _rarity(claims: Iterable[Claim]) -> dict[str, float]:
    """How telling a word is among the sentences of a story: 1 for one that stands in few, near 0 for one in all."""
    sentences = {
        (claim.document.id, claim.sentence): claim.frame.context | claim.frame.beside for claim in claims if claim.frame
    }
    spread = Counter(word for words in sentences.values() for word in words)
    scale = math.log(1 + len(sentences))
    return {word: math.log((1 + len(sentences)) / seen) / scale for word, seen in spread.items()}
