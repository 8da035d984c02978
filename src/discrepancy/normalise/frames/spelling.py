"""The spellings under which a word of a sentence may stand in a table: with its compound, its object, alone."""

from collections.abc import Iterator

from discrepancy.normalise.frames.tree import NOMINAL, Tree

_COMPOUND = 2  # words before a noun that may make one word with it
_TOLD = frozenset({"acomp", "oprd", "xcomp", "ccomp", "acl", "conj"})


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
