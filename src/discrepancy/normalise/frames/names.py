"""Which words of a sentence are names, and the one form of each word."""

from collections.abc import Iterable

from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.tree import Tree


def one_form(tree: Tree, index: int, lexicon: Lexicon) -> str:
    """The form that stands for the word at *index* and all that mean the same."""
    token = tree.token(index)
    return lexicon.name(token.text) if _is_name(tree, index, lexicon) else lexicon.word(token.lemma, token.pos)


def names_at(indices: Iterable[int], tree: Tree, lexicon: Lexicon) -> frozenset[str]:
    """The names among the words at *indices*, in their one form."""
    return frozenset(lexicon.name(tree.token(i).text) for i in indices if _is_name(tree, i, lexicon))


def _is_name(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Is the word a name, or, alone or with one beside it, what the tables know for one ("Canadian", "Costa Rican")?"""
    token, words = tree.token(index), tree.tokens
    if token.pos == "PROPN" or not token.text[0].isupper():
        return token.pos == "PROPN"
    pairs = (words[start : start + 2] for start in (index - 1, index) if start >= 0)
    return token.text in lexicon.names or any(" ".join(one.text for one in pair) in lexicon.names for pair in pairs)
