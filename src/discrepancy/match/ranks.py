"""The rank of something, the ninth or the sixth of its kind, as reports of one day tell it."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from discrepancy.match.blocks import Block
from discrepancy.match.facts import by_rule
from discrepancy.match.figures import agree
from discrepancy.match.meeting import published_apart
from discrepancy.match.outright import RANKED
from discrepancy.match.weights import Weights
from discrepancy.match.wording import frame_of
from discrepancy.model import FIRM, Claim, Fact

_MOST = 40
"""The claims of a block that tell a rank, beyond which it holds a list of them."""

_LEAST = 2
"""Words that two ranks must share: "the second crash" may be any."""


def ranks(block: Block, weights: Mapping[str, Weights]) -> Iterator[Fact]:
    """The facts of *block*, of ranks, where two reports count one thing among the same and cannot both be right."""
    told = [claim for claim in block.claims if frame_of(claim).rank and frame_of(claim).modality in FIRM]
    if block.key[1] != "rank" or len(told) > _MOST:
        return
    pairs = [pair for pair in combinations(told, 2) if _is_one_rank(*pair)]
    yield from by_rule(block, pairs, weights, lambda *_: RANKED)


def _is_one_rank(left: Claim, right: Claim) -> bool:
    """Do two reports of one day rank something among the same: as many words, or more of them, and one time?

    Days later, the next one of its kind has the next rank.
    """
    if left.document.id == right.document.id or agree(left, right) or published_apart(left, right):
        return False
    a, b = frame_of(left).rank, frame_of(right).rank
    if a is None or b is None or a.within != b.within:
        return False
    return (a.among <= b.among or b.among <= a.among) and len(a.among & b.among) >= _LEAST
