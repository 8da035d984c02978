"""A sentence as words, and phrases found among them."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from discrepancy.model import Span

FRACTIONS = {
    "½": Decimal("0.5"),
    "⅓": Decimal("0.3333333333"),
    "⅔": Decimal("0.6666666667"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅕": Decimal("0.2"),
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}
FRACTION_SIGNS = "".join(FRACTIONS)
HYPHENS = frozenset("-–—‑")

_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad"
_GROUPED = r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?: ?, 000)+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
_WORD = re.compile(
    r"https?://\S{1,2000}|www\.\S{1,2000}"
    rf"|(?:{_GROUPED}|\d+)(?:\.\d+)?"  # figures
    rf"|[{FRACTION_SIGNS}]"
    r"|(?:[A-Za-z]\.){2,6}(?![A-Za-z])"  # initials: U.S.
    rf"|[^\W\d_{FRACTION_SIGNS}]+(?:['’][^\W\d_]+)*"  # words
    r"|(?<![\w.,%)/])\.\d+"  # figures below one; last, since most of all places would be looked at in vain
    rf"|[^\s{_INVISIBLE}]"  # marks
)
_PADDING = 24

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Words:
    """The words, figures and marks of a sentence with their offsets in the document; beyond both ends, empty words."""

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
        return bisect_right(self.end, offset, 0, self.count)

    def is_figure(self, index: int) -> bool:
        """Is the word at *index* written in digits: "12", ".5"?"""
        return self.text[index].lstrip(".")[:1].isdecimal()

    def is_word(self, index: int) -> bool:
        """Is the word at *index* made of letters?"""
        return self.text[index][:1].isalpha()

    def before(self, index: int, length: int) -> tuple[str, ...]:
        """Up to *length* words that end before *index*, in lower case."""
        return self.low[max(0, index - length) : max(0, index)]


def words_of(text: str, span: Span) -> Words:
    """The words of *text* within *span*."""
    found = list(_WORD.finditer(text, span.start, span.end))
    texts = [match[0] for match in found]
    blank, nowhere = ("",) * _PADDING, (span.end,) * _PADDING
    return Words(
        (*texts, *blank),
        (*(word.lower() for word in texts), *blank),
        (*(match.start() for match in found), *nowhere),
        (*(match.end() for match in found), *nowhere),
        len(texts),
    )


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Value]):
    """Phrases of several words with what they mean, indexed by one of their ends, the longest first."""

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
        phrase = tuple(match[0] for match in _WORD.finditer(text))
        index.setdefault(phrase[-1 if last else 0], []).append((phrase, value))
    return Phrases({word: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for word, found in index.items()})
