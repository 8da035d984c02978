"""Text of any size: the articles of a corpus in turn, their figures and dates varied so that nothing is met twice."""

import re
from calendar import day_name, month_name
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import count
from random import Random

from discrepancy.model import Document, Published
from discrepancy.read import read

MONTHS = [month for month in month_name if month not in {"", "May"}]  # "may" is a verb too
DAYS = list(day_name)
NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty"]
CHOICES = {word: words for words in (MONTHS, DAYS, NUMBERS) for word in words}

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}\b")
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]

VARIED = re.compile(rf"\d+|\b(?:{'|'.join(CHOICES)})\b")


def articles(paths: Sequence[str]) -> list[Document]:
    """The documents in *paths*."""
    return [one for one in read(paths) if isinstance(one, Document)]


def documents(corpus: Sequence[Document], size: int, *, first: int = 0) -> Iterator[Document]:
    """Documents of *size* bytes in all: *corpus*, round after round from the *first*; all but round 0 are varied."""
    random = Random(first)  # noqa: S311 - chance for a measurement, the same in every run
    left = size
    for turn in count(first):
        for document in corpus:
            one = varied(document, random, turn) if turn else document
            text = one.text.encode()[:left].decode(errors="ignore")
            yield replace(one, text=text)
            left -= len(one.text.encode())
            if left <= 0:
                return


def varied(document: Document, random: Random, turn: int) -> Document:
    """*document* with other figures and calendar words, published on another day."""
    text = VARIED.sub(_other(random), document.text)
    return replace(document, id=f"{document.id} {turn}", text=text, published=_moved(document.published, random))


def names_in(corpus: Sequence[Document]) -> frozenset[str]:
    """The words of *corpus* that stand with a capital within a sentence: names, as a rule."""
    return frozenset(name for document in corpus for name in NAME.findall(document.text) if name not in CHOICES)


def renamed(document: Document, names: frozenset[str], turn: int) -> Document:
    """*document* with other *names*, the same in all documents of a *turn*: the events of no two turns are one."""

    def other(found: re.Match[str]) -> str:
        return made_up(found[0], turn) if found[0] in names else found[0]

    return replace(document, text=CAPITALISED.sub(other, document.text), title=CAPITALISED.sub(other, document.title))


@cache
def made_up(name: str, turn: int) -> str:
    """A name that nobody bears, for *name* in a *turn*."""
    random = Random(f"{turn} {name}")  # noqa: S311 - chance for a measurement, the same in every run
    return "".join(random.choice(SYLLABLES) for _ in range(random.randint(2, 4))).capitalize()


def _other(random: Random) -> Callable[[re.Match[str]], str]:
    def other(found: re.Match[str]) -> str:
        word = found[0]
        if word in CHOICES:
            return random.choice(CHOICES[word])
        if len(word) == len("2024") and word.startswith(("19", "20")):
            return str(random.randint(1990, 2029))
        return "".join(random.choice("123456789") for _ in word)

    return other


def _moved(published: Published | None, random: Random) -> Published | None:
    return published and replace(published, time=published.time + timedelta(days=random.randint(0, 364)))
