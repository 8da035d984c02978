"""Finds temporal expressions: dates, times of day, durations, sets."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from discrepancy.extract.times.patterns import Form, TimeGrammar, compile_times
from discrepancy.extract.times.phrases import LISTED, phrase_of, role_of, said_by, whole
from discrepancy.extract.times.relations import Told, relation_of
from discrepancy.extract.times.tenses import Outlook, Place, outlook_of
from discrepancy.extract.times.words import Lexicon, words_of
from discrepancy.model import Document, Mention, Span, TimePhrase

__all__ = ["TimeGrammar", "compile_times", "times"]


def times(document: Document, sentences: Sequence[Span], grammar: TimeGrammar) -> Iterator[Mention[TimePhrase]]:
    """The temporal expressions of *document*, in order."""
    words = words_of(document.text)
    texts = words.texts
    borders = [*(bisect_left(words.starts, one.start) for one in sentences), len(texts)]
    sentence, told = 0, Told()
    for form, found in _found(grammar.lexicon.spelled(texts), grammar):
        while sentence + 1 < len(sentences) and borders[sentence + 1] <= found.start():
            sentence += 1
        place = Place(*found.span(), *borders[sentence : sentence + 2])
        for (first, last), said in _ends(found, _phrase(form, found, texts, place, grammar.lexicon), texts):
            span = words.span(first, last)
            told = relation_of(texts, (first, last), told, grammar.relations)
            phrase = said if told.relation is said.relation else replace(said, relation=told.relation)
            yield Mention(document.text[span.start : span.end], span, sentences[sentence], phrase)


def _found(letters: str, grammar: TimeGrammar) -> Iterator[tuple[Form, re.Match[str]]]:
    """The forms in *letters*, and where: from each place on the one that reaches furthest, past those found before."""
    end = 0
    for seed in grammar.seed.finditer(letters):
        start = seed.start()
        if start < end:
            continue
        forms = grammar.opened(letters[start : start + 2])
        fits = [(form, found) for form in forms if (found := form.match(letters, start))]
        if fits:
            form, found = max(fits, key=_end)
            end = found.end()
            if form.row.sense != NO_TIME:
                yield form, found


def _end(fit: tuple[Form, re.Match[str]]) -> int:
    return fit[1].end()


NO_TIME = "none"
"""The sense of what only looks like a time."""


FORGOTTEN_AFTER = 4096
"""How many readings of words are remembered."""

Filled = tuple[tuple[str, ...], ...]
"""The roles of a form that words fill, each its name and the words behind it."""


def _phrase(form: Form, found: re.Match[str], texts: Sequence[str], place: Place, lexicon: Lexicon) -> TimePhrase:
    """What *form* reads in *texts*, where it *found* itself."""
    places = ((name, *found.span(name)) for name in form.roles if name != LISTED)
    filled = tuple((name, *texts[start:end]) for name, start, end in places if start < end)
    return _read(form, filled, outlook_of(texts, place, lexicon), lexicon)


@lru_cache(FORGOTTEN_AFTER)
def _read(form: Form, filled: Filled, outlook: Outlook, lexicon: Lexicon) -> TimePhrase:
    """The phrase that *form* makes of its *filled* roles, remembered: news tells "on Monday" over and over."""
    said: dict[str, Any] = {role_of(name): said_by(words, form.roles[name], lexicon) for name, *words in filled}
    return phrase_of(form.row.sense, form.row.type, outlook._asdict() | dict(form.row.set) | said)


def _ends(found: re.Match[str], phrase: TimePhrase, texts: Sequence[str]) -> list[tuple[tuple[int, int], TimePhrase]]:
    """The phrase where it stands, or the two ends of a range ("May 13-15") and the days listed between them."""
    if phrase.until is None:
        return [(found.span(), phrase)]
    role = next((role for role in RANGES if role in found.re.groupindex and found.start(role) >= 0), None)
    if role is None:
        return [(found.span(), phrase)]
    field = RANGES[role]
    last = found.end(field)
    other = ENDS[field](phrase)
    ends = ((found.start(), last), phrase), ((found.start(role), found.end()), other)
    return [ends[0], *_listed(found, phrase, texts), ends[1]]


def _listed(
    found: re.Match[str], phrase: TimePhrase, texts: Sequence[str]
) -> Iterator[tuple[tuple[int, int], TimePhrase]]:
    """The days between the first and the last of a list ("May 13, 14 and 15")."""
    places = range(*found.span(LISTED)) if LISTED in found.re.groupindex else ()
    for place in places:
        if texts[place][0].isdigit():
            yield (place, place + 1), replace(phrase, day=whole(texts[place]), since=phrase.day)


ENDS: dict[str, Callable[[TimePhrase], TimePhrase]] = {
    "day": lambda phrase: replace(phrase, day=phrase.until, since=phrase.day, until=None),
    "year": lambda phrase: replace(phrase, year=phrase.until, since=phrase.year, until=None),
}
"""The phrase at the end of a range, by the field that changes."""

RANGES = {"until_day": "day", "until_year": "year"}
"""The role that ends a range, and the field of its beginning."""
