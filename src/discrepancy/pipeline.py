"""The whole program on one page."""

from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.extract.quantities import FigureGrammar, compile_figures, figures
from discrepancy.extract.sentences import abbreviations_of, sentence_spans
from discrepancy.extract.times import TimeGrammar, compile_times, times
from discrepancy.knowledge import Knowledge
from discrepancy.model import Claim, Document, Mention, Quantity, Skipped
from discrepancy.normalise.merge import merged
from discrepancy.normalise.quantities import Scales, compile_scales, quantity_of
from discrepancy.normalise.times import Calendar, compile_calendar, resolved
from discrepancy.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class Reading:
    """What it takes to read claims: the tables compiled, and the libraries."""

    abbreviations: frozenset[str]
    figures: FigureGrammar
    times: TimeGrammar
    scales: Scales
    calendar: Calendar
    toolbox: Toolbox


def prepare(knowledge: Knowledge, toolbox: Toolbox) -> Reading:
    """Compile *knowledge*, once a run."""
    return Reading(
        abbreviations_of(knowledge.prose),
        compile_figures(knowledge.quantities),
        compile_times(knowledge.calendar),
        compile_scales(knowledge.quantities),
        compile_calendar(knowledge.calendar),
        toolbox,
    )


def claims_of(document: Document, reading: Reading) -> Iterator[Claim | Skipped]:
    """Everything that *document* claims, in the order of the text, after what could not be read."""
    sentences = tuple(sentence_spans(document.text, reading.abbreviations))
    amounts = list(figures(document, sentences, reading.figures, reading.toolbox))
    phrases = list(times(document, sentences, reading.times))
    measured = [
        (one, quantity_of(document, one, reading.scales, reading.toolbox))
        for one in amounts
        if isinstance(one, Mention)
    ]
    dated = list(
        resolved(document, [one for one in phrases if isinstance(one, Mention)], reading.calendar, reading.toolbox)
    )
    yield from (one for one in (*amounts, *phrases, *dated) if isinstance(one, Skipped))
    yield from (value for _, value in measured if isinstance(value, Skipped))
    yield from merged(
        document,
        [(mention, value) for mention, value in measured if isinstance(value, Quantity)],
        [pair for pair in dated if not isinstance(pair, Skipped)],
    )
