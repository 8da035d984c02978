"""What a rank is counted among: the fourth *fatal crash since December*, the sixth *German to be picked as pope*."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from discrepancy.model import WEEKDAYS, Claim
from discrepancy.normalise.frames.tree import Tree
from discrepancy.normalise.times.years import MONTH_NAMES

_TOLD_OF_IT = frozenset({"attr", "appos", "oprd", "dep"})
"""Where a rank is told of someone or something; a subject is only named by it: "the second officer was hurt"."""

_MARKING = frozenset({"mark", "make", "become", "represent"})
_OF_ALL = frozenset({"the", "this", "that"})
_TIMES = frozenset(word.lower() for word in (*MONTH_NAMES, *WEEKDAYS)) | frozenset(
    {"day", "week", "month", "season", "year", "decade", "century", "term"}
)
_FAR = 8  # words behind the noun


def ranked_among(claim: Claim, tree: Tree, noun: int, inside: Sequence[int]) -> Iterator[int]:
    """The words that say what the rank of *claim*, the words *inside*, is counted among; its *noun* is one of them."""
    if claim.quantity is None or claim.quantity.dimension != "rank" or not _is_told(tree, noun):
        return
    first = min((i for i in tree.children(noun) if tree.token(i).dep in ("det", "poss")), default=None)
    if first is None or (tree.token(first).dep == "det" and tree.token(first).lemma not in _OF_ALL):
        return
    yield from (i for i in range(first, noun + 1) if i != min(inside))
    for i in range(noun + 1, min(len(tree.tokens), noun + 1 + _FAR)):
        if tree.token(i).pos in ("PUNCT", "CCONJ"):
            return
        yield i


def _is_told(tree: Tree, noun: int) -> bool:
    """Is the rank told of something, and not a name for it?"""
    token = tree.token(noun)
    if token.dep == "dobj":
        return tree.token(token.head).lemma in _MARKING
    return token.dep in _TOLD_OF_IT or _leads_up(tree, noun)


def _leads_up(tree: Tree, noun: int) -> bool:
    """Does the sentence begin with it, and go on with whose rank it is: "The ninth Danish winner, Lund was …"?"""
    if noun > _FAR:
        return False
    comma = next((i for i in range(noun, min(len(tree.tokens), noun + _FAR)) if tree.token(i).text == ","), None)
    if comma is None:
        return False
    name = list(takewhile(lambda i: tree.token(i).pos == "PROPN", range(comma + 1, len(tree.tokens))))
    return bool(name) and name[-1] + 1 < len(tree.tokens) and tree.token(name[-1] + 1).pos in ("VERB", "AUX")


def of_time(word: str) -> bool:
    """Does *word* say within which time is counted?"""
    return word in _TIMES
