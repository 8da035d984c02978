"""A sentence as words, and phrases found among them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from discrepancy.model import Span

_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad"
_GROUPED = r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?:, 000)+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
_WORD = re.compile(
    rf"(?:{_GROUPED}|\d+)(?:\.\d+)?|[½⅓⅔¼¾⅛⅜⅝⅞⅕]|[^\W\d_½⅓⅔¼¾⅛⅜⅝⅞⅕]+(?:['’][^\W\d_]+)*|[^\s{_INVISIBLE}]"
)
_PADDING = 12

Value = TypeVar("Value")


class Word(NamedTuple):
    """A word, a figure or a mark; *start* and *end* are offsets in the document."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence; beyond both of its ends there is nothing but empty words."""

    text: tuple[str, ...]
    low: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    count: int

    def glued(self, index: int) -> bool:
        """Does the word at *index* touch the one before it?"""
        return 0 < index < self.count and self.start[index] == self.end[index - 1]

    def at(self, offset: int) -> int:
        """The index of the first word that ends behind *offset*."""
        low, high = 0, self.count
        while low < high:
            middle = (low + high) // 2
            if self.end[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def words_of(text: str, span: Span) -> Words:
    """The words of *text* within *span*."""
    found = list(_WORD.finditer(text, span.start, span.end))
    texts = [match[0] for match in found]
    blank = ("",) * _PADDING
    nowhere = (span.end,) * _PADDING
    return Words(
        (*texts, *blank),
        (*(word.lower() for word in texts), *blank),
        (*(match.start() for match in found), *nowhere),
        (*(match.end() for match in found), *nowhere),
        len(texts),
    )


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Value]):
    """Phrases of several words with what they mean, found by their first word, the longest first."""

    by_word: dict[str, tuple[tuple[tuple[str, ...], Value], ...]]

    def at(self, words: tuple[str, ...], index: int) -> tuple[Value, int] | None:
        """What the longest phrase at *index* means, and where it ends."""
        for phrase, value in self.by_word.get(words[index], ()):
            end = index + len(phrase)
            if words[index:end] == phrase:
                return value, end
        return None

    def before(self, words: tuple[str, ...], index: int) -> tuple[Value, int] | None:
        """What the longest phrase that ends before *index* means, and where it starts."""
        if index <= 0:
            return None
        for phrase, value in self.by_word.get(words[index - 1], ()):
            start = index - len(phrase)
            if start >= 0 and words[start:index] == phrase:
                return value, start
        return None


def phrases(pairs: Iterable[tuple[str, Value]], *, last: bool = False) -> Phrases[Value]:
    """Phrases indexed by their first word, or by their *last* for a search backwards."""
    index: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for text, value in pairs:
        phrase = tuple(_texts(text))
        index.setdefault(phrase[-1 if last else 0], []).append((phrase, value))
    return Phrases({word: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for word, found in index.items()})


def _texts(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text))
