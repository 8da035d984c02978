"""May two claims of one kind meet at all?"""

import re
from datetime import timedelta

from discrepancy.match.owners import is_of_namesakes
from discrepancy.model import Anchor, Claim, Frame, Post

_WITHIN = timedelta(days=2)
"""How far the stamps of two documents may lie apart for them to tell of one day, and their weekdays of one week."""

_BELOW = frozenset({"deputy", "vice", "assistant", "associate", "acting", "interim", "junior", "senior", "honorary"})
"""Words that make another post of one."""

_PERSON = frozenset({"he", "she", "who"})
_SHORTLY = 300  # characters before a sentence in which "she" has been named
_ALL_OF_IT = re.compile(r"(?:\b(?:for|during|spent|his|her|their)|['’]s)\s\Z", re.IGNORECASE)
"""Before a length, these tell that it is the whole: after four years as mayor one may stay on."""


def bearer_of(claim: Claim) -> frozenset[str]:
    """The words of the name of what it happened to: of what was done something to, else of the subject."""
    frame = claim.frame
    if frame is None:
        return frozenset()
    objects = [word for role, word in frame.arguments if role == "dobj"]
    return frame.names.intersection(word for name in objects or [frame.subject or ""] for word in name.split())


def borne_by_others(left: Claim, right: Claim) -> bool:
    """Did it happen to two that are named, neither by a short form of the other's name?"""
    first, second = bearer_of(left), bearer_of(right)
    return bool(first and second) and not (first <= second or second <= first)


def reckoned_apart(left: Claim, right: Claim) -> bool:
    """Are both times reckoned, one at least by more than its year ("on Friday"), in documents stamped days apart?

    Weeks later other things happen on a Friday, and a stamp may tell when a page was fetched.
    """
    if not (_is_reckoned(left) and _is_reckoned(right)) or (_is_dated(left) and _is_dated(right)):
        return False
    return published_apart(left, right)


def _is_dated(claim: Claim) -> bool:
    return claim.timex is not None and claim.timex.dated


def published_apart(left: Claim, right: Claim) -> bool:
    """Do the stamps of the two documents, where both are known, lie days apart?"""
    a, b = left.document.published, right.document.published
    return a is not None and b is not None and abs(a.time - b.time) > _WITHIN


def _is_reckoned(claim: Claim) -> bool:
    return claim.timex is not None and claim.timex.anchor is not Anchor.NONE


def alike(left: Claim, right: Claim, extents: frozenset[str]) -> bool:
    """Are two claims of one measure limited and put forward alike, of one extent, and not told of other names?"""
    a, b = left.frame, right.frame
    if a is None or b is None or a.modality is not b.modality or a.context & extents != b.context & extents:
        return False
    if a.attribute == "age":
        return not is_of_namesakes(left, right)
    first, second = ({*(frame.subject or "").split()} & frame.names for frame in (a, b))
    if first and second and first.isdisjoint(second):
        return False
    names, others = _told_of(a), _told_of(b)
    if names and others and names.isdisjoint(others):
        return False
    return a.scope.qualifier == b.scope.qualifier


def _told_of(frame: Frame) -> frozenset[str]:
    """The names in a sentence, without those of who says it."""
    speakers = (frame.attribution or "").lower().split()
    return frame.names - frozenset(speakers)


def post_of(claim: Claim) -> Post | None:
    """What someone was for the time that *claim* tells."""
    return claim.frame.post if claim.frame else None


def one_post(left: Claim, right: Claim) -> bool:
    """Do two claims tell of times at one post, by its name and what limits it, and of no two holders?

    Of a post that many hold both must tell of one.
    """
    a, b = post_of(left), post_of(right)
    if a is None or b is None or a.name != b.name or (a.words & _BELOW) != (b.words & _BELOW):
        return False
    if not (a.words <= b.words or b.words <= a.words) or (a.holder and b.holder and a.holder.isdisjoint(b.holder)):
        return False
    return one_holder(left, right) or not (a.many or b.many)


def one_holder(left: Claim, right: Claim) -> bool:
    """Is the holder named by both, or by one where a name stands shortly before the pronoun of the other?"""
    a, b = post_of(left), post_of(right)
    if a is None or b is None:
        return False
    return bool(a.holder and b.holder) or _is_named_before(left, b.holder) or _is_named_before(right, a.holder)


def _is_named_before(claim: Claim, name: frozenset[str]) -> bool:
    before = claim.document.text[max(0, claim.sentence.start - _SHORTLY) : claim.span.start].lower()
    return any(re.search(rf"\b{re.escape(word)}\b", before) for word in name)


def of_its_holder(left: Claim, right: Claim) -> bool:
    """Of two lengths of time: where one is that at a post, is the other so too, or told of its holder?"""
    if post_of(left) and post_of(right):
        return one_post(left, right)
    return all(_tells_of(other, post_of(one)) for one, other in ((left, right), (right, left)))


def _tells_of(claim: Claim, post: Post | None) -> bool:
    """Does *claim* tell of all the time at *post*, as far as its words say?"""
    frame = claim.frame
    if post is None or frame is None:
        return True
    person = not post.holder or frame.subject in _PERSON or not post.holder.isdisjoint(frame.names)
    whole = claim.reckoned or _ALL_OF_IT.search(claim.document.text, claim.sentence.start, claim.span.start)
    return person and bool(whole)
