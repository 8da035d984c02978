"""Where sentences begin and end."""

import re
from collections.abc import Iterator

from discrepancy.knowledge.prose import ProseTables
from discrepancy.model import Span

_LINE = re.compile(r"^[^\n]*\S[^\n]*", re.MULTILINE)
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9$£€])")
_WORD_BEFORE = re.compile(r"[\w.&'-]{1,20}\Z")
_WORD_AFTER = re.compile(r"\.\s{1,3}(?:\(?([A-Za-z]{1,20})|\([0-9])")
_INITIAL = re.compile(r"(?:[A-Za-z]\.)*[A-Z]")


LONGEST = 1500
"""Characters of a sentence. What goes on for longer is a list or no prose, and is cut; news has nothing like it."""

_SPACE = re.compile(r"\s+")


def sentence_spans(text: str, abbreviations: frozenset[str]) -> Iterator[Span]:
    """The sentences of *text* in order; a line break always ends one, and none is much longer than `LONGEST`.

    >>> [text[a:b] for text in ["Gen. Brown left. He was 40."] for a, b in sentence_spans(text, frozenset({"Gen"}))]
    ['Gen. Brown left.', 'He was 40.']
    """
    for line in _LINE.finditer(text):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if not _abbreviated(text, stop.start(), abbreviations):
                yield from _cut(text, _past_space(text, start), stop.end())
                start = stop.end()
        yield from _cut(text, _past_space(text, start), line.start() + len(line[0].rstrip()))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The words from *start* up to *end* as one sentence, or as several where they are too many for one."""
    while end - start > LONGEST and (space := _SPACE.search(text, start + LONGEST, end)):
        yield Span(start, space.start())
        start = space.end()
    if start < end:
        yield Span(start, end)


def abbreviations_of(tables: ProseTables) -> frozenset[str]:
    """The words whose full stop does not end a sentence, some with the word that must follow."""
    return frozenset(
        f"{word}. {after}" if after else word
        for row in tables.abbreviations
        for word in row.words
        for after in row.before or ("",)
    )


def _abbreviated(text: str, stop: int, abbreviations: frozenset[str]) -> bool:
    """Does the full stop at *stop* belong to an abbreviation or an initial?"""
    if text[stop] != ".":
        return False
    found = _WORD_BEFORE.search(text, max(0, stop - 20), stop)
    if found is None:
        return False
    word = found[0]
    if text[stop + 1 : stop + 3].strip().isdecimal() and word.capitalize() in abbreviations:
        return True  # before a figure, small letters do: "oct. 13"
    if (after := _WORD_AFTER.match(text, stop)) and f"{word}. {after[1] or '(0'}" in abbreviations:
        return True
    return word in abbreviations or bool(_INITIAL.fullmatch(word))


def _past_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start
