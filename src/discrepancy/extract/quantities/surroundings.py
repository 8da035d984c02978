"""Reads what loosens a figure or gives it a direction."""

from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.words import Words
from discrepancy.knowledge.quantities import HedgeRow
from discrepancy.model import Change, Modifier


def hedge_before(words: Words, start: int, grammar: FigureGrammar) -> tuple[HedgeRow | None, int]:
    """The outermost hedge that ends before *start*, and where it starts."""
    row: HedgeRow | None = None
    while start > 0:
        if words.low[start - 1] in ("a", "an") and not grammar.hedges_before.before(words.low, start):
            if not grammar.hedges_before.before(words.low, start - 1):
                break
            start -= 1
        found = grammar.hedges_before.before(words.low, start)
        if not found:
            break
        hedge, start = found
        if hedge.modifier is not Modifier.EXACT and (row is None or row.modifier is Modifier.ABOUT):
            row = hedge
    return row, start


def hedge_after(words: Words, end: int, grammar: FigureGrammar) -> tuple[HedgeRow | None, int]:
    """The hedge that stands at *end*, and where it ends."""
    found = grammar.hedges_after.at(words.low, end)
    return found if found else (None, end)


def change_of(words: Words, start: int, end: int, grammar: FigureGrammar) -> Change | None:
    """The direction given by the words before *start* or behind *end*."""
    at = start
    for _ in range(5):
        found = grammar.changes_before.before(words.low, at)
        if found:
            return found[0]
        if words.low[at - 1] not in grammar.between or at <= 0:
            break
        at -= 1
    behind = grammar.changes_after.at(words.low, end + (words.text[end] == "-"))
    return behind[0] if behind else None
