"""What a verb leaves it to another word to tell: "held a vote", "comes up for renewal", "was due to start"."""

from collections.abc import Iterator, Sequence
from itertools import chain

from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.spelling import longest_first
from discrepancy.normalise.frames.tree import SUBJECTS, Tree

AROUND = frozenset({"after", "before", "during", "since", "follow", "until", "amid"})
_LOOSE = AROUND | {"up", "as", "in", "when"}  # "comes up", "came in the midst of", "came during a storm"
_STATING = frozenset({"attr", "acomp", "dobj"})
_COMPLETING = _STATING | {"prep", "prt"}
_TO = frozenset({"at", "for", "on", "to", "into", "in", "under", "before"})
_EARLIER = frozenset({"earlier", "previously", "already", "recently", "ago", "last", "before"})
_LIKE_PREPOSITIONS = frozenset({"follow", "precede", "include", "regard", "concern"})


def is_event(tree: Tree, index: int, lexicon: Lexicon, *, named: bool = False) -> bool:
    """Is the noun at *index* that of an event; may it also be *named* ("the 2020 Census")?"""
    token = tree.token(index)
    return token.lemma in lexicon.happenings and (token.pos == "NOUN" or (named and token.pos == "PROPN"))


def left_to(tree: Tree, verb: int, inside: Sequence[int], lexicon: Lexicon) -> tuple[int, int]:
    """The word that tells what happened in the clause of *verb*, itself or another, and the verb that tells it."""
    if tree.token(verb).lemma not in lexicon.leaving and tree.token(verb).tag != "VBG":
        return verb, verb
    verb = _meant(tree, verb, inside, lexicon)
    if _is_dated_idiom(tree, verb, lexicon):
        return verb, verb
    named = next((i for i in _named(tree, verb, inside, lexicon) if is_event(tree, i, lexicon)), None)
    if named is not None:
        idiom = f"{tree.token(verb).lemma} {tree.token(named).lemma}" in lexicon.attributes  # "opened fire"
        return (verb if idiom else named), verb
    state = _state(tree, verb, inside)
    return (verb if state is None else state), verb


def _is_dated_idiom(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Does *verb* name a measure of dates with the words behind it: "was brought under control on Monday"?"""
    phrases = (one for one in longest_first(tree, verb) if " " in one)
    return any("time" in row.dimensions for one in phrases for row in lexicon.attributes.get(one, ()))


def _meant(tree: Tree, verb: int, inside: Sequence[int], lexicon: Lexicon) -> int:
    """The verb that another leads up to: "scheduled on Monday to fly", "took the step to sue", "said it had sued"."""
    beside, lemma = lexicon.beside, tree.token(verb).lemma
    found: Iterator[int] = iter(())
    if lemma in beside["settling"] or lemma == "be":
        found = _settled(tree, verb, inside, beside["settling"])
    elif lemma in beside["light"]:
        found = _stepped(tree, verb, beside["step"])
    elif lemma in beside["telling"]:
        found = (i for i in tree.children(verb) if _is_done_so(tree, i, lexicon))
    return next(found, verb)


def _settled(tree: Tree, verb: int, inside: Sequence[int], settling: frozenset[str]) -> Iterator[int]:
    """The verb behind the time that completes *verb*: "was scheduled on Monday to fly", "was on Monday due to fly"."""
    for index in (i for i in tree.children(verb) if i > inside[-1] and tree.token(i).dep in ("xcomp", "acomp")):
        if tree.token(index).pos == "VERB":
            yield index
        elif tree.token(index).lemma in settling:
            yield from (i for i in tree.children(index) if tree.token(i).dep == "xcomp")


def _stepped(tree: Tree, verb: int, steps: frozenset[str]) -> Iterator[int]:
    """The verb that tells what step was taken: "took the step to sue", "took the step of suing"."""
    step = tree.object(verb)
    if step is None or tree.token(step).lemma not in steps:
        return
    of = (i for at in tree.children(step) if tree.token(at).lemma == "of" for i in tree.children(at))
    yield from (i for i in of if tree.token(i).tag == "VBG")
    yield from (i for i in chain(tree.children(step), tree.children(verb)) if i > step and tree.token(i).tag == "VB")


def _is_done_so(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Is *verb* told by its doer, at no other time, as something that one does by telling it?"""
    token = tree.token(verb)
    if token.dep != "ccomp" or token.lemma not in lexicon.beside["performative"]:
        return False
    below = [tree.token(i) for i in tree.children(verb)]
    doer = next((one for one in below if one.dep in SUBJECTS), None)
    if doer is None or doer.dep == "nsubjpass" or doer.tag != "PRP":
        return False
    if any(one.tag == "MD" or one.dep in ("neg", "npadvmod", "advcl") or one.lemma in _EARLIER for one in below):
        return False
    return not any(_is_dated(tree, i) for i in tree.children(verb))


def _is_dated(tree: Tree, index: int) -> bool:
    """Does the phrase at *index* hold a figure or a name after "on", "in" or "at", as times do?"""
    if tree.token(index).lemma not in ("on", "in", "at", "since", "after", "before"):
        return False
    return any(tree.token(i).pos in ("PROPN", "NUM") for i in tree.children(index))


def _named(tree: Tree, verb: int, inside: Sequence[int], lexicon: Lexicon) -> Iterator[int]:
    """The nouns that may tell what *verb* leaves to them."""
    beside, lemma = lexicon.beside, tree.token(verb).lemma
    below = [i for i in tree.children(verb) if i not in inside and not _is_of_time(tree, i, inside)]
    deps = {tree.token(i).dep for i in below if tree.token(i).lemma not in _LOOSE}
    subject = tree.subject(verb)
    if lemma in _LIKE_PREPOSITIONS and tree.token(verb).tag == "VBG":
        yield from (i for i in below if tree.token(i).dep in ("dobj", "pobj"))
    if lemma in beside["light"] or lemma == "be":
        yield from (i for i in below if tree.token(i).dep in ("dobj", "attr", "nsubjpass"))
    if tree.token(verb).dep == "acl" and (lemma in beside["light"] or lemma in beside["settling"]):
        yield tree.token(verb).head  # "a vote held on Monday"
    if lemma in beside["settling"]:
        yield from (i for i in below if tree.token(i).dep in ("dobj", "nsubjpass"))
        near = (i for i in below if tree.token(i).lemma == "for")
        yield from (i for at in near for i in tree.children(at) if tree.token(i).dep == "pobj")
    if subject is not None and lemma in beside["occurring"] and deps.isdisjoint(_COMPLETING):
        yield from (_head(tree, subject), subject)
    if subject is not None and lemma in beside["opening"] and tree.token(subject).lemma in beside["session"]:
        yield subject
    if subject is not None and lemma == "take" and any(tree.token(i).lemma == "place" for i in below):
        yield subject
    if lemma in beside["reaching"] and deps.isdisjoint(_STATING):
        near = (i for i in below if tree.token(i).lemma in _TO)
        yield from (i for at in near for i in tree.children(at) if tree.token(i).dep == "pobj")


def _head(tree: Tree, noun: int) -> int:
    """What *noun* completes, where that is a noun: "the renewal of the pact", else itself."""
    above = tree.token(noun).head
    if tree.token(noun).dep == "pobj" and tree.token(above).lemma == "of":
        return tree.token(above).head
    return noun


def _is_of_time(tree: Tree, index: int, inside: Sequence[int]) -> bool:
    """Does the word at *index* lead up to the time?"""
    return any(i in inside for i in tree.children(index))


def _state(tree: Tree, verb: int, inside: Sequence[int]) -> int | None:
    """What someone or something was, by the predicate of "be"."""
    if tree.token(verb).lemma != "be":
        return None
    below = (i for i in tree.children(verb) if i not in inside and tree.token(i).dep in ("attr", "acomp"))
    return next((i for i in below if tree.token(i).pos in ("NOUN", "ADJ")), None)
