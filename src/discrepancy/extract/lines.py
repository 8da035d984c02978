"""Paragraphs whose lines were broken to fit a width."""

import re
from itertools import groupby

_MARKED = re.compile(r"[ \t]*(?:[-*+>|#•]|\d+[.)])")
_STOPPED = re.compile(r"[.!?…][\"'”’»)\]]*\s*\Z")
_WIDEST = 120  # characters; longer lines were not broken to fit
_NARROWEST = 20


def unwrapped(text: str) -> str:
    r"""*text* with a space for each line break inside a wrapped paragraph; every character keeps its place.

    >>> unwrapped("The bridge was shut\non Monday, the mayor\nsaid.\n\nMore news\n")
    'The bridge was shut on Monday, the mayor said.\n\nMore news\n'
    """
    blocks = ((full, list(lines)) for full, lines in groupby(text.split("\n"), key=lambda line: bool(line.strip())))
    return "\n".join((" " if full and _is_wrapped(lines) else "\n").join(lines) for full, lines in blocks)


def _is_wrapped(lines: list[str]) -> bool:
    """Is each line so full that the next word would not have fitted, and does a sentence run on over a break?"""
    width = max(len(line.rstrip()) for line in lines)
    if not _NARROWEST <= width <= _WIDEST or any(map(_MARKED.match, lines)):
        return False
    words = [line.split(maxsplit=1)[0] for line in lines[1:]]
    full = (len(line.rstrip()) + 1 + len(word) > width for line, word in zip(lines, words, strict=False))
    return all(full) and (any(word[0].islower() for word in words) or _ends_alone(lines))


def _ends_alone(lines: list[str]) -> bool:
    """Does the last line alone end as a sentence does?"""
    return [bool(_STOPPED.search(line)) for line in lines] == [*[False] * (len(lines) - 1), True]
