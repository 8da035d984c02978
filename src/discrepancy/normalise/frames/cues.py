"""The words of a sentence that may name what its figure measures, each with the part the figure plays to it."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from discrepancy.normalise.frames.tree import NOMINAL, SUBJECTS, Tree
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
_TOLD = frozenset({"acomp", "oprd", "xcomp", "ccomp", "acl", "conj"})
_STATE_TAGS = frozenset({"VBN", "VBD", "JJ"})
_OTHERS = frozenset({"other", "more", "people"})
_OF = frozenset({"of", "at", "in", "to"})
_AMONG = frozenset({"of"})
_THEM = frozenset({"them", "whom", "us", "which"})
_PUTTING = {"time": _OF | {"on"}, "count": frozenset({"of", "at"})}  # a place is home to 900
_PERSONS = frozenset({"person", "people", "member", "soul", "man", "woman", "child"})
_MEASURING = frozenset({"of", "in"})  # "12 inches of rain", "$2bn in damage"
_APART = frozenset({"by", "in", "after", "before", "from", "on"})  # who writes in 12 letters writes no letters
_SUMS = frozenset(
    {"total", "number", "estimate", "member", "life", *("dozen", "hundred", "thousand", "million", "score")}
)
_LABEL = 5  # words before a colon
_BEFORE = frozenset({"amod", "compound", "nummod", "nmod"})
_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT", "ADV", "VERB"})  # between both: "a 25-ton, unmarked truck"
_COMPOUND = 2  # words before a noun that may make one word with it
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
        if any(tree.is_relative(i) for i in tree.below(subject, _AMONG)):
            return None  # "40 people, nine of whom died"
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


def wholes(tree: Tree, places: Places, dimension: str) -> Iterator[Cue]:
    """The whole that an "of" tells the figure to be the size of, in persons, or a share of."""
    figure, noun, _ = places
    if dimension == "share":
        yield from (Cue(i, Part.SHARE) for i in tree.below(figure, _AMONG) if tree.token(i).pos in NOMINAL)
    if dimension != "count":
        return
    last = figure if noun is None or noun < figure else noun
    token = tree.token(last)
    counted = last == figure or token.lemma in _PERSONS
    if counted and token.dep == "pobj" and tree.token(token.head).lemma == "of":
        yield Cue(tree.token(token.head).head, Part.SIZE)


def kinds(tree: Tree, places: Places, dimension: str) -> Iterator[Cue]:
    """The words of the noun's compound, what an amount is an amount of, and what it is the figure of."""
    figure, noun, _ = places
    start = figure if noun is None else noun
    found = []
    if dimension != "count":
        found += [i for i in tree.children(start) if tree.token(i).dep in ("compound", "nmod", "poss")]
    if dimension not in ("count", "time"):
        found += [i for i in tree.below(figure, _MEASURING) if tree.token(i).pos in NOMINAL]
        found += _right_after(tree, figure)
    above = tree.token(start).head
    yield from (Cue(i, Part.OWN) for i in found)
    if tree.token(start).dep == "pobj" and tree.token(above).lemma in _PUTTING.get(dimension, _OF):
        named = dimension == "count" and noun is not None and tree.token(noun).lemma not in _PERSONS
        yield Cue(tree.token(above).head, Part.DONE if named else Part.OWN)


def matter(tree: Tree, places: Places) -> Iterator[Cue]:
    """What those counted are of, or are called by: "90 cases of flu", "90 flu cases"."""
    noun = places[1]
    if noun is not None:
        called = (i for i in tree.children(noun) if tree.token(i).dep in ("compound", "amod", "nmod"))
        yield from (Cue(i, Part.OWN) for i in (*tree.below(noun, _AMONG), *called))


def those(tree: Tree, places: Places) -> Iterator[Cue]:
    """What befell those of whom it is said what some are: "eleven of the dead were cooks"."""
    figure, _, predicate = places
    if predicate is not None and tree.token(predicate).lemma == "be":
        yield from (Cue(i, Part.PASSIVE) for i in tree.below(figure, _AMONG) if tree.token(i).pos in ("ADJ", "VERB"))


def labels(tree: Tree, inside: Sequence[int]) -> Iterator[Cue]:
    """The words before the colon that the amount stands after: "Payload to orbit: 60 tonnes"; the nearest first."""
    colon = inside[0] - 1
    if colon > 0 and tree.token(colon).text == ":":
        before = range(colon - 1, max(-1, colon - 1 - _LABEL), -1)
        own = takewhile(lambda i: tree.token(i).pos not in ("PUNCT", "NUM"), before)
        yield from (Cue(i, Part.OWN) for i in own if tree.token(i).pos in NOMINAL)


def is_compound(tree: Tree, places: Places, inside: Sequence[int]) -> bool:
    """Does the amount make one word with the noun it stands before: "a 25-ton truck", "a 97 mph throw"?"""
    figure, noun, _ = places
    if noun is None or noun <= inside[-1] or tree.token(inside[-1]).tag == "NNS":
        return False
    between = tree.tokens[inside[-1] + 1 : noun]
    return tree.token(figure).dep in _BEFORE and all(one.pos in _PHRASE for one in between)


def _right_after(tree: Tree, figure: int) -> list[int]:
    """What the next word puts the amount to, wherever the parse hangs it: "did $2bn in damage"."""
    after = figure + 1
    if after < len(tree.tokens) and tree.token(after).lemma in _MEASURING:
        return [i for i in tree.children(after) if tree.token(i).dep == "pobj"]
    return []


def longest_first(tree: Tree, index: int) -> tuple[str, ...]:
    """The lemma at *index* with what makes it a longer word: "death toll", "can fly"; then alone, and as printed."""
    return tree.once(_longest_first, index)


def _longest_first(tree: Tree, index: int) -> tuple[str, ...]:
    token = tree.token(index)
    if token.pos in NOMINAL:
        firsts = range(max(0, index - _COMPOUND), index)
        longer = [" ".join(one.lemma for one in tree.tokens[first : index + 1]) for first in firsts]
    else:
        longer = [*_with_others(tree, index)]
    return (*longer, *((token.text.lower(), token.lemma) if token.tag == "NNS" else (token.lemma, token.text.lower())))


def participle_of(tree: Tree, index: int) -> tuple[str, ...]:
    """The verbs of which the adjective at *index*, told of what is counted, may be the participle: "stay closed"."""
    token = tree.token(index)
    word = token.text.lower()
    if token.pos != "ADJ" or token.dep not in _TOLD or not word.endswith("ed"):
        return ()
    stem = word.removesuffix("ed")
    return (f"{stem}e", stem, stem[:-1], f"{stem[:-1]}y" if stem.endswith("i") else stem)


def _with_others(tree: Tree, index: int) -> Iterator[str]:
    """The verb or adjective at *index* with what it is done to, what follows it, and how and whether it is done."""
    token, patient = tree.token(index), tree.patient(index)
    if patient is not None:
        yield f"{token.lemma} {tree.token(patient).lemma}"
    if token.dep == "pcomp" and tree.token(tree.token(token.head).head).lemma == "capable":
        yield f"can {token.lemma}"
    for child in tree.children(index):
        word = tree.token(child)
        if child > index:
            yield from (f"{token.lemma} {word.lemma} {tree.token(i).lemma}" for i in tree.children(child))
            yield f"{token.lemma} {word.lemma}"
        elif word.dep == "advmod":
            yield f"{word.text.lower()} {token.text.lower()}"
        elif word.tag == "MD":
            yield f"{word.lemma} {token.lemma}"
