"""Finds temporal expressions: dates, times of day, durations, sets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from discrepancy.extract.times.tenses import tense_of
from discrepancy.extract.times.patterns import Form, TimeGrammar, compile_times
from discrepancy.extract.times.phrases import phrase_of
from discrepancy.extract.times.words import words_of
from discrepancy.model import Document, Kind, Mention, Skipped, Span, TimePhrase

__all__ = ["TimeGrammar", "compile_times", "times"]


def times(document: Document, sentences: Sequence[Span], grammar: TimeGrammar) -> Iterator[Mention | Skipped]:
    """The temporal expressions of *document*, in order."""
    words = words_of(document.text)
    texts = [word.text for word in words]
    letters = "".join(map(grammar.lexicon.letter, texts))
    at = sentence = 0
    while seed := grammar.seed.search(letters, at):
        form, found = _furthest(seed.start(), letters, grammar)
        at = max(found.end(), seed.start() + 1)
        while sentence + 1 < len(sentences) and sentences[sentence + 1].start <= words[seed.start()].start:
            sentence += 1
        if form.row.sense == "none":
            continue
        tense = tense_of(texts, found.span(), grammar.lexicon)
        phrase = replace(phrase_of(form, texts, found, grammar.lexicon), tense=tense)
        for (first, last), said in _ends(found, phrase):
            span = Span(words[first].start, words[last - 1].end)
            yield Mention(Kind.TIME, document.text[span.start : span.end], span, sentences[sentence], said)


def _furthest(start: int, letters: str, grammar: TimeGrammar) -> tuple[Form, re.Match[str]]:
    """The form that reaches furthest from *start*."""
    fits = [(form, found) for form in grammar.forms if (found := form.expression.match(letters, start))]
    return max(fits, key=lambda fit: fit[1].end())


def _ends(found: re.Match[str], phrase: TimePhrase) -> list[tuple[tuple[int, int], TimePhrase]]:
    """The phrase where it stands, or the two ends of a range ("May 13-15")."""
    role = next((role for role in RANGES if role in found.re.groupindex and found.start(role) >= 0), None)
    if role is None or phrase.until is None:
        return [(found.span(), phrase)]
    field = RANGES[role]
    last = found.end(field)
    other = replace(phrase, **{field: phrase.until}, since=getattr(phrase, field), until=None)
    return [((found.start(), last), phrase), ((found.start(role), found.end()), other)]


RANGES = {"until_day": "day", "until_year": "year"}
"""The role that ends a range, and the field of its beginning."""
