"""Finds figures: amounts, counts, money, percentages, ages, durations, with their hedges."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from discrepancy.extract.quantities.compiling import compile_figures
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.grouping import grouped
from discrepancy.extract.quantities.joining import joined
from discrepancy.extract.quantities.reading import read_at
from discrepancy.extract.quantities.reads import Read
from discrepancy.extract.quantities.words import Words, words_of
from discrepancy.model import Document, Figure, Mention, Span
from discrepancy.toolbox import Toolbox

__all__ = ["FigureGrammar", "compile_figures", "figures"]


def figures(
    document: Document, sentences: Sequence[Span], grammar: FigureGrammar, toolbox: Toolbox
) -> Iterator[Mention[Figure]]:
    """The figures of *document*, in order."""
    text, grammar = document.text, replace(grammar, measure_of=toolbox.measure_of)
    starts = [sentence.start for sentence in sentences]
    seeds = (match.start() for match in grammar.seed.finditer(text))
    for number, offsets in groupby(seeds, lambda offset: bisect_right(starts, offset) - 1):
        if number >= 0:
            words = grouped(words_of(text, sentences[number]), text, sentences[number], grammar)
            for read in joined(words, list(_reads(words, offsets, grammar)), grammar):
                yield _mention(text, sentences[number], words, read)


def _reads(words: Words, seeds: Iterable[int], grammar: FigureGrammar) -> Iterator[Read]:
    """The figures around *seeds*, none reaching into another."""
    end = 0
    for offset in seeds:
        index = words.at(offset)
        if end <= index < words.count:
            found = read_at(words, index, end, grammar)
            end = found if isinstance(found, int) else found.end
            if isinstance(found, Read):
                yield found


def _mention(text: str, sentence: Span, words: Words, read: Read) -> Mention[Figure]:
    span = Span(words.start[read.start], words.end[read.end - 1])
    return Mention(text[span.start : span.end], span, sentence, read.figure)
