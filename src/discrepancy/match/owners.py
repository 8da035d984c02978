"""May two ages be those of one person, or of one thing?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from discrepancy.model import Claim, Owner

Callings = Mapping[tuple[str, str], frozenset[Decimal | None]]
"""The ages that a document tells of those it calls by one word, by the document and the word."""

_UNLIKELY = 5  # years: of two that are called alike, ages further apart are those of two
_SHORTLY = 300  # characters before a sentence in which "the 47-year-old" has been named
_CAPITALISED = re.compile(r"[A-Z][\w'’-]+(?:(?P<more> )(?=[A-Z]))?")
_UNKNOWN = Owner()


def owner_of(claim: Claim) -> frozenset[str]:
    """The words of the name that *claim* measures."""
    frame = claim.frame
    return frame.names.intersection(frame.noun.split()) if frame and frame.noun else frozenset()


def one_owner(left: Claim, right: Claim) -> bool:
    """Do two claims measure persons of one name, the short form of which may stand after the full one?"""
    first, second = owner_of(left), owner_of(right)
    return bool(first) and bool(second) and (first <= second or second <= first)


def is_of_namesakes(left: Claim, right: Claim) -> bool:
    """Do two claims of one document name some by a name that it gives to several: "Ann Lund, 50", "Lund, 54"?"""
    first, second = owner_of(left), owner_of(right)
    if first == second:
        return False
    return len(frozenset().union(*(_bearers(left.document.text, word) for word in first & second))) > 1


@lru_cache(maxsize=8)
def _bearers(text: str, word: str) -> frozenset[str]:
    """The words before which *word* stands as a surname in *text*; of one document it is asked for many pairs."""
    named = re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    if named is None:
        return frozenset()
    found: list[str] = re.findall(rf"\b([A-Z][\w'’-]+) {re.escape(named.group())}\b", text)
    return frozenset(one for one in found if one.lower() not in _OPENERS)


def called_alike(left: Claim, right: Claim, callings: Callings, anyone: frozenset[str]) -> bool:
    """Are two ages, where one has no name beside it or none has, told of one that both call by one word?

    It tells of one alone in both documents, or the name of one is the last that stands before the other. Of *anyone*
    some words may be said ("man").
    """
    first, second = owner_of(left), owner_of(right)
    if (first and second) or not _is_near(left, right):
        return False
    if (first and _is_named_before(right, first)) or (second and _is_named_before(left, second)):
        return True
    a, b = _called(left), _called(right)
    shared = (a.called & b.called) - anyone
    alone = any(all(len(callings[one.document.id, word]) == 1 for one in (left, right)) for word in shared)
    return alone and ((a.known and b.known) or _one_event(left, right))


def callings_in(claims: Iterable[Claim]) -> Callings:
    """The ages that each document tells of those it calls by one word."""
    told: defaultdict[tuple[str, str], set[Decimal | None]] = defaultdict(set)
    for claim in claims:
        for word in _called(claim).called:
            told[claim.document.id, word].add(_age(claim))
    return {key: frozenset(ages) for key, ages in told.items()}


def _called(claim: Claim) -> Owner:
    return (claim.frame and claim.frame.owner) or _UNKNOWN


def _age(claim: Claim) -> Decimal | None:
    return claim.quantity.printed.lower if claim.quantity else None


def _is_near(left: Claim, right: Claim) -> bool:
    """May one be mistaken for the other?"""
    a, b = _age(left), _age(right)
    return a is not None and b is not None and abs(a - b) <= _UNLIKELY


def _one_event(left: Claim, right: Claim) -> bool:
    a, b = left.frame, right.frame
    return a is not None and b is not None and a.event is not None and a.event == b.event


def _is_named_before(claim: Claim, name: frozenset[str]) -> bool:
    """Is *claim* of one known from the text before, in which *name* is the last full one, or stands after that?"""
    if not _called(claim).known:
        return False
    start = max(0, claim.sentence.start - _SHORTLY)
    for found in reversed(list(_CAPITALISED.finditer(claim.document.text, start, claim.sentence.start))):
        word = found.group().strip().lower()
        if word in name:
            return True
        if found.group("more") and word not in _OPENERS:
            return False
    return False


_OPENERS = frozenset(
    {"the", "a", "an", "in", "on", "at", "by", "of", "for", "from", "to", "and", "but", "as", "after", "before", "when"}
)
"""Words that open a sentence before a name, and are no part of it."""
