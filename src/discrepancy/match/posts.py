"""How long someone held a post, told as a length by one and by dates, or as another length, by the other."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from discrepancy.match.blocks import Block
from discrepancy.match.facts import by_rule
from discrepancy.match.figures import agree
from discrepancy.match.meeting import one_holder, one_post, post_of
from discrepancy.match.outright import TERM
from discrepancy.match.weights import Weights
from discrepancy.model import Claim, Fact

_MOST = 40
"""The claims of a block on posts, beyond which it holds a list of them."""


def terms(block: Block, weights: Mapping[str, Weights]) -> Iterator[Fact]:
    """The facts of *block*, of durations, on how long a post was held, where two reports cannot both be right."""
    told = [claim for claim in block.claims if post_of(claim)]
    if block.key[1] != "duration" or len(told) > _MOST:
        return
    pairs = [pair for pair in combinations(told, 2) if _is_one_term(*pair)]
    yield from by_rule(block, pairs, weights, lambda *_: TERM)


def _is_one_term(left: Claim, right: Claim) -> bool:
    """Are two lengths, which exclude each other, those of one post and one holder? Dates are compared as such."""
    apart = left.sentence != right.sentence or left.document.id != right.document.id
    dated = left.reckoned and right.reckoned
    return apart and not dated and not agree(left, right) and one_post(left, right) and one_holder(left, right)
