"""Parts of a whole, told apart from it: figures of one sentence that come to that of another report."""

import re
from collections.abc import Sequence
from decimal import Decimal

from discrepancy.match.blocks import Block
from discrepancy.match.wording import frame_of
from discrepancy.model import Claim, Modifier


def adds_up_to(left: Claim, right: Claim, block: Block) -> bool:
    """Does one of the two, with the figures beside it, come to the other: "11 on the ward, six elsewhere", and 17?"""
    return _comes_to(left, right, block) or _comes_to(right, left, block)


def _comes_to(part: Claim, whole: Claim, block: Block) -> bool:
    total, value = _plain(whole), _plain(part)
    if total is None or value is None:
        return False
    if total == value + 1 and block.key[1] == "count" and _is_told_with_one(part):
        return True
    beside = (one for one in block.beside(part) if _may_be_beside(one, part, whole))
    told = sorted((part, *beside), key=lambda one: one.span)
    values = [_plain(one) for one in told] if len(told) <= _PARTS else []
    at = next((i for i, one in enumerate(told) if one.id == part.id), 0)
    runs = (values[first:last] for first in range(at + 1) for last in range(at + 1, len(values) + 1))
    return any(_sum(run) == total for run in runs if len(run) > 1)


def _may_be_beside(other: Claim, part: Claim, whole: Claim) -> bool:
    """May *other*, of the sentence of *part*, be another part of *whole*?

    One of another measure may where the whole is of another than *part* too: passengers and crew, of those aboard.
    """
    if other.quantity is None or part.quantity is None or other.quantity.dimension != part.quantity.dimension:
        return False
    own = frame_of(part).attribute
    return own != frame_of(whole).attribute or frame_of(other).attribute in (None, own)


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    """What *values* come to, where all are known."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal()) if len(known) == len(values) else None


def _is_told_with_one(part: Claim) -> bool:
    """Does a last one follow, which is no claim, of another kind than those of *part*: "five slightly, one badly"?"""
    return _AND_ONE.search(part.document.text, part.span.end, part.sentence.end) is not None


_AND_ONE = re.compile(r"\b[a-z]{2,20}ly\b[^.;:]{0,30}?(?:,|\band|\bplus) (?:and )?one \w{2,20}ly\b")
_PARTS = 6
"""Figures of one sentence that may be the parts of a whole; more are a list."""


def _plain(claim: Claim) -> Decimal | None:
    """The figure of *claim*, where it is printed without hedge or range."""
    quantity = claim.quantity
    exact = quantity is not None and quantity.printed.modifier is Modifier.EXACT and not quantity.vague
    return quantity.stated if quantity is not None and exact else None
