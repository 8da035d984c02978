"""The nouns that may name what a figure measures: those it counts, is given for, is the size or a share of."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from discrepancy.normalise.frames.cues import Cue, Part, Places
from discrepancy.normalise.frames.tree import NOMINAL, OF, Tree

_GIVING = frozenset({"of", "at", "in", "to"})
_PUTTING = {"time": _GIVING | {"on"}, "count": frozenset({"of", "at"})}  # a place is home to 900
_PERSONS = frozenset({"person", "people", "member", "soul", "man", "woman", "child"})
_MEASURING = frozenset({"of", "in"})  # "12 inches of rain", "$2bn in damage"
_LABEL = 5  # words before a colon
_BEFORE = frozenset({"amod", "compound", "nummod", "nmod"})
_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT", "ADV", "VERB"})  # between both: "a 25-ton, unmarked truck"


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
    if tree.token(start).dep == "pobj" and tree.token(above).lemma in _PUTTING.get(dimension, _GIVING):
        named = dimension == "count" and noun is not None and tree.token(noun).lemma not in _PERSONS
        yield Cue(tree.token(above).head, Part.DONE if named else Part.OWN)


def matter(tree: Tree, places: Places) -> Iterator[Cue]:
    """What those counted are of, or are called by: "90 cases of flu", "90 flu cases"."""
    noun = places[1]
    if noun is not None:
        called = (i for i in tree.children(noun) if tree.token(i).dep in ("compound", "amod", "nmod"))
        yield from (Cue(i, Part.OWN) for i in (*tree.below(noun, OF), *called))


def wholes(tree: Tree, places: Places, dimension: str) -> Iterator[Cue]:
    """The whole that an "of" tells the figure to be the size of, in persons, or a share of."""
    figure, noun, _ = places
    if dimension == "share":
        yield from (Cue(i, Part.SHARE) for i in tree.below(figure, OF) if tree.token(i).pos in NOMINAL)
    if dimension != "count":
        return
    last = figure if noun is None or noun < figure else noun
    token = tree.token(last)
    counted = last == figure or token.lemma in _PERSONS
    if counted and token.dep == "pobj" and tree.token(token.head).lemma == "of":
        yield Cue(tree.token(token.head).head, Part.SIZE)


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
