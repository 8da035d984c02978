"""The part of a sentence round its figure that fits a screen."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

from discrepancy.model import Claim

REACH = 1000  # characters looked at on either side: more than any window shows, and little of a line of 10 MB
_WIDE = "\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_PIECE = re.compile(rf" |[{_WIDE}]|[^ {_WIDE}]+")  # scripts written without spaces may be cut between characters
Safe = Callable[[str], str]


class Excerpt(NamedTuple):
    """A sentence, or what is shown of it: what stands before the figure, the figure, what stands after it."""

    before: str
    figure: str
    after: str


class Marked(NamedTuple):
    """A line of an excerpt, and which of its characters belong to the figure."""

    text: str
    start: int
    end: int


def excerpt(claim: Claim, safe: Safe, room: int, reach: int = REACH) -> Excerpt:
    """The sentence of *claim* in safe characters, cut between words to about *room* cells round its figure."""
    text, sentence, span = claim.document.text, claim.sentence, claim.span
    start, end = max(sentence.start, span.start - reach), min(sentence.end, span.end + reach)
    before = safe(text[start : span.start]).lstrip()
    after = safe(text[span.end : max(span.end, end)]).rstrip()
    dots = safe("…")
    figure = _middle(safe(text[span.start : min(span.end, span.start + reach)]), room // 2, dots)
    left, right = cell_len(before), cell_len(after)
    free = max(room - cell_len(figure), 0)
    half = free // 2
    lead = left if left <= half else max(half, free - right)
    tail = right if right <= half else max(half, free - left)
    kept_before = _kept(before, lead, cut=start > sentence.start, backwards=True)
    kept_after = _kept(after, tail, cut=end < sentence.end, backwards=False)
    return Excerpt(
        kept_before if kept_before == before else f"{dots} {kept_before.lstrip()}",
        figure,
        kept_after if kept_after == after else f"{kept_after.rstrip() or ' '}{dots}",  # alone on a line dots look lost
    )


def _kept(text: str, room: int, *, cut: bool, backwards: bool) -> str:
    """The whole words of *text* nearest the figure that fit *room*; *cut* says that the farthest may be none."""
    pieces = _PIECE.findall(text)
    if backwards:
        pieces.reverse()
    if cut:
        del pieces[-1:]
    kept, cells = [], 0
    for piece in pieces:
        cells += cell_len(piece)
        if cells > room:
            break
        kept.append(piece)
    return "".join(reversed(kept) if backwards else kept)


def _middle(figure: str, room: int, dots: str) -> str:
    """*figure* with its middle left out where it is longer than *room*."""
    if cell_len(figure) <= max(room, 8):
        return figure
    parts = chop_cells(figure, max((room - len(dots)) // 2, 3))
    return f"{parts[0]}{dots}{parts[-2 if len(parts) > 2 else -1]}"  # noqa: PLR2004 - the last part may be a remnant


def marked_lines(shown: Excerpt, width: int) -> Iterator[Marked]:
    """*shown* wrapped between words to lines of *width* cells."""
    text = "".join(shown)
    figure = (len(shown.before), len(shown.before) + len(shown.figure))
    for start, end in _breaks(text, width):
        first, last = max(figure[0], start) - start, min(figure[1], end) - start
        yield Marked(text[start:end], first, max(first, last)) if first < end - start else Marked(text[start:end], 0, 0)


def _breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line starts and ends; the spaces between lines belong to none."""
    start: int | None = None
    end = 0
    for first, last in _words(text, width):
        if start is not None and cell_len(text[start:last]) > width:
            yield start, end
            start = None
        start = first if start is None else start
        end = last
    if start is not None:
        yield start, end


def _words(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each piece between two possible breaks starts and ends, none wider than *width*."""
    for piece in _PIECE.finditer(text):
        start = piece.start()
        for length in _lengths(piece[0], width) if piece[0] != " " else ():
            yield start, start + length
            start += length


def _lengths(piece: str, width: int) -> list[int]:
    """The lengths of the parts of *piece*, none wider than *width*; rich drops what has no width at its beginning."""
    lengths = [len(part) for part in chop_cells(piece, width)] or [0]
    return [len(piece) - sum(lengths[1:]), *lengths[1:]]
