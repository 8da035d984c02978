"""The words of a sentence that may name what its figure measures, each with the part the figure plays to it."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from discrepancy.normalise.frames.tree import NOMINAL, OF, SUBJECTS, Tree
from discrepancy.toolbox import Token

Places = tuple[int, int | None, int | None]
"""The figure, the noun measured, the governing verb: indices in the parse."""


class Part(StrEnum):
    """What the figure is to a word that may name its measure."""

    OWN = "own"  # the word is a noun that the figure counts or is given for
    DONE = "done"  # the word is a noun of deed, and the figure counts those it is done to: "the arrest of 18 men"
    OBJECT = "object"
    PASSIVE = "passive"
    MOVER = "mover"  # the subject of a verb without an object: "12 died"
    AGENT = "agent"  # the subject of a verb with one: "12 killed the guard"
    SIZE = "size"  # the word is a noun of a whole, and the figure is its size: "a town of 900"
    THING = "thing"  # the word is a noun that the amount makes one word with: "a 60-foot boat"
    SHARE = "share"  # the word is a noun of a whole, and the figure is a share of it: "19% of the shares"


class Cue(NamedTuple):
    """The index of a word, and what the figure is to it."""

    word: int
    part: Part


_STATES = frozenset({"acl", "amod", "relcl", "acomp", "oprd", "advcl", "ccomp", "xcomp"})
_STATE_TAGS = frozenset({"VBN", "VBD", "JJ"})
_OTHERS = frozenset({"other", "more", "people"})
_THEM = frozenset({"them", "whom", "us", "which"})
_APART = frozenset({"by", "in", "after", "before", "from", "on"})  # who writes in 12 letters writes no letters
_SUMS = frozenset(
    {"total", "number", "estimate", "member", "life", *("dozen", "hundred", "thousand", "million", "score")}
)
_DEEP = 4  # steps from a figure to the argument it is part of, and from a verb to those that complete it
_RAISING = frozenset(
    {"believe", "report", "say", "think", "fear", "know", "understand", "presume", "assume", "suspect", "allege",
     "estimate", "expect", "suppose", "confirm", "find", "see", "consider", "declare"}
)  # fmt: skip # "12 are believed to have died": what is believed tells the measure


def states(tree: Tree, places: Places) -> Iterator[Cue]:
    """Participles and adjectives that the parse or the order of words puts to the figure: "58 killed", "two dead"."""
    figure, noun, _ = places
    start = figure if noun is None else noun
    yield from _following(tree, figure, max(figure, start))
    for at in {figure, start}:
        for index in tree.children(at):
            if tree.token(index).dep == "ccomp" and index < figure:
                continue  # "nine were hurt, four of them sailors"
            if tree.token(index).dep in _STATES and (part := _state(tree, index)) is not None:
                yield from _completed(tree, Cue(index, part))


def _following(tree: Tree, figure: int, last: int) -> Iterator[Cue]:
    """The participle or adjective right after the figure and its noun; "more" is said of a figure alone."""
    at = after_them(tree, last + 1)
    while at < len(tree.tokens) and (
        tree.token(at).tag == "RB" or (last == figure and tree.token(at).lemma in _OTHERS)
    ):  # "two seriously hurt", "12 more injured"
        at += 1
    if at < len(tree.tokens) and tree.token(at).tag in _STATE_TAGS and not tree.object(at):
        own = any(tree.token(i).dep == "nsubj" and i in (figure, last) for i in tree.children(at))
        yield from _completed(tree, Cue(at, Part.MOVER if own else Part.PASSIVE))


def after_them(tree: Tree, at: int) -> int:
    """Where the words after a figure go on at *at* or behind "of them" there: "three of them badly hurt"."""
    if at + 1 < len(tree.tokens) and tree.token(at).lemma == "of" and tree.token(at + 1).text.lower() in _THEM:
        return at + 2
    return at


def _state(tree: Tree, index: int) -> Part | None:
    """What the word that the state at *index* is said of is to it; None where it is said of another."""
    token = tree.token(index)
    if token.dep == "relcl":
        subject = next((i for i in tree.children(index) if tree.token(i).dep in SUBJECTS), None)
        if subject is None or tree.is_relative(subject):
            return _subject_part(tree, index)
        if any(tree.is_relative(i) for whole in (subject, index) for i in tree.below(whole, OF)):
            return None  # "40 people, nine of whom died", "40, of whom nine died"
        own_object = tree.object(index)
        return Part.OBJECT if own_object is None or tree.is_relative(own_object) else None
    if token.tag in ("VBG", "VB", "VBZ", "VBP"):
        return Part.AGENT if tree.object(index) is not None else Part.MOVER
    return Part.PASSIVE


def _subject_part(tree: Tree, verb: int) -> Part:
    """What the subject of the *verb* is to it."""
    if any(tree.token(i).dep in ("auxpass", "nsubjpass") for i in tree.children(verb)):
        return Part.PASSIVE
    return Part.MOVER if tree.object(verb) is None else Part.AGENT


def _completed(tree: Tree, cue: Cue) -> Iterator[Cue]:
    """The verb of *cue* with what completes it ("feared dead", "believed to have died"); the raising verb left out."""
    for _ in range(_DEEP):
        if not (cue.part is Part.PASSIVE and tree.token(cue.word).lemma in _RAISING):
            yield cue
        below = [i for i in tree.children(cue.word) if tree.token(i).dep in ("acomp", "oprd", "xcomp", "attr")]
        yield from (Cue(i, Part.PASSIVE) for i in below if tree.token(i).pos == "ADJ")
        if cue.part is not Part.OBJECT:
            yield from (Cue(i, Part.PASSIVE) for i in below if tree.token(i).tag == "NNS")
        verb = next((i for i in below if tree.token(i).pos == "VERB" and _shares(tree, cue, i)), None)
        if verb is None:
            return
        cue = Cue(verb, _subject_part(tree, verb))


def _shares(tree: Tree, cue: Cue, verb: int) -> bool:
    """Does the *verb* that completes that of *cue* have its subject? Who calls on the mayor to resign does not."""
    between = (i for i in tree.children(cue.word) if i < verb and tree.token(i).dep in ("dobj", "prep"))
    return cue.part is not Part.OBJECT and next(between, None) is None


def deeds(tree: Tree, places: Places, *, counted: bool) -> Iterator[Cue]:
    """The governing verb, where the figure is one of its arguments, with what completes it.

    A thing *counted* has to be an argument itself: who searches the homes of 12 people searches no people.
    """
    figure, noun, predicate = places
    if predicate is None:
        return
    start = argument(tree, figure if noun is None else noun)
    if tree.token(start).dep == "appos" and _is_part(tree, figure, start):
        start = argument(tree, tree.token(start).head)  # what befell "28 people, 19 of them cooks"
    if tree.token(predicate).dep in ("aux", "auxpass") and tree.token(start).head == predicate:
        predicate = tree.token(predicate).head  # "six are missing", where the parse puts them to the auxiliary
        yield from _completed(tree, Cue(predicate, _subject_part(tree, predicate)))
        return
    part = _part(tree, start, predicate)
    if part is None and not counted:
        part = Part.OBJECT
    if part is not None:
        yield from _completed(tree, Cue(predicate, part))


def argument(tree: Tree, start: int) -> int:
    """The head of the phrase that the word at *start* is counted with: that of "crew" for "crew and 12 passengers".

    So it is for "12 crew members", and "the lives of 12".
    """
    for _ in range(_DEEP):
        token, above = tree.token(start), tree.token(tree.token(start).head)
        if token.dep == "conj" and above.pos in (*NOMINAL, "NUM", "PRON"):
            start = token.head
        elif token.dep == "pobj" and above.lemma == "of" and _is_sum(tree.token(above.head)):
            start = above.head
        elif token.dep == "compound" and above.lemma == "member":
            start = token.head
        else:
            break
    return start


def _is_part(tree: Tree, figure: int, start: int) -> bool:
    """Does the *figure* count some of those named before: "19 of them cooks", "among them nine children"?"""
    among = (i for i in tree.children(start) if tree.token(i).dep == "prep" and i < figure)
    return after_them(tree, figure + 1) > figure + 1 or any(tree.token(i).lemma == "among" for i in among)


def _is_sum(token: Token) -> bool:
    return token.pos == "NUM" or token.lemma in _SUMS


def _part(tree: Tree, start: int, predicate: int) -> Part | None:
    """What the word at *start* is to the verb *predicate*; None where another stands between them."""
    token = tree.token(start)
    if start in (predicate, token.head):
        return Part.OBJECT
    if token.dep == "pobj":
        near = tree.token(token.head)
        return Part.OBJECT if near.head == predicate and near.lemma not in _APART else None
    if token.dep == "appos" or token.head != predicate:
        return None
    if (
        token.pos == "NUM"
        and start < predicate
        and not any(tree.token(i).dep in SUBJECTS for i in tree.children(predicate))
    ):
        return _subject_part(tree, predicate)  # "at least 276 remain missing", where the parse sees no subject
    return _subject_part(tree, predicate) if token.dep in SUBJECTS else Part.OBJECT


def those(tree: Tree, places: Places) -> Iterator[Cue]:
    """What befell those of whom it is said what some are: "eleven of the dead were cooks"."""
    figure, _, predicate = places
    if predicate is not None and tree.token(predicate).lemma == "be":
        yield from (Cue(i, Part.PASSIVE) for i in tree.below(figure, OF) if tree.token(i).pos in ("ADJ", "VERB"))
