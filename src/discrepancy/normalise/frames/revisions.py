"""What a report says of figures that changed: those given before, and those put right."""

import re

from discrepancy.model import Claim, Standing
from discrepancy.normalise.frames.lexicon import Lexicon

_FAR = 160
"""Characters before a figure in which words may tell its standing."""

_BETWEEN = re.compile(r"[^.;:,—–\d]{0,100}")
"""What may lie between those words and their figure: they are said of the next one, in their own clause."""


def standing_of(claim: Claim, lexicon: Lexicon) -> Standing | None:
    """What the words before the figure of *claim* say of its standing; the last ones count."""
    before = claim.document.text[max(claim.sentence.start, claim.span.start - _FAR) : claim.span.start].lower()
    found = [
        (cue.end(), standing)
        for words, standing in lexicon.revisions
        for cue in words.finditer(before)
        if _BETWEEN.fullmatch(before, cue.end())
    ]
    return max(found)[1] if found else None
