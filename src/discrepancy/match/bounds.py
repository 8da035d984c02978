"""No block grows without bound: large ones are split by a second key, and what is still too large is left out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from discrepancy.match.blocks import Block
from discrepancy.model import LEFT_OUT, Claim

MOST = 1_500
"""Claims of a block, about a million pairs; the largest of a story told by twenty outlets has some hundred."""

FIRST, SECOND = "story and dimension", "story, dimension and measure"
"""The blocking rules."""


def bounded(block: Block, most: int = MOST) -> Iterator[tuple[str, Block]]:
    """*block*, or its parts by what is measured, each with its rule, or LEFT_OUT."""
    if len(block.claims) <= most:
        yield FIRST, block
        return
    parts: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in block.claims:
        frame = claim.frame
        parts[((frame.attribute or frame.noun or frame.event) if frame else None) or ""].append(claim)
    for measure, claims in sorted(parts.items()):
        yield SECOND if measure and len(claims) <= most else LEFT_OUT, replace(block, claims=tuple(claims))
