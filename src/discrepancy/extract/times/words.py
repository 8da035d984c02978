"""Words of a text and the categories they belong to, a letter for each set of categories."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from discrepancy.knowledge.calendar import CalendarTables
from discrepancy.model import Span

_WORD = re.compile(
    r"""
    (?: https?://\S{1,2000} | www\.\S{1,2000}
      | [AaPp]\.[Mm]\b\.? | B\.C(?:\.E\.?|\.)?(?!\w) | A\.D\.?(?!\w)
      | o['’]clock
      | [^\W\d_]+[0-9]*
      | (?<![0-9/.-])[0-9]{4}(?:-[0-9]{2}-|/[0-9]{2}/)[0-9]{2}(?:T[0-9:.+Z-]{4,32})?(?![0-9/-])
      | (?<![0-9/.-])[0-9]{1,2}(?:/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})|(?:\.[0-9]{1,2}\.|-[0-9]{1,2}-)[0-9]{4})(?![0-9/-])
      | [0-9]+(?:[,.:][0-9]+)*(?:(?:(?<=0)['’]s|[A-Za-z]{1,3})(?!\w))?
      | ['’]s\b
      | \S
      | \n
    ) [^\S\n]*
    """,
    re.VERBOSE,
)
"""A word, a figure or a sign, with the space behind it; no groups, so that all are found in one go."""

_MOST_MET = 50_000  # words remembered, some MB

FIRST_LETTER = 0xE000  # the private use area, which no pattern mentions by itself


class Words(NamedTuple):
    """The words, figures and signs of a text in order, and where each starts."""

    texts: list[str]
    starts: list[int]

    def span(self, first: int, last: int) -> Span:
        """Where the words from *first* up to *last* stand."""
        return Span(self.starts[first], self.starts[last - 1] + len(self.texts[last - 1]))


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The letters of words, and what each word means in each of its categories; *tensed* ones tell a tense."""

    letters: Mapping[str, str]
    categories: Mapping[str, str]
    meanings: Mapping[str, Mapping[str, str]]
    figures: re.Pattern[str]
    figure_letters: tuple[str, ...]
    unknown: Mapping[str, str]
    tensed: frozenset[str]
    _met: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def spelled(self, texts: Sequence[str]) -> str:
        """The letters of *texts*, each word looked up once, and remembered for the texts to come."""
        if len(self._met) > _MOST_MET:
            self._met.clear()
        met = self._met
        met.update((text, self.letter(text)) for text in set(texts).difference(met))
        return "".join(map(met.__getitem__, texts))

    def letter(self, text: str) -> str:
        """The letter of *text*."""
        return self.letters.get(text) or self.letters.get(text.lower()) or self._other(text)

    def _other(self, text: str) -> str:
        if text[0].isdigit() or (text[-1].isdigit() and self.figures.fullmatch(text)):
            figure = self.figures.fullmatch(text)
            return self.unknown["stop"] if figure is None else self.figure_letters[(figure.lastindex or 1) - 1]
        if not text[0].isalpha():
            return self.unknown["stop"]
        if text[0].isupper():
            return self.unknown["capital"]
        return self.unknown["plural" if text.endswith("s") and not text.endswith("ss") else "word"]

    def meaning(self, text: str, categories: Iterable[str]) -> str | None:
        """What *text* means in the first of *categories* that it belongs to; a figure means itself."""
        known = self.meanings.get(text) or self.meanings.get(text.lower(), {})
        for category in categories:
            if category in known:
                return known[category]
        return None


UNKNOWN = ("capital", "plural", "word", "stop", "break", "possessive")


TENSED = frozenset({"ahead", "behind", "ahead_as_seen_then", "ahead_nearby"})
"""The categories of words that tell whether a sentence looks ahead or back."""


def words_of(text: str) -> Words:
    """The words of *text*, line breaks among them."""
    first, spaced = _WORD.search(text), _WORD.findall(text)
    starts = accumulate(map(len, spaced), initial=first.start() if first else 0)
    return Words([word.rstrip() or "\n" for word in spaced], list(starts)[:-1])


def lexicon_of(tables: CalendarTables, literals: Iterable[str]) -> Lexicon:
    """The words of *tables* and *literals* (each its own category, `'of'`), a letter for each set of categories."""
    meanings = _meanings(tables, literals)
    sets: dict[frozenset[str], str] = {}

    def letter(categories: Iterable[str]) -> str:
        return sets.setdefault(frozenset(categories), chr(FIRST_LETTER + len(sets)))

    unknown = {name: letter([name]) for name in UNKNOWN}
    letters = {word: letter(known) for word, known in meanings.items()}
    letters |= {"\n": unknown["break"], "'s": unknown["possessive"], "’s": unknown["possessive"]}
    figures = re.compile("|".join(f"({row.pattern})" for row in tables.figures))
    figure_letters = tuple(letter(row.categories) for row in tables.figures)
    categories: dict[str, str] = {}
    for known, sign in sets.items():
        for category in sorted(known):
            categories[category] = categories.get(category, "") + sign
    tensed = frozenset(word for word, known in meanings.items() if not TENSED.isdisjoint(known))
    return Lexicon(letters, categories, meanings, figures, figure_letters, unknown, tensed | {"to"})


def _meanings(tables: CalendarTables, literals: Iterable[str]) -> dict[str, dict[str, str]]:
    """What each word means in each of its categories; a word with a capital stands in capitals too."""
    meanings: dict[str, dict[str, str]] = {}
    for row in tables.words:
        for word, meaning in row.means.items():
            meanings.setdefault(word, {})[row.category] = meaning
    for zones in tables.zones:
        for name, offset in zones.names.items():
            meanings.setdefault(name, {})["zone"] = offset
    for literal in sorted(set(literals)):
        meanings.setdefault(literal, {})[f"'{literal}'"] = literal
    for word in [word for word in meanings if word != word.lower() and word != word.upper()]:
        meanings[word.upper()] = meanings.get(word.upper(), {}) | meanings[word]
        meanings[word] = _literals_of(meanings.get(word.lower(), {})) | meanings[word]
    return meanings


def _literals_of(known: Mapping[str, str]) -> dict[str, str]:
    """The categories that are words themselves: "May" is still the word that `'may'` asks for."""
    return {category: meaning for category, meaning in known.items() if category.startswith("'")}
