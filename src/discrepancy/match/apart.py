"""What tells two claims that differ apart, however alike their words: the years of which they are told."""

import re

from discrepancy.match.blocks import Block
from discrepancy.match.wording import frame_of
from discrepancy.model import Claim

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def of_other_years(left: Claim, right: Claim) -> bool:
    """Are two quantities told of years, and of none in common; or one alone of a year gone by?

    An age is that of today, whatever happened when.
    """
    if any(one.quantity is None or frame_of(one).attribute == "age" for one in (left, right)):
        return False
    a, b = _years(left), _years(right)
    if a and b:
        return a.isdisjoint(b)
    return _is_gone_by(left, a) or _is_gone_by(right, b)


def _years(claim: Claim) -> frozenset[int]:
    """The years that stand beside what is measured: "in 2013", "for 2023"."""
    return frozenset(
        int(word) for role, word in frame_of(claim).arguments if role in _IN_TIME and _YEAR.fullmatch(word)
    )


_IN_TIME = frozenset({"in", "for", "of", "during", "since", "from"})


def _is_gone_by(claim: Claim, years: frozenset[int]) -> bool:
    published = claim.document.published
    return published is not None and bool(years) and max(years) < published.time.year - 1


def limits_a_figure(claim: Claim, block: Block) -> bool:
    """Is it the year of a figure beside it ("a profit of $41 million for 2030"), and no date of what happened?"""
    if claim.timex is None:
        return False
    told = (_PERIOD, claim.literal)
    return any(told in frame_of(one).arguments for one in block.beside(claim) if one.quantity is not None)


_PERIOD = "for"
