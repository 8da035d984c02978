"""Figures that a report itself says have changed, with the figure that holds now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from discrepancy.match.blocks import Block
from discrepancy.match.figures import ratio
from discrepancy.match.labels import label_of
from discrepancy.match.links import link_with
from discrepancy.match.outright import REVISED
from discrepancy.match.owners import one_owner, owner_of
from discrepancy.match.weights import Weights
from discrepancy.model import Claim, Fact, Modality, Standing

_MOST = 40
"""The claims of a document in a block, beyond which they are a list or a table."""


def revised(block: Block, weights: Mapping[str, Weights]) -> Iterator[Fact]:
    """The facts of *block* of which a document gives a value and the one it gave before, that one first."""
    by_document: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in block.claims:
        by_document[claim.document.id].append(claim)
    for claims in by_document.values():
        told = [claim for claim in claims if claim.frame and claim.frame.standing] if len(claims) <= _MOST else []
        for left, right in dict.fromkeys(filter(None, (_revision(claim, claims) for claim in told))):
            link = link_with(left, right, block, weights, REVISED)
            yield Fact(label_of((left, right)), block.key[1], (left, right), (link,), internal=True)


def _revision(claim: Claim, claims: Iterable[Claim]) -> tuple[Claim, Claim] | None:
    """The value given before and the one that holds now, one of which is *claim*; None where the other is not told."""
    before = claim.frame is not None and claim.frame.standing is Standing.SUPERSEDED
    others = [one for one in claims if _may_replace(claim, one)]
    nearest = min(others, key=lambda one: _distance(claim, one), default=None)
    if nearest is None:
        return None
    return (claim, nearest) if before else (nearest, claim)


def _distance(claim: Claim, other: Claim) -> tuple[bool, bool, int]:
    """How far *other* is from taking the place of *claim*: what is said to be right first, then the same sentence."""
    return not _corrected(other), other.sentence != claim.sentence, abs(other.span.start - claim.span.start)


def _corrected(claim: Claim) -> bool:
    return claim.frame is not None and claim.frame.standing is Standing.CORRECTED


def _may_replace(claim: Claim, other: Claim) -> bool:
    """Is *other* another value of what *claim*, whose standing is told, is a value of?"""
    a, b = claim.frame, other.frame
    if a is None or b is None or other is claim or b.standing is a.standing or b.modality is Modality.DENIED:
        return False
    if claim.quantity and (other.quantity is None or other.quantity.vague or claim.quantity.vague):
        return False
    if _value(claim) == _value(other):
        return False
    if a.attribute == "age":
        return _one_person(claim, other)
    if claim.sentence == other.sentence and claim.span.end <= other.span.start and _around(claim) & _around(other):
        return claim.quantity is not None
    return (a.attribute is not None and a.attribute == b.attribute) or (a.noun is not None and a.noun == b.noun)


def _one_person(claim: Claim, other: Claim) -> bool:
    """Do two ages lie near each other, of one name or of one name and a pronoun?"""
    if owner_of(claim) and owner_of(other):
        return one_owner(claim, other)
    return claim.quantity is not None and other.quantity is not None and ratio(claim.quantity, other.quantity) >= _NEAR


_NEAR = Decimal("0.8")


def _around(claim: Claim) -> set[str]:
    """The words close to the figure of *claim* in the parse, and the names printed with it ("9,000 Danish firms")."""
    near = claim.frame.near if claim.frame else frozenset()
    return {*near, *(word for word in claim.literal.split() if word[:1].isupper())}


def _value(claim: Claim) -> Decimal | str | None:
    """The figure as it stands, hedges left aside."""
    if claim.quantity is not None:
        return claim.quantity.stated
    return claim.timex.value if claim.timex is not None else None
