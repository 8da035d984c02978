"""Facts from links: claims are joined, the likeliest first, where no constraint speaks against it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from discrepancy.match.blocks import Block
from discrepancy.match.evidence import agree
from discrepancy.match.weights import Weights, links
from discrepancy.model import Claim, Fact, Link


@dataclass(frozen=True, slots=True)
class MatchSettings:
    """From which probability two claims are joined, and two of different value."""

    agreeing: float = 0.5
    differing: float = 0.5


def facts(block: Block, weights: Weights, settings: MatchSettings) -> Iterator[Fact]:
    """The facts of *block* on which more than one document speaks."""
    by_id = {claim.id: claim for claim in block.claims}
    found = links(block, weights)
    groups = _joined(by_id, sorted(found, key=lambda link: (-link.probability, link.left, link.right)), settings)
    for members in groups:
        claims = tuple(sorted((by_id[one] for one in members), key=_order))
        own = tuple(link for link in found if link.left in members and link.right in members)
        yield Fact(_label(claims), block.key[1], claims, own)


def _joined(by_id: Mapping[str, Claim], links: Sequence[Link], settings: MatchSettings) -> list[frozenset[str]]:
    group: dict[str, set[str]] = {}
    for link in links:
        left, right = by_id[link.left], by_id[link.right]
        least = settings.agreeing if agree(left, right) else settings.differing
        if link.probability < least:
            continue
        a, b = group.get(link.left, {link.left}), group.get(link.right, {link.right})
        if a is b or not _may_join((by_id[one] for one in a), [by_id[one] for one in b]):
            continue
        joined = a | b
        group.update(dict.fromkeys(joined, joined))
    return sorted({frozenset(members) for members in group.values()}, key=min)


def _may_join(left: Iterable[Claim], right: Sequence[Claim]) -> bool:
    """One document seldom contradicts itself: its differing values are different facts."""
    return all(a.document.id != b.document.id or agree(a, b) for a in left for b in right)


def _order(claim: Claim) -> tuple[str, str, int]:
    published = claim.document.published.time.isoformat() if claim.document.published else ""
    return published, claim.document.id, claim.span.start


def _label(claims: Sequence[Claim]) -> str:
    """What the fact is about, in the words most claims use: the measure or the noun, and the subject."""
    frames = [claim.frame for claim in claims if claim.frame]
    measure = _commonest(frame.attribute or frame.noun or frame.event for frame in frames)
    about = _commonest(frame.subject for frame in frames)
    return " · ".join(part for part in (measure, about) if part) or claims[0].literal


def _commonest(words: Iterable[str | None]) -> str:
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word), default="")
