"""Who says so, and how it is put forward."""

from collections.abc import Iterator
from itertools import takewhile

from discrepancy.model import Modality
from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.tree import OF, SUBJECTS, Tree


def attribution_of(tree: Tree, predicate: int | None, lexicon: Lexicon) -> str | None:
    """Who is said to say so, in the words of the text."""
    return _by_verb(tree, predicate, lexicon) or _by_phrase(tree)


def _by_verb(tree: Tree, predicate: int | None, lexicon: Lexicon) -> str | None:
    if predicate is None:
        return None
    for above in tree.ancestors(predicate):
        if tree.token(above).lemma in lexicon.speech:
            speaker = next((i for i in tree.children(above) if tree.token(i).dep in SUBJECTS), None)
            return None if speaker is None else _words(tree, speaker)
    return None


def _by_phrase(tree: Tree) -> str | None:
    for index, token in enumerate(tree.tokens):
        if token.lemma == "to" and token.head != index and tree.token(token.head).text.lower() == "according":
            speaker = next((i for i in tree.children(index) if tree.token(i).dep == "pobj"), None)
            if speaker is not None and tree.token(speaker).lemma in _SHARES:  # "according to 40 percent of voters"
                speaker = next(tree.below(speaker, OF), None)
            return None if speaker is None else _words(tree, speaker)
    return None


_SHARES = frozenset({"percent", "cent", "%"})


def _words(tree: Tree, index: int) -> str:
    return " ".join(tree.token(i).text for i in tree.phrase(index))


def modality_of(tree: Tree, predicate: int | None, figure: int, lexicon: Lexicon, *, terms: bool = False) -> Modality:
    """How the clause of *predicate* is put forward: by its own auxiliaries and particles, else by the verb above it.

    A verb colours what is said in its object, not its subject ("29 guests feared the worst"), and some only a clause.
    Of the *terms* of a plan, "would" supposes nothing, but where a condition is told or they are bygone ("would have").
    In what someone says, it stands for "will".
    """
    if predicate is None:
        return Modality.ASSERTED
    if any(tree.token(i).dep == "neg" for i in tree.children(predicate)) and not _is_apart(tree, predicate, figure):
        return Modality.DENIED
    below = tree.children(predicate)
    own = [i for i in below if tree.token(i).pos not in _OF_THEIR_OWN]
    if terms and not any(tree.token(i).lemma == "have" or _is_condition(tree, i, lexicon) for i in below):
        own = [i for i in own if tree.token(i).lemma not in lexicon.of_terms]
    spoken = [predicate] if _colours(tree, predicate, figure, lexicon) else []
    for index in (*own, *spoken, *_over(tree, predicate)):
        lemma = tree.token(index).lemma
        modality = lexicon.cues.get(lemma) or lexicon.speech.get(lemma)
        if modality is Modality.HYPOTHETICAL and lemma in lexicon.of_terms and _is_reported(tree, predicate, lexicon):
            return Modality.FORECAST
        if modality and modality is not Modality.ASSERTED:
            return modality
    return Modality.ASSERTED


def _is_apart(tree: Tree, predicate: int, figure: int) -> bool:
    """Does *figure* stand behind a colon or a dash, out of reach of a "not": "it was not cheap: $41m"?"""
    return any(tree.token(i).text in _APART for i in range(predicate + 1, figure))


_APART = frozenset({":", ";", "–", "—", "--"})


def _is_reported(tree: Tree, predicate: int, lexicon: Lexicon) -> bool:
    """Is the clause of *predicate* what someone says: "it would close" for "we will close"; and no condition told?"""
    if any(_is_condition(tree, i, lexicon) for i in tree.children(predicate)):
        return False
    return any(lexicon.speech.get(tree.token(i).lemma) is Modality.ASSERTED for i in tree.ancestors(predicate))


def is_taken_for_granted(tree: Tree, figure: int) -> bool:
    """Does *figure* describe someone, whatever is said of them ("Anna Berg, 49, will not go", "who is 49")?"""
    path = [figure, *tree.ancestors(figure)]
    for index in path:
        token = tree.token(index)
        if token.dep in _DESCRIBING and tree.token(token.head).lemma != "age":
            return not any(tree.token(i).dep == "neg" for i in tree.children(index))
        if token.pos == "VERB" or token.dep in ("pobj", "dobj"):
            return False
    return False


_DESCRIBING = frozenset({"appos", "amod", "nummod", "relcl", "acl"})


def _is_condition(tree: Tree, clause: int, lexicon: Lexicon) -> bool:
    """Is *clause* one beside the main one that supposes something ("if it were built")?"""
    marks = (tree.token(i).lemma for i in tree.children(clause)) if tree.token(clause).dep == "advcl" else ()
    return any(lexicon.cues.get(mark) is Modality.HYPOTHETICAL for mark in marks)


_OF_THEIR_OWN = frozenset({"NOUN", "PROPN", "VERB"})
"""What below a verb tells of itself: "made an offer", "leads and fears the end"."""


def _colours(tree: Tree, predicate: int, figure: int, lexicon: Lexicon) -> bool:
    """Does *predicate* itself say how *figure*, which is no clause of its own, is put forward?"""
    path = list(takewhile(lambda i: i != predicate, (figure, *tree.ancestors(figure))))
    if tree.token(predicate).lemma in lexicon.of_clauses:
        told = {tree.token(i).lemma for i in path} - lexicon.of_clauses  # "dismissed reports of nine dead"
        return not told.isdisjoint(lexicon.speech)
    return not path or tree.token(path[-1]).dep not in SUBJECTS


def _over(tree: Tree, predicate: int) -> Iterator[int]:
    """The tokens above the clause of *predicate* that colour it: not beyond a clause that tells of itself."""
    below = predicate
    for above in tree.ancestors(predicate):
        token = tree.token(below)
        shared = not any(tree.token(i).dep in SUBJECTS for i in tree.children(below))
        if token.dep in _BY_THEMSELVES or (token.dep == "conj" and not shared):
            return
        yield above
        below = above


_BY_THEMSELVES = frozenset({"advcl", "relcl", "pcomp"})
