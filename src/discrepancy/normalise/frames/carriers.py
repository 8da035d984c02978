"""Verbs that say only how much or when: what they say it of names the measure."""

from collections.abc import Iterator
from itertools import takewhile

from discrepancy.normalise.frames.cues import Cue, Part, Places
from discrepancy.normalise.frames.tree import Tree

_SAID_OF = frozenset({"of", "for", "in"})
_REACHING = frozenset({"to", "from"})
_SUMMING = frozenset({"total", "number", "amount", "sum", "figure"})
_AT_LEVEL = frozenset(
    {"reach", "hit", "top", "exceed", "surpass", "near", "cross", "total", "average", "trade", "close"}
)
_CARRIERS = frozenset(
    {"be", "rise", "stand", "reach", "climb", "grow", "fall", "drop", "total", "exceed", "hit", "jump", "put", "bring",
     "become", "remain", "increase", "decrease", "raise", "surpass", "number", "amount", "leave", "set", "cut", "slash",
     "lower", "top", "pass", "cross", "average", "range", "near", "approach", "equal", "come", "happen", "occur",
     "schedule", "plan", "slate", "hold", "fix", "trade", "close", "slide", "plunge", "slip", "decline", "dip", "soar",
     "surge", "tumble", "plummet", "sink", "swell", "slump", "leap", "ease", "edge", "peak", "span", "fetch"}
)  # fmt: skip # verbs that say only how much or when: their subject or object names the measure
_CHANGING = frozenset(
    {"change", "reduce", "push", "boost", "trim", "shrink", "widen", "narrow", "lengthen", "shorten", "expand", "move",
     "bump", "lift", "hike", "double", "halve", "revise", "adjust", "alter", "drive", "downgrade", "upgrade"}
)  # fmt: skip # verbs that set what they are done to from one figure to another


_BESIDE = {"take": frozenset({"place"}), "go": frozenset({"up", "down"})}
"""Verbs that say only how much or when with one of these words beside them."""

_SINGLE = frozenset(
    {"man", "woman", "boy", "girl", "child", "player", "miner", "leader", "victim", "suspect", "driver", "teacher",
     "officer", "club", "team", "firm", "company", "patient", "soldier", "pilot", "worker", "resident", "student",
     "passenger", "gunman", "attacker", "member", "son", "daughter", "mother", "father", "brother", "sister"}
)  # fmt: skip # nouns that in the singular are no number


def carried(tree: Tree, places: Places, dimension: str) -> Iterator[Cue]:
    """What a verb that says only how much, or when, says it of: its subject, and what that is the number of.

    Where it is set to a figure or a day, what is set: "cut the rate to 3%", "scheduled a hearing for Friday"; who
    changes a figure is not what it is the figure of.
    """
    figure, noun, predicate = places
    if predicate is None or not (_carries(tree, predicate) or reached(tree, places)):
        return
    start = figure if noun is None else noun
    inside = {start, *takewhile(lambda i: i != predicate, tree.ancestors(start))}
    subject = tree.subject(predicate) if _carries(tree, predicate) else None
    named = [] if subject is None else [subject]
    if dimension == "time" or reached(tree, places):
        named += [i for i in tree.children(predicate) if tree.token(i).dep in ("dobj", "nsubjpass")]
    for index in named:
        if index not in inside and not _is_none(tree, index, dimension):
            own = [i for i in tree.children(index) if tree.token(i).dep in ("compound", "nmod", "amod", "poss")]
            below = tree.below(index, _SAID_OF)
            yield from (Cue(i, Part.OWN) for i in (index, *own, *below))


def _is_none(tree: Tree, noun: int, dimension: str) -> bool:
    """Does the *noun* name no measure of this dimension, as a name no date, and "the miner" no number of miners?"""
    token = tree.token(noun)
    if dimension == "time":
        return token.pos == "PROPN"
    return dimension == "count" and token.tag == "NN" and token.lemma in _SINGLE


def _carries(tree: Tree, predicate: int) -> bool:
    token = tree.token(predicate)
    if (beside := _BESIDE.get(token.lemma)) is not None:
        return any(tree.token(i).lemma in beside for i in tree.children(predicate))
    return token.lemma in _CARRIERS


def at_level(tree: Tree, places: Places) -> bool:
    """Does the verb say but that a measure stands at the figure: "shares traded at $80"?"""
    predicate = places[2]
    return predicate is not None and tree.token(predicate).lemma in _AT_LEVEL


def reached(tree: Tree, places: Places) -> bool:
    """Is the figure what a verb of change ends or begins with? What "fell to 21 %" is no fall."""
    figure, noun, predicate = places
    start = figure if noun is None else noun
    for index in (figure, start):
        above = tree.token(index).head
        if tree.token(index).dep == "pobj" and tree.token(above).lemma in _REACHING:
            return predicate is not None and _changes(tree, predicate)
    return False


def _changes(tree: Tree, predicate: int) -> bool:
    """Does *predicate* tell but a change? What "brings the total raised to 9" tells is how much was raised."""
    token = tree.token(predicate)
    summed = token.dep == "acl" and tree.token(token.head).lemma in _SUMMING
    return (token.lemma in _CHANGING or _carries(tree, predicate)) and not summed
