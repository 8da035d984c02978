"""What the parts of a count come to that one sentence tells: "four were badly hurt, 20 others slightly" are 24."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce

from discrepancy.interval import Interval
from discrepancy.match.blocks import Key
from discrepancy.match.kinds import Kinds
from discrepancy.model import Claim, Frame, Modifier, Quantity, Scope, Span, claim_id

_OTHER = "other"
_MOST = 4
"""The parts of a count that one sentence tells; more are a list."""

_FROM_BELOW = frozenset({Modifier.EXACT, Modifier.ABOUT, Modifier.AT_LEAST, Modifier.MORE_THAN})


def with_sums(groups: Mapping[Key, Sequence[Claim]], kinds: Kinds) -> dict[Key, list[Claim]]:
    """*groups* of claims, which have frames; where a sentence tells the parts of a count, what they come to instead."""
    return {key: _summed(claims, kinds) if key[1] == "count" else list(claims) for key, claims in groups.items()}


def _summed(claims: Sequence[Claim], kinds: Kinds) -> list[Claim]:
    told: defaultdict[tuple[str, Span, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.frame and claim.frame.attribute and claim.quantity and not claim.quantity.vague:
            told[claim.document.id, claim.sentence, _whole(claim.frame.attribute)].append(claim)
    ordered = (sorted(members, key=lambda one: one.span) for members in told.values())
    parted = [members for members in ordered if 1 < len(members) <= _MOST and _add_up(members, kinds)]
    parts = {claim.id for members in parted for claim in members}
    return [*(claim for claim in claims if claim.id not in parts), *map(_sum, parted)]


def _whole(measure: str) -> str:
    """What *measure* is a part of by its name, if of anything: "serious injuries" of injuries."""
    return measure.rpartition(" ")[2]


def _add_up(parts: Sequence[Claim], kinds: Kinds) -> bool:
    """Is each of *parts*, which are as certain, told beside those before it, or are they all that there can be?"""
    first, *others = parts
    counted = all(one.quantity and one.quantity.printed.modifier in _FROM_BELOW for one in parts)
    single = all(one.frame and one.frame.attribute in kinds.single for one in parts)
    alike = kinds.persons | {_OTHER, None, first.frame.noun if first.frame else None}
    same = all(one.frame and one.frame.noun in alike for one in others)
    beside = single and same and not _limits(first) and all(_limits(one) == {_OTHER} for one in others)
    modality = {one.frame.modality for one in parts if one.frame}
    return counted and (beside or _complete(parts)) and len(modality) == 1


_WHOLES = (frozenset({"man", "woman"}), frozenset({"boy", "girl"}), frozenset({"adult", "child"}))
"""Of whom a count is complete together: "17 men and one woman"."""


def _complete(parts: Sequence[Claim]) -> bool:
    limits = [_limits(one) for one in parts]
    told = frozenset().union(*limits)
    return told in _WHOLES and len(told) == len(parts) and all(len(one) == 1 for one in limits)


def _limits(claim: Claim) -> set[str]:
    frame = claim.frame or Frame()
    return {*(frame.scope.qualifier or "").split(), *({_OTHER} if frame.noun == _OTHER else ())}


def _sum(parts: Sequence[Claim]) -> Claim:
    """The claim of what *parts* come to, made where they are told."""
    first, last = parts[0], parts[-1]
    span = Span(first.span.start, last.span.end)
    quantities = [one.quantity for one in parts if one.quantity]
    return replace(
        first,
        id=claim_id(first.document, span),
        span=span,
        literal=first.document.text[span.start : span.end],
        quantity=reduce(_added, quantities),
        frame=replace(first.frame or Frame(), attribute=last.frame.attribute if last.frame else None, scope=Scope()),
        reckoned=True,
    )


def _added(left: Quantity, right: Quantity) -> Quantity:
    first, second = left.printed, right.printed
    exact = first.modifier is second.modifier
    printed = replace(
        first,
        lower=_plus(first.lower, second.lower),
        upper=_plus(first.upper, second.upper),
        modifier=first.modifier if exact else Modifier.ABOUT,
        step=max(first.step, second.step),
    )
    a, b = left.interval, right.interval
    interval = Interval(
        _plus(a.lower, b.lower), _plus(a.upper, b.upper), a.lower_open or b.lower_open, a.upper_open or b.upper_open
    )
    return replace(left, interval=interval, renderings=(printed,), parts=(interval,), qualifier="")


def _plus(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    return None if left is None or right is None else left + right
