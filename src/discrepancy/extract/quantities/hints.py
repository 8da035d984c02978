"""Reads what loosens a figure or gives it a direction."""

from decimal import Decimal

from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.words import Words
from discrepancy.knowledge.quantities import HedgeRow
from discrepancy.model import Change, Modifier

_ARTICLES = frozenset(("a", "an"))
_FAR = 4
_CLAUSE = 9
_PASSED = frozenset(("per", "for", "in", "at", "of", "on"))
"""May stand between a direction and its "by": "raising the fund for May by $5 million"."""
_TRADED = frozenset(
    ("close", "closed", "closing", "end", "ended", "ending", "open", "opened", "opening", "come", "came")
)
"""Verbs that "up" leaves as they are where prices are told: "closed up 11 cents", but "closed down two mills"."""
_RATED = frozenset(("a", "an", "the"))
_UPRIGHT = frozenset(("up", "down"))
_COMPARED, _MORE = frozenset(("higher", "lower")), frozenset(("more", "less"))
_OPEN = frozenset(("at", ","))
"""Hedges behind a figure that begin so end what is said: "40 boats at most", "40 boats, at least"."""
_MANY, _DOZEN, _FEWEST, _ROUND = Decimal(100), Decimal(12), Decimal(10), Decimal(5)


def hedge_before(
    words: Words, start: int, grammar: FigureGrammar, count: Decimal | None = None
) -> tuple[HedgeRow | None, int]:
    """The hedge that ends before *start* and where it starts; an outer one overrules "about".

    *count* is what is counted there, or None before an amount of something else.
    """
    row: HedgeRow | None = None
    first = start
    while start > 0 and words.low[start - 1] != "the":  # "below the 2% target" hedges nothing
        found = grammar.hints.hedges_before.before(words.low, start)
        if not found and words.low[start - 1] in _ARTICLES:
            found = grammar.hints.hedges_before.before(words.low, start - 1)
        if not found or is_particle(words, found[1], grammar, count):
            break
        hedge, start = found
        if hedge.modifier is not Modifier.EXACT and (row is None or row.modifier is Modifier.ABOUT):
            row, first = hedge, start
    return row, first


def is_particle(words: Words, start: int, grammar: FigureGrammar, count: Decimal | None) -> bool:
    """Does what looks like a hedge at *start* belong to the word before it, or is the *count* too small to lie over?"""
    hints, hedge = grammar.hints, words.low[start]
    if count is not None and hedge == "over" and not _may_be_exceeded(count):
        return True
    if hedge in ("up", "close"):
        hedge = " ".join(words.low[start : start + 2])
    before = start - 1 - (hedge == "about" and words.low[start - 1] in hints.addressed)
    amounts = hints.particles.get((words.low[before], hedge))
    return amounts is not None and (amounts or count is not None)


def _may_be_exceeded(count: Decimal) -> bool:
    """May "over" be "more than": a count that is large or round, since nobody counts "more than 3 men" or "over 17"?"""
    return count >= _MANY or count == _DOZEN or (count >= _FEWEST and count % _ROUND == 0)


def skipped_before(words: Words, start: int, grammar: FigureGrammar) -> int:
    """Where the words start that hedge or precede a figure without a meaning of their own."""
    while start > 0:
        found = grammar.hints.hedges_before.before(words.low, start)
        if found:
            start = found[1]
        elif words.low[start - 1] in _ARTICLES:
            start -= 1
        else:
            break
    return start


def hedge_after(words: Words, end: int, grammar: FigureGrammar) -> tuple[HedgeRow | None, int]:
    """The hedge that stands at *end*, and where it ends; "and more than 40", "at least for now" are none of its own."""
    found = grammar.hints.hedges_after.at(words.low, end)
    if found is None or words.low[found[1]] == "than":
        return None, end
    leads_on = words.is_word(found[1]) or words.is_figure(found[1])
    return (None, end) if leads_on and words.low[end] in _OPEN else found


def change_before(words: Words, start: int, grammar: FigureGrammar, *, strict: bool) -> Change | None:
    """The direction given by the words before *start*; *strict* asks for "by", or for "up" or "down" themselves."""
    hints, by = grammar.hints, False
    for at in range(start, max(0, start - _FAR), -1):
        found = hints.changes_before.before(words.low, at) or (by and hints.changes_by.before(words.low, at))
        if found:
            upright = words.low[at - 1] in _UPRIGHT
            phrasal = upright and words.low[at - 2] in (hints.phrasal if strict else hints.phrasal - _TRADED)
            return found[0] if not phrasal and (by or not strict or upright) else None
        if words.low[at - 1] not in hints.between:
            break
        by = by or words.low[at - 1] == "by"
    return None


def change_of(words: Words, start: int, grammar: FigureGrammar) -> Change | None:
    """The direction given to what stands before *start*: "cut its price 5 percent", "cut deaths by a third"."""
    by = words.low[start - 1] == "by"
    start -= by
    passed = grammar.nouns.determiners | (_PASSED if by else frozenset())
    for at in range(start - 1, max(-1, start - _CLAUSE), -1):
        word = words.low[at]
        found = grammar.hints.changes_by.at((word,), 0)
        if found:
            return found[0] if at < start - 1 else None
        if not words.is_word(at) or (word in grammar.nouns.stop and word not in passed):
            break
    return None


def change_at_pace(words: Words, start: int, grammar: FigureGrammar) -> Change | None:
    """The direction of what goes on at a pace: "grew at a 3 percent pace", "shrank at an annual rate of 3 percent"."""
    at = start
    while words.low[at - 1] in grammar.hints.paces and at > start - _CLAUSE:
        at -= 1
    if words.low[at] != "at" or words.low[at + 1] not in _RATED:
        return None
    found = grammar.hints.changes_before.before(words.low, at)
    return found[0] if found else None


def change_in(words: Words, start: int, grammar: FigureGrammar) -> Change | None:
    """The direction of what is told by how much it was: "a rise in costs of 20 percent"."""
    if words.low[start - 1] != "of":
        return None
    for at in range(start - 2, max(0, start - _CLAUSE), -1):
        if words.low[at] == "in":
            found = grammar.hints.changes_before.before((f"{words.low[at - 1]}", "of"), 2)
            return found[0] if found else None
        if not words.is_word(at):
            break
    return None


def change_after(words: Words, end: int, grammar: FigureGrammar, *, strict: bool) -> Change | None:
    """The direction given by the words at *end*: "5 percent higher", "a 3-point drop"; *strict* asks for "higher"."""
    at = end + (words.text[end] == "-")
    found = grammar.hints.changes_after.at(words.low, at)
    told = found and (not strict or words.low[at] in _COMPARED) and words.low[at + 1] != "or"
    return found[0] if found and told else None


def change_amid(words: Words, end: int, grammar: FigureGrammar) -> Change | None:
    """The direction given by a noun that ends the phrase at *end*: "a 5 percent annual increase"."""
    for at in range(end + 1, end + _FAR):
        found = grammar.hints.changes_after.at(words.low, at)
        if found and words.low[at] not in _COMPARED | _MORE:
            return found[0]
        if not words.is_word(at - 1) or words.low[at - 1] in grammar.nouns.stop:
            break
    return None
