"""The furniture of scraped pages: navigation, adverts, rights notices, headlines of other stories."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from discrepancy.knowledge.frames import BoilerplateRow
from discrepancy.model import Span

HEADLINES = "headlines of other stories"
GALLERY = "photo gallery"
_LEFT_OUT = frozenset({"navigation", "advert", "rights"})

_PARAGRAPH = re.compile(r"^[^\n]*\S[^\n]*", re.MULTILINE)
_ENDED = re.compile(r"[.!?…:;,][\"'”’»)\]]*\s*\Z|[\"”»)]\s*\Z")
_RUN = 3  # that many lines in a row are a list of links
_HEAD = 3  # lines at the top of a page: the headline, the standfirst, the dateline
_LONG = 160  # characters; no headline is longer


class Piece(NamedTuple):
    """A paragraph that is no part of the report, and of which kind."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """Phrases by the place in a paragraph where they give it away."""

    whole: Mapping[str, str]
    start: tuple[tuple[str, str], ...]
    anywhere: tuple[tuple[str, str], ...]
    counter: re.Pattern[str]
    starts: tuple[str, ...]

    def of(self, text: str) -> "Furniture":
        """The same for *text*: of the phrases that may stand anywhere, those that it has."""
        lower = text.lower()
        return replace(self, anywhere=tuple(row for row in self.anywhere if row[0] in lower))

    def kind(self, paragraph: str) -> str | None:
        """The kind of furniture that *paragraph* is, or None where it is prose."""
        lower = paragraph.strip().lower()[:_LONG]
        bare = lower.strip(" .:…!|»>-–—*")
        if bare in self.whole:
            return self.whole[bare]
        if lower.startswith(self.starts):
            return next(kind for phrase, kind in self.start if lower.startswith(phrase))
        return next((kind for phrase, kind in self.anywhere if phrase in lower), None)


def compile_furniture(rows: Sequence[BoilerplateRow]) -> Furniture:
    """Index *rows* by place, once a run."""

    def phrases(where: str) -> tuple[tuple[str, str], ...]:
        return tuple((phrase, row.kind) for row in rows if row.where == where for phrase in row.phrases)

    words = "|".join(re.escape(phrase) for phrase, _ in phrases("counter"))
    counter = re.compile(rf"\b(?:{words}) \d{{1,3}} (?:of|/) \d{{1,3}}\b", re.IGNORECASE)
    start = phrases("start")
    whole = dict(reversed(phrases("whole")))  # of two rows on one phrase, the first tells
    return Furniture(whole, start, phrases("anywhere"), counter, tuple(phrase for phrase, _ in start))


def counters_of(text: str, furniture: Furniture) -> Iterator[Piece]:
    """The counters of photo galleries in *text* ("photo 14 of 25"), wherever they stand."""
    return (Piece(Span(*found.span()), GALLERY) for found in furniture.counter.finditer(text))


def furniture_of(text: str, furniture: Furniture) -> Iterator[Piece]:
    """The paragraphs of *text* that are no part of the report, in order.

    Headlines of other stories have no words of their own to be known by: they are short lines without a full stop,
    several in a row, with navigation, an advert or a rights notice among them.
    """
    spans = [Span(*line.span()) for line in _PARAGRAPH.finditer(text)]
    here = furniture.of(text)
    kinds = [here.kind(text[span.start : span.end]) for span in spans]
    for is_bare, run in groupby(range(len(spans)), lambda i: kinds[i] in _LEFT_OUT or _is_headline(text, spans[i])):
        members = list(run)
        listed = is_bare and len(members) >= _RUN and any(kinds[i] in _LEFT_OUT for i in members)
        for index in members:
            if kinds[index] in _LEFT_OUT:
                yield Piece(spans[index], kinds[index] or HEADLINES)
            elif listed and index >= _HEAD:
                yield Piece(spans[index], HEADLINES)


def kind_at(span: Span, pieces: Sequence[Piece]) -> str | None:
    """The kind of the first of *pieces*, which lie apart and in order, that *span* reaches into."""
    at = bisect_right(pieces, span.start, key=lambda piece: piece.span.end)
    return pieces[at].kind if at < len(pieces) and pieces[at].span.overlaps(span) else None


def _is_headline(text: str, span: Span) -> bool:
    """Is the line short, and does it end without a full stop?"""
    return span.end - span.start <= _LONG and _ENDED.search(text, max(span.start, span.end - 4), span.end) is None
