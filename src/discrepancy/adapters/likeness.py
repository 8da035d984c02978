"""Which of several words is meant: rapidfuzz."""

from collections.abc import Sequence


def most_like(word: str, words: Sequence[str]) -> str:
    """The one of *words* that *word* is likeliest meant to be."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - loaded when first needed

    return process.extractOne(word, words, scorer=fuzz.ratio)[0]
