"""Facts from links: claims are joined, the likeliest first, where no constraint speaks against it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from itertools import combinations
from math import inf
from typing import TypeVar

from discrepancy.match.adding import adds_up_to
from discrepancy.match.apart import limits_a_figure, told_apart
from discrepancy.match.blocks import Block, Pair
from discrepancy.match.evidence import Level, can_meet
from discrepancy.match.figures import agree, is_another, ratio
from discrepancy.match.labels import label_of
from discrepancy.match.links import Joint, joints, link_of, link_with
from discrepancy.match.values import when
from discrepancy.match.weights import Weights
from discrepancy.model import Claim, Fact

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class MatchSettings:
    """From which probability two claims are joined.

    Of two that differ the likelihood is asked for that makes findings worth reading; more of times, for many things
    happen to the same people in one week, unless they are told in much the same words (*worded*); more of what is
    *otherwise* called, of another thing or measure by its words ("nights", "firms"), or of another size; less where
    both reports tell one whole, or *plainly* all else alike. In one document fewer pairs can be *repeated*, and they
    are alike in more.
    """

    agreeing: float = 0.5
    differing: float = 0.35
    otherwise: float = 0.5
    plainly: float = 0.2
    dated: float = 0.6
    worded: float = 0.3
    repeated: float = 0.15

    def of(self, kind: str) -> "MatchSettings":
        """The settings for claims of *kind*."""
        return replace(self, differing=self.dated) if kind == "time" else self


def facts(
    block: Block, pairs: Sequence[Pair], weights: Mapping[str, Weights], settings: MatchSettings
) -> Iterator[Fact]:
    """The facts of *block*, whose *pairs* are given, on which more than one document speaks."""
    by_id = {claim.id: claim for claim in block.claims}
    limiting = {claim.id for claim in block.claims if limits_a_figure(claim, block)}
    found = [
        one
        for one in joints(block, weights, pairs)
        if limiting.isdisjoint((one.left, one.right)) and not adds_up_to(by_id[one.left], by_id[one.right], block)
    ]
    ordered = sorted(found, key=lambda link: (-link.probability, link.left, link.right))
    groups = _joined(by_id, ordered, settings.of(block.kind), block)
    for members, own in shared_out(groups, ((one.left, one.right, one) for one in found)):
        claims = in_order(by_id[one] for one in members)
        yield Fact(label_of(claims), block.key[1], claims, tuple(link_of(joint, block, weights) for joint in own))


def repeated(block: Block, weights: Mapping[str, Weights], settings: MatchSettings) -> Iterator[Fact]:
    """The facts of *block* of which one document gives two values: each two that differ are joined where likely.

    Where one sentence tells of the past, it tells of something else.
    """
    by_id = {claim.id: claim for claim in block.claims}
    pairs = [pair for pair in block.repeats() if when(*pair, block) != "past"]
    found = [
        link
        for link in joints(block, weights, pairs)
        if link.probability >= settings.repeated
        and not agree(by_id[link.left], by_id[link.right])
        and not adds_up_to(by_id[link.left], by_id[link.right], block)
        and not told_apart(by_id[link.left], by_id[link.right], block)
    ]
    groups = connected((link.left, link.right) for link in found)
    for members, own in shared_out(groups, ((one.left, one.right, one) for one in found)):
        claims = in_order(by_id[one] for one in members)
        links = tuple(link_of(joint, block, weights) for joint in own)
        yield Fact(label_of(claims), block.key[1], claims, links, internal=True)


def by_rule(
    block: Block, pairs: Sequence[Pair], weights: Mapping[str, Weights], told: Callable[[Claim, Claim], Level]
) -> Iterator[Fact]:
    """The facts of *block* that *pairs*, each joined by what is *told* of them, come to; not where all say the same."""
    by_id = {claim.id: claim for pair in pairs for claim in pair}
    groups = connected((left.id, right.id) for left, right in pairs)
    for members, own in shared_out(groups, ((pair[0].id, pair[1].id, pair) for pair in pairs)):
        claims = in_order(by_id[one] for one in members)
        if all(agree(left, right) for left, right in combinations(claims, 2)):
            continue
        links = tuple(link_with(*pair, block, weights, told(*pair)) for pair in own)
        internal = len({claim.document.id for claim in claims}) == 1
        yield Fact(label_of(claims), block.key[1], claims, links, internal=internal)


def further(told: Iterable[Fact], known: Sequence[Fact]) -> Iterator[Fact]:
    """The facts *told* in so many words that none of those *known* holds already."""
    held = [{claim.id for claim in fact.claims} for fact in known]
    return (fact for fact in told if not any(ids.issuperset(claim.id for claim in fact.claims) for ids in held))


def shared_out(
    groups: Iterable[frozenset[str]], found: Iterable[tuple[str, str, One]]
) -> Iterator[tuple[frozenset[str], list[One]]]:
    """Each of *groups*, no two of which share a claim, with what is *found* of two claims of it, in that order."""
    own: dict[frozenset[str], list[One]] = {members: [] for members in groups}
    group = {claim: members for members in own for claim in members}
    for left, right, one in found:
        if (members := group.get(left)) is not None and members is group.get(right):
            own[members].append(one)
    yield from own.items()


def connected(pairs: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """The groups of claims, named by their ids, that *pairs* connect."""
    group: dict[str, frozenset[str]] = {}
    for left, right in pairs:
        joined = group.get(left, frozenset({left})) | group.get(right, frozenset({right}))
        group.update(dict.fromkeys(joined, joined))
    return sorted(set(group.values()), key=min)


def _joined(
    by_id: Mapping[str, Claim], links: Sequence[Joint], settings: MatchSettings, block: Block
) -> list[frozenset[str]]:
    """The groups of claims of *block* that *links*, the likeliest first, join."""
    likely = [link for link in links if link.probability >= _least(link, settings)]
    joinable = frozenset(pair for link in likely for pair in ((link.left, link.right), (link.right, link.left)))
    group: dict[str, frozenset[str]] = {}
    refused: set[tuple[frozenset[str], frozenset[str]]] = set()
    rivals = _rivals(by_id, links, settings)
    for link in likely:
        pair = by_id[link.left], by_id[link.right]
        if _is_idle(*pair) or _is_outdone(*pair, rivals):
            continue
        a, b = (group.get(one, frozenset({one})) for one in (link.left, link.right))
        if a is b or (a, b) in refused:
            continue
        if _may_join([(by_id[one], by_id[other]) for one in a for other in b], joinable, block):
            group.update(dict.fromkeys(a | b, a | b))
        else:
            refused |= {(a, b), (b, a)}
    return sorted(set(group.values()), key=min)


_SAME_WORDS = 6
"""The comparisons of words, of nine, that speak for one fact where two times are told in much the same words."""


def _least(link: Joint, settings: MatchSettings) -> float:
    """The probability from which *link* joins.

    Measures that are never one do not, nor tolls where one alone is of what happened well before.
    """
    told = dict(link.levels)
    past = told["when"] == "past" and told["dimension"] != "age"
    if told["measure"] == "unlike" or (past and told["role"] in ("whole", "toll", "part")):
        return inf
    if can_meet(link.levels):
        return settings.agreeing
    alike = told["whole"] == "both" or told["company"] == "parallel"
    if alike and told["closeness"] != "farthest":
        return min(settings.differing, settings.plainly)
    if told["dimension"] == "time" and int(told["bond"]) >= _SAME_WORDS:
        return min(settings.differing, settings.worded)
    counted = told["dimension"] == "count" and told["noun"] == "different" and told["measure"] not in ("same", "akin")
    measured = told["dimension"] != "time" and (told["measure"] == "different" or told["closeness"] == "farthest")
    return max(settings.differing, settings.otherwise) if counted or measured else settings.differing


Rivals = Mapping[tuple[str, str], Decimal]
"""How near the nearest figure lies that excludes that of a claim, by the claim and the other document."""


def _rivals(by_id: Mapping[str, Claim], links: Sequence[Joint], settings: MatchSettings) -> Rivals:
    """How near figures of the same fact, by their *links*, lie to those which they exclude."""
    found: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for link in links:
        pair = by_id[link.left], by_id[link.right]
        if link.probability >= settings.agreeing and not agree(*pair):
            for one, other in (pair, pair[::-1]):
                if one.quantity and other.quantity:
                    key = one.id, other.document.id
                    found[key] = max(found[key], ratio(one.quantity, other.quantity))
    return found


def _is_outdone(left: Claim, right: Claim, rivals: Rivals) -> bool:
    """Do the two agree by a hedge alone, of which one document gives a nearer figure that excludes the other's?

    "Under 100" is likelier wrong on 104 than right on 51, where both may be meant.
    """
    if left.quantity is None or right.quantity is None or not agree(left, right):
        return False
    near = ratio(left.quantity, right.quantity)
    pair = (left, right)
    return any(rivals.get((one.id, other.document.id), Decimal()) > near for one, other in (pair, pair[::-1]))


_FAR = Decimal("0.2")
"""The lesser figure as a part of the greater one, under which a hedge that lets both be true tells nothing of it."""


def _is_idle(left: Claim, right: Claim) -> bool:
    """Do the two agree because one only bounds, and from far away: "at least three" and 100?"""
    if left.quantity is None or right.quantity is None or not agree(left, right):
        return False
    return ratio(left.quantity, right.quantity) < _FAR


def _may_join(crossing: Sequence[Pair], joinable: frozenset[tuple[str, str]], block: Block) -> bool:
    """May two groups be one fact, seen from the pairs between them, of which those *joinable* are likely enough?

    One document seldom contradicts itself: its differing values are different facts, unless both are totals of what
    it says has grown. And values that differ are brought together by a pair of differing claims, not by a hedged claim
    between them that fits both.
    """
    own = (pair for pair in crossing if pair[0].document.id == pair[1].document.id and is_another(*pair))
    if any(left.id not in block.totals or right.id not in block.totals for left, right in own):
        return False
    differing = [pair for pair in crossing if not agree(*pair)]
    if any(told_apart(*pair, block) for pair in differing):
        return False
    return not differing or any((left.id, right.id) in joinable for left, right in differing)


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """*claims* in the order of publication, undated ones last, and of the text."""
    return tuple(sorted(claims, key=_order))


def _order(claim: Claim) -> tuple[datetime, str, int]:
    return claim.document.appeared, claim.document.id, claim.span.start
