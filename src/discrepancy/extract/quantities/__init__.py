"""Finds figures: amounts, counts, money, percentages, ages, durations, with their hedges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.knowledge.quantities import QuantityTables
from discrepancy.model import Document, Mention, Skipped, Span
from discrepancy.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class FigureGrammar:
    """The tables on quantities, compiled."""

    tables: QuantityTables


def compile_figures(tables: QuantityTables) -> FigureGrammar:
    """Compile *tables*, once a run."""
    return FigureGrammar(tables)


def figures(
    document: Document, sentences: Sequence[Span], grammar: FigureGrammar, toolbox: Toolbox
) -> Iterator[Mention | Skipped]:
    """The figures of *document*, in order."""
    yield from ()
