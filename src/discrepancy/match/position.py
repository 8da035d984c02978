"""Comparisons of position: where two claims stand in their reports, and among how many like them."""

from discrepancy.match.blocks import Block
from discrepancy.model import Claim

LEAD = 600  # characters: the first paragraphs
_CROWDS = ((1, "one"), (3, "few"), (8, "several"), (20, "many"))


def rivals(left: Claim, right: Claim, block: Block) -> str:
    """How many claims of the dimension the two documents hold: with few, a likely partner is the partner."""
    most = max(block.rivals[left.document.id], block.rivals[right.document.id])
    return next((level for limit, level in _CROWDS if most <= limit), "crowd")


_WEEKS = ((1, "day"), (7, "week"), (30, "month"))
"""Days between two publications, up to which a level holds."""


def published(left: Claim, right: Claim, _: Block) -> str:
    """How far apart the documents were published: later ones tell of other events too."""
    a, b = left.document.published, right.document.published
    if a is None or b is None:
        return "unknown"
    days = abs(a.time - b.time).days
    return next((level for most, level in _WEEKS if days <= most), "later")


def turn(left: Claim, right: Claim, block: Block) -> str:
    """Is each the first of its document on its measure? The main figure is given first."""
    first = sum(block.turns[claim.id] == 0 for claim in (left, right))
    return ("later", "one", "first")[first]


def peers(left: Claim, right: Claim, block: Block) -> str:
    """How many claims the two documents hold on the measures: a measure that each takes once is likely one fact."""
    most = max(block.peers[left.id], block.peers[right.id])
    return next((level for limit, level in _CROWDS if most <= limit), "crowd")


def whole(left: Claim, right: Claim, block: Block) -> str:
    """Does each alone of its document tell the whole of a count or an amount?"""
    return ("neither", "one", "both")[sum(claim.id in block.totals for claim in (left, right))]


def place(left: Claim, right: Claim, _: Block) -> str:
    """Where in the reports the claims stand: the main facts stand first."""
    first = sum(claim.sentence.start <= LEAD for claim in (left, right))
    return ("late", "one", "first")[first]


_DIMENSIONS = frozenset({"count", "money", "share", "time", "age", "duration", "length"})


def dimension(_: Claim, __: Claim, block: Block) -> str:
    """The dimension: some hold more alike figures than others."""
    name = block.key[1].partition(":")[0]
    return name if name in _DIMENSIONS else "other"
