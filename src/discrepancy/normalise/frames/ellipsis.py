"""What a figure leaves unsaid because another of its sentence has just said it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from discrepancy.model import Claim, Frame
from discrepancy.normalise.frames.attributes import is_rate, rated
from discrepancy.normalise.frames.lexicon import Lexicon

_EARLIER = re.compile(r"(?:(?:[,(–—-]|\b(?:is|are|was|were)) ?(?:up|down) from|\bcompared (?:with|to))(?: the)?\s*\Z")
"""What stands before a figure that tells what another one was: "seven in hospital on Thursday, down from 14"."""

_LEADING = 30  # characters; no such words are longer

_PUT_OTHERWISE = re.compile(r",? or |, | \(")
"""What stands between two figures of one thing: "70 a share, or 105 billion in all"."""


def completed(claims: Sequence[Claim], frames: Sequence[Frame], lexicon: Lexicon) -> list[Frame]:
    """*frames* of the *claims* of one sentence, in the order of the text, with what they leave unsaid.

    A bare count takes the noun counted before ("113 ships had passed, though 422 were waiting") and with it the measure
    that the noun names, where its own words name none. A sum that puts another otherwise measures the same.
    """
    return _counted(claims, _restated(claims, frames, lexicon), lexicon)


def _restated(claims: Sequence[Claim], frames: Sequence[Frame], lexicon: Lexicon) -> list[Frame]:
    """*frames*, those of sums that put the sum before them otherwise with its measure, noun and verb.

    So are those of figures that tell what one of their dimension was before.
    """
    found = list(frames[:1])
    last = {_dimension(claim): frame for claim, frame in zip(claims, found, strict=False)}
    for at, (before, claim) in enumerate(pairwise(claims), 1):
        own = frames[at]
        between = claim.document.text[before.span.end : claim.span.start]
        again = _is_sum(before) and _is_sum(claim) and _PUT_OTHERWISE.fullmatch(between)
        first = (
            found[-1]
            if again
            else last.get(_dimension(claim))
            if own.attribute is None and _is_earlier(claim)
            else None
        )
        if first is not None:
            own = replace(
                own, attribute=_of_rate((before, claim), first.attribute, lexicon), noun=first.noun, event=first.event
            )
        found.append(own)
        last[_dimension(claim)] = own
    return found


def _of_rate(sums: tuple[Claim, Claim], measure: str | None, lexicon: Lexicon) -> str | None:
    """The *measure* of the first of two *sums* as the other puts it: what is offered in all, for an offer per share."""
    before, claim = sums
    row = lexicon.by_name.get(measure or "")
    if row is None or measure is None:
        return measure
    whole = row.per and row.refines and is_rate(before) and not is_rate(claim)
    return row.refines[0] if whole else rated(claim, measure, lexicon)


def _is_earlier(claim: Claim) -> bool:
    """Does *claim* tell what another figure was before?"""
    lead = claim.document.text[max(claim.sentence.start, claim.span.start - _LEADING) : claim.span.start]
    return claim.quantity is not None and _EARLIER.search(lead) is not None


def _dimension(claim: Claim) -> str | None:
    return claim.quantity.dimension if claim.quantity else None


def _is_sum(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.dimension.startswith("money")


def _counted(claims: Sequence[Claim], frames: Sequence[Frame], lexicon: Lexicon) -> list[Frame]:
    """*frames*, those of bare counts with the noun counted before."""
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
