"""Figures whose thousands stand apart by plain spaces: "1 200 people", but "at 9 300 people came" has two."""

import re
from dataclasses import replace

from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.words import Words
from discrepancy.model import Span

_FIGURE = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")
_SPACED = re.compile(
    rf"(?<![\w.,:/+–-])(?<!\d ){_FIGURE.pattern}(?:[–-]{_FIGURE.pattern})?"  # one, or the two ends of a range
    r"(?!\d|,\d)(?! ?[–:/-]?\d)"
)
_ROUND = "000"
"""How no figure of its own is written."""


def grouped(words: Words, text: str, sentence: Span, grammar: FigureGrammar) -> Words:
    """*words*, of a *sentence* in *text*, with each such figure as one of them."""
    for match in reversed(list(_SPACED.finditer(text, sentence.start, sentence.end))):
        figures = [(words.at(one.start()), words.at(one.end() - 1)) for one in _FIGURE.finditer(text, *match.span())]
        if _is_one(words, *figures[0], grammar):
            for first, last in reversed(figures):
                words = _with_one(words, first, last)
    return words


def _is_one(words: Words, first: int, last: int, grammar: FigureGrammar) -> bool:
    """Does no word before the figure at *first* take that alone: as a name's number, an hour or a day?"""
    before, low = words.text[first - 1], words.low[first - 1]
    if before in grammar.money.codes or grammar.money.signs_before.before(words.low, first):
        return True
    named = low in grammar.names.designators or low in grammar.names.series or low in grammar.codes.months
    capital = before[:1].isupper() and (first > 1 or before.isupper())
    if named or ((capital or len(before) == 1) and before.isalpha() and low != "a"):
        return False
    return words.text[last].startswith(_ROUND) or low not in grammar.numerals.apart


def _with_one(words: Words, first: int, last: int) -> Words:
    """*words* with those from *first* to *last* as one."""
    figure = " ".join(words.text[first : last + 1])
    return replace(
        words,
        text=(*words.text[:first], figure, *words.text[last + 1 :]),
        low=(*words.low[:first], figure, *words.low[last + 1 :]),
        start=(*words.start[: first + 1], *words.start[last + 1 :]),
        end=(*words.end[:first], *words.end[last:]),
        count=words.count - (last - first),
    )
