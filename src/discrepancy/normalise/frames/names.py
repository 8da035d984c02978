"""Which words of a sentence are names."""

from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.tree import Tree


def names_in(tree: Tree, lexicon: Lexicon) -> frozenset[int]:
    """The indices of the words that are names."""
    return frozenset(
        index
        for index, token in enumerate(tree.tokens)
        if token.pos == "PROPN" or (token.text[0].isupper() and _is_known(tree, index, lexicon))
    )


def _is_known(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Is the word, alone or with one beside it, what the tables know for a name ("Canadian", "Costa Rican")?"""
    token, words = tree.token(index), tree.tokens
    pairs = (words[start : start + 2] for start in (index - 1, index) if start >= 0)
    return token.text in lexicon.names or any(" ".join(one.text for one in pair) in lexicon.names for pair in pairs)
