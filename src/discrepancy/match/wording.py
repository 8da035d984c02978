"""Comparisons of words: what two claims measure, of whom, and what stands around their figures."""

from bisect import bisect_right

from discrepancy.match.blocks import Block
from discrepancy.model import Claim, Frame

_NO_FRAME = Frame()


def frame_of(claim: Claim) -> Frame:
    """The frame of *claim*; an empty one where there is none."""
    return claim.frame or _NO_FRAME


def frames_of(left: Claim, right: Claim) -> tuple[Frame, Frame]:
    """The frames of two claims."""
    return frame_of(left), frame_of(right)


def same(left: str | None, right: str | None) -> str:
    """Are two words the "same" or "different"; is only "one" given, or "none"?"""
    if left is None or right is None:
        return "none" if left is right else "one"
    return "same" if left == right else "different"


def measure(left: Claim, right: Claim, block: Block) -> str:
    """What is measured."""
    a, b = (frame.attribute for frame in frames_of(left, right))
    level = same(a, b)
    return block.kinship.get(frozenset((a or "", b or "")), level) if level == "different" else level


def noun(left: Claim, right: Claim, block: Block) -> str:
    """The noun that is counted or measured; bare numbers and words for persons may stand for each other."""
    a, b = (frame.noun for frame in frames_of(left, right))
    if (a == b and a is not None) or block.key[1] == "age":  # ages meet where they are of one
        return "same"
    persons = [word is None or word in block.persons for word in (a, b)]
    return "persons" if all(persons) else same(a, b)


def event(left: Claim, right: Claim, _: Block) -> str:
    """The governing verb."""
    a, b = frames_of(left, right)
    return same(a.event, b.event)


def subject(left: Claim, right: Claim, _: Block) -> str:
    """The subject of the clause."""
    a, b = frames_of(left, right)
    return same(a.subject, b.subject)


def qualifier(left: Claim, right: Claim, _: Block) -> str:
    """What limits the value."""
    a, b = (frame.scope.qualifier for frame in frames_of(left, right))
    return same(a, b)


def modality(left: Claim, right: Claim, _: Block) -> str:
    """How the claim is put forward."""
    a, b = frames_of(left, right)
    return "same" if a.modality is b.modality else "different"


_SHARES = (0.04, 0.12, 0.25, 0.4, 0.6)
_SHARED = ("none", "trace", "little", "some", "much", "most")
"""The levels of the cosine of the telling words of two claims, and from where all but the first hold."""


def _share(left: frozenset[str], right: frozenset[str], block: Block) -> str:
    """How much of the weight of the words on either side stands on both."""
    if not left or not right:
        return "unknown"
    return _SHARED[bisect_right(_SHARES, share(left, right, block))]


def share(left: frozenset[str], right: frozenset[str], block: Block) -> float:
    """The part of the weight of the words on either side that stands on both, from 0 to 1."""
    if left.isdisjoint(right):
        return 0.0
    part: float = block.weight(left & right) / (block.weight(left) * block.weight(right)) ** 0.5
    return part


def near(left: Claim, right: Claim, block: Block) -> str:
    """The words that the parse puts close to the figure."""
    a, b = frames_of(left, right)
    return _share(a.near, b.near, block)


def beside(left: Claim, right: Claim, block: Block) -> str:
    """The words that stand beside the figure."""
    a, b = frames_of(left, right)
    return _share(a.beside, b.beside, block)


def context(left: Claim, right: Claim, block: Block) -> str:
    """The words of the sentence."""
    a, b = frames_of(left, right)
    return _share(a.context, b.context, block)


def names(left: Claim, right: Claim, block: Block) -> str:
    """The names in the sentence."""
    a, b = frames_of(left, right)
    return _share(a.names, b.names, block)


def arguments(left: Claim, right: Claim, block: Block) -> str:
    """What stands in which role to the verb and the noun."""
    return _share(block.once(_filled, left), block.once(_filled, right), block)


def _filled(claim: Claim, _: Block) -> frozenset[str]:
    return frozenset(word for _, word in frame_of(claim).arguments)
