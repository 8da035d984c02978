"""Which claims could speak of the same fact at all?"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from discrepancy.model import Claim, Kind

Key = tuple[str, str]
"""A blocking key: story and dimension."""

Pair = tuple[Claim, Claim]


@dataclass(frozen=True, slots=True)
class Block:
    """The claims of one story in one dimension; *rarity* weighs the words of the story's sentences, from 0 to 1."""

    key: Key
    claims: tuple[Claim, ...]
    rarity: Mapping[str, float]
    rivals: Mapping[str, int]

    def pairs(self) -> Iterator[Pair]:
        """Each two claims of different documents, once."""
        return ((left, right) for left, right in combinations(self.claims, 2) if left.document.id != right.document.id)


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


def blocks(groups: Mapping[Key, list[Claim]]) -> Iterator[Block]:
    """The blocks of *groups*, whose claims have frames."""
    by_story: defaultdict[str, list[Claim]] = defaultdict(list)
    for (story, _), claims in groups.items():
        by_story[story] += claims
    rarity = {story: _rarity(claims) for story, claims in by_story.items()}
    for key, claims in groups.items():
        counts = Counter(claim.document.id for claim in claims)
        yield Block(key, tuple(claims), rarity[key[0]], counts)


def _rarity(claims: Iterable[Claim]) -> dict[str, float]:
    """How telling a word is among the sentences of a story: 1 for one that stands in few, near 0 for one in all."""
    sentences = {(claim.document.id, claim.sentence): claim.frame.context for claim in claims if claim.frame}
    spread = Counter(word for words in sentences.values() for word in words)
    scale = math.log(1 + len(sentences))
    return {word: math.log((1 + len(sentences)) / seen) / scale for word, seen in spread.items()}
