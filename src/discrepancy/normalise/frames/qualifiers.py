"""The words that limit what a figure covers: a part of it, another definition, what it takes in or leaves out."""

import re
from collections.abc import Container, Sequence
from itertools import chain

from discrepancy.model import Claim
from discrepancy.normalise.frames.cues import Places
from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.owners import CALENDAR
from discrepancy.normalise.frames.tree import SUBJECTS, Tree

_FURTHER = frozenset({"other", "additional", "another", "further", "extra", "fellow"})  # beside those named before
_STANDING = frozenset({"amod", "det", "compound", "quantmod"})
_OF_MEASURES = frozenset({"account", "average"})
_PARTING = frozenset({"subset", "exclusion"})
_LEADING = 30  # characters; no qualifier that leads a figure is longer
_SOON = 100  # characters; what is said to be counted in follows at once


def limits_of(
    tree: Tree, places: Places, inside: Sequence[int], names: Container[int], forms: Sequence[str]
) -> tuple[str | None, str | None]:
    """The years, and the place, that what is measured is limited to: "for 2023", "in Port Grey"."""
    heads = dict.fromkeys(i for i in places if i is not None)
    dated, placed = (
        [i for head in heads for i in tree.below(head, one) if i not in inside] for one in (_TIMES, _WHERE)
    )
    years = dict.fromkeys(forms[i] for i in dated if _YEAR.fullmatch(forms[i]))
    named = (i for i in placed if i in names and tree.token(i).text not in CALENDAR)
    where = (" ".join(tree.token(j).text for j in tree.phrase(i)) for i in named)
    return " ".join(years) or None, next(where, None)


_TIMES = frozenset({"in", "for", "of", "during", "since", "from"})
_WHERE = frozenset({"in", "at", "near", "across", "throughout", "off", "outside"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def qualifier_of(tree: Tree, places: Places, inside: Sequence[int], claim: Claim, lexicon: Lexicon) -> str | None:
    """The words that limit what the figure covers: "including" above it, "women" or "daily" in it or below it.

    *places* are those of the figure, the noun measured and the verb. The age of "the 47-year-old man" is limited by
    no word of the phrase, for it is no part of anyone's.
    """
    aged = claim.quantity is not None and claim.quantity.dimension == "age"
    words = set() if aged else _in_phrase(tree, places, inside, claim, lexicon)
    return " ".join(sorted(words | _leading(claim, lexicon) | _trailing(claim, lexicon))) or None


def _in_phrase(tree: Tree, places: Places, inside: Sequence[int], claim: Claim, lexicon: Lexicon) -> set[str]:
    """The words that the parse puts to the figure; what "another" did, it did at another time."""
    figure, noun, predicate = places
    own = {figure} if noun is None else {figure, noun}
    above = {tree.token(i).head for i in own} - own
    below = {child for i in own for child in tree.children(i) if tree.token(child).dep != "conj"} | own
    below -= set(inside) if claim.timex is not None else set()  # "at 5 a.m. local time"
    beside = tree.children(predicate) if noun is None and predicate is not None else ()
    said_of = [i for i in beside if tree.token(i).dep in SUBJECTS and i not in own]
    told = chain.from_iterable((i, *tree.children(i)) for i in said_of)  # "core inflation was 3%"
    whole = any(tree.token(i).dep in SUBJECTS for i in own)  # "40 wins include nine abroad"
    words = {tree.token(i).lemma for i in above if lexicon.limits.get(tree.token(i).lemma) in _PARTING and not whole}
    words |= {tree.token(i).lemma for i in below if lexicon.limits.get(tree.token(i).lemma, "subset") not in _PARTING}
    words |= {tree.token(i).lemma for i in told if lexicon.limits.get(tree.token(i).lemma) in _OF_MEASURES}
    words |= {
        "other"
        for i in below.union(*map(tree.children, inside))
        if tree.token(i).lemma in _FURTHER and tree.token(i).dep in _STANDING
    }
    words |= {"other"} if claim.timex is not None and _another(tree, predicate) else set()
    words |= {"other"} if _MORE.search(claim.literal) else set()
    words |= {found for found in _hyphenated(tree, noun, claim) if found in lexicon.limits}
    priced = claim.quantity is not None and claim.quantity.dimension.startswith("money:")
    words |= {claim.quantity.qualifier} - {""} if claim.quantity is not None and priced else set()
    return words


_MORE = re.compile(r"\b(?<!or )more\b(?!\s+th[ae]n)", re.IGNORECASE)
"""Of others beside those told before: "5,000 more soldiers", but not "more than 40", nor "40 or more"."""


def _hyphenated(tree: Tree, noun: int | None, claim: Claim) -> list[str]:
    """The word of several parts right before the *noun*: "pre-tax" profit."""
    if noun is None:
        return []
    end = tree.token(noun).start
    found = _PARTED.search(claim.quote, max(0, end - _LEADING), end)
    return [found[0].lower().rstrip()] if found else []


_PARTED = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+)+\s?\Z")


def _another(tree: Tree, predicate: int | None) -> bool:
    """Is the subject of *predicate* "another"?"""
    doer = tree.subject(predicate) if predicate is not None else None
    return doer is not None and any(tree.token(i).lemma == "another" for i in tree.children(doer))


def _leading(claim: Claim, lexicon: Lexicon) -> set[str]:
    """What the words right before the figure limit it to: "up from 40" tells of earlier."""
    before = claim.document.text[max(claim.sentence.start, claim.span.start - _LEADING) : claim.span.start]
    words = f" {before.lower()}".replace("\n", " ")
    if not words.endswith((*lexicon.leading,)):
        return set()
    return {kind for phrase, kind in lexicon.leading.items() if words.endswith(phrase)}


def _trailing(claim: Claim, lexicon: Lexicon) -> set[str]:
    """What the words soon after the figure say it takes in, the attacker, or is a part of ("four of whom")."""
    after = claim.document.text[claim.span.end : min(claim.sentence.end, claim.span.end + _SOON)]
    found = {"attacker"} if lexicon.attackers.match(after) else set()
    return found | {"part"} if lexicon.parts_of.match(after) or lexicon.parts_of.search(claim.literal) else found
