"""Who says so, and how it is put forward."""

from discrepancy.model import Claim, Modality, Span
from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.tree import SUBJECTS, Tree

_OPENING, _CLOSING = "“", "”"


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
            return None if speaker is None else _words(tree, speaker)
    return None


def _words(tree: Tree, index: int) -> str:
    return " ".join(tree.token(i).text for i in tree.phrase(index))


def modality_of(tree: Tree, predicate: int | None, lexicon: Lexicon) -> Modality:
    """How the clause of *predicate* is put forward: by its own auxiliaries and particles, else by the verb above it."""
    if predicate is None:
        return Modality.ASSERTED
    if any(tree.token(i).dep == "neg" for i in tree.children(predicate)):
        return Modality.DENIED
    for index in (*tree.children(predicate), predicate, *tree.ancestors(predicate)):
        lemma = tree.token(index).lemma
        modality = lexicon.cues.get(lemma) or lexicon.speech.get(lemma)
        if modality and modality is not Modality.ASSERTED:
            return modality
    return Modality.ASSERTED


def quoted(claim: Claim, span: Span) -> bool:
    """Does the figure stand between quotation marks within its sentence?"""
    before, after = claim.quote[: span.start], claim.quote[span.end :]
    if before.count('"') % 2 == 1:
        return True
    return before.rfind(_OPENING) > before.rfind(_CLOSING) or (
        _CLOSING in after and _OPENING not in after.partition(_CLOSING)[0] and _OPENING not in before
    )
