"""Bare counts: "113 ships had passed, though 422 were waiting" counts ships twice."""

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.model import Claim, Frame
from discrepancy.normalise.frames.lexicon import Lexicon


def completed(claims: Sequence[Claim], frames: Sequence[Frame], lexicon: Lexicon) -> list[Frame]:
    """*frames* of the *claims* of one sentence, in the order of the text; a bare count takes the noun counted before.

    With the noun it takes the measure that the noun names, where its own words name none.
    """
    noun: str | None = None
    found = []
    for claim, frame in zip(claims, frames, strict=True):
        counts = claim.quantity is not None and claim.quantity.dimension == "count"
        bare = counts and frame.noun is None and noun is not None
        found.append(replace(frame, noun=noun, attribute=frame.attribute or _measure(noun, lexicon)) if bare else frame)
        if counts:
            noun = frame.noun or noun
    return found


def _measure(noun: str | None, lexicon: Lexicon) -> str | None:
    rows = lexicon.attributes.get(noun or "", ())
    return next((row.name for row in rows if "count" in row.dimensions and noun in row.nouns), None)
