"""The noun that a figure counts or measures."""

from collections.abc import Iterator, Sequence

from discrepancy.model import Claim
from discrepancy.normalise.frames.cues import after_them
from discrepancy.normalise.frames.owners import owner
from discrepancy.normalise.frames.tree import NOMINAL, SUBJECTS, Tree

_ATTACHED = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "appos", "poss"})
_AMONG = frozenset({"of"})
_PUTTING = frozenset({"put", "estimate", "give", "set", "value"})
_AMOUNTS = frozenset(
    {"dozen", "score", "hundred", "thousand", "million", "billion", "handful", "couple", "pair", "number", "lot"}
)


def measured(claim: Claim, tree: Tree, figure: int, inside: Sequence[int]) -> int | None:
    """The noun that the *figure*, of the words *inside*, counts or measures; for units, what the amount is put to."""
    dimension = claim.quantity.dimension if claim.quantity is not None else "time"
    if dimension == "age":
        return owner(tree, figure, inside)
    if dimension == "count":
        return _counted(tree, figure, inside)
    return _put(tree, figure)


def _counted(tree: Tree, figure: int, inside: Sequence[int]) -> int | None:
    """What is counted; nothing beside the number of "the deadliest blaze: 58 killed"."""
    if (sized := _sized(tree, inside)) is not None:
        return sized
    if (told := _told_of_them(tree, figure)) is not None:
        return told
    if (told := _told_of_those(tree, figure)) is not None:
        return told
    reached = tree.object(figure) if tree.token(figure).pos == "VERB" else None  # "topped 700 cases"
    figure = figure if reached is None else reached
    token = tree.token(figure)
    if token.pos in NOMINAL:
        return _group(tree, figure)
    if token.dep == "appos":
        return None
    among = next(_among(tree, figure), None)
    return among if among is not None else _put(tree, figure)


def _told_of_them(tree: Tree, figure: int) -> int | None:
    """What those are of whom the figure counts some: the bakers, for "three of them bakers"."""
    at = after_them(tree, figure + 1)
    told = figure + 1 < at < len(tree.tokens) and tree.token(at).tag == "NNS"
    return at if told else None


def _told_of_those(tree: Tree, figure: int) -> int | None:
    """What those are said to be of whom the figure counts some: bakers, for "three of the dead were bakers"."""
    token = tree.token(figure)
    if token.dep not in SUBJECTS or tree.token(token.head).lemma != "be":
        return None
    those = any(tree.token(i).pos not in NOMINAL for i in tree.below(figure, _AMONG))
    told = (i for i in tree.children(token.head) if tree.token(i).dep == "attr" and tree.token(i).tag == "NNS")
    return next(told, None) if those else None


def parted(claim: Claim, tree: Tree, figure: int) -> int | None:
    """What the *figure* of a share is a part of: "70 percent of the patients"."""
    is_share = claim.quantity is not None and claim.quantity.dimension == "share"
    return next(_among(tree, figure), None) if is_share else None


def _among(tree: Tree, figure: int) -> Iterator[int]:
    return (i for i in tree.below(figure, _AMONG) if tree.token(i).pos in NOMINAL)


def _put(tree: Tree, figure: int) -> int | None:
    """What the figure stands to, else what a preposition puts it to."""
    attached = _attached(tree, figure)
    return attached if attached is not None else _reached(tree, figure)


def _attached(tree: Tree, figure: int) -> int | None:
    """The noun that the figure stands to as a number or another part of its phrase."""
    token = tree.token(figure)
    if token.dep == "nummod" and tree.token(token.head).pos in ("ADJ", "VERB"):
        return None  # "a count of 47 dead"
    above = tree.ancestors(figure) if token.dep in _ATTACHED else ()
    head = next((i for i in above if tree.token(i).pos in NOMINAL), None)
    return None if head is None else _group(tree, head)


def _reached(tree: Tree, figure: int) -> int | None:
    token = tree.token(figure)
    if token.dep == "pobj" and tree.token(token.head).lemma in ("of", "at", "to", "as"):
        return _put_to(tree, token.head)
    return None


def _sized(tree: Tree, inside: Sequence[int]) -> int | None:
    """The noun that the figure makes one word with: the pages, for "a four-page letter"."""
    hyphens = (i for i in inside[1:-1] if tree.token(i).text == "-" and tree.token(i - 1).pos == "NUM")
    return next((i + 1 for i in hyphens if tree.token(i + 1).pos == "NOUN"), None)


def _group(tree: Tree, noun: int) -> int | None:
    """Who or what is counted: the crew, for "crew members" and "members of the crew"; boats, for "dozens of boats"."""
    if tree.token(noun).lemma in _AMOUNTS:
        return next((i for i in tree.below(noun, _AMONG) if tree.token(i).pos in NOMINAL), None)
    if tree.token(noun).lemma != "member":
        return noun
    for child in tree.children(noun):
        if tree.token(child).dep == "compound" and tree.token(child).pos == "NOUN":
            return child
        if tree.token(child).lemma == "of":
            return next((i for i in tree.children(child) if tree.token(i).dep == "pobj"), noun)
    return noun


def _put_to(tree: Tree, preposition: int) -> int | None:
    """What an amount after *preposition* is put to: "a price of 5", "put the damage at 5", "brought the toll to 5".

    Of a number it is what that counts: "brought the number of arrests to 5".
    """
    above = tree.token(preposition).head
    if tree.token(above).pos in NOMINAL:
        return above if tree.token(preposition).lemma not in ("to", "as") else None
    if tree.token(preposition).lemma == "of":
        return None
    put = next((i for i in tree.children(above) if tree.token(i).dep == "dobj" and i < preposition), None)
    if put is None and tree.token(above).dep == "relcl" and tree.token(above).lemma in _PUTTING:
        put = tree.token(above).head  # "an altitude that he puts at 5"
    return None if put is None else _group(tree, put)
