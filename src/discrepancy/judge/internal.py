"""Findings within one document: conversions, weekdays, clocks, lengths and parts that do not fit, a fact told twice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from discrepancy.judge.camps import Camps, camps_of
from discrepancy.judge.ladder import Judgement
from discrepancy.model import Claim, Fact, Quantity, Span, Timex, Verdict, claim_id

_BETWEEN = re.compile(r"\s?\(|,? or |,? from |, |; |/")
"""What stands between the two figures of a conversion, or a length and its dates."""


_UNFIT = {"duration": ("length", "I504"), "count": ("parts", "I506")}
"""What does not fit a quantity of a dimension, and by which rule, where it is not another figure for the same."""


def misfits(claims: Iterable[Claim]) -> Iterator[tuple[Fact, Judgement]]:
    """The claims that contradict themselves, each as a fact of its own; two figures or clocks of one are its sides."""
    for claim in claims:
        if claim.quantity is not None and claim.quantity.misfit:
            what, rule = _UNFIT.get(claim.quantity.dimension, ("conversion", "I501"))
            yield _finding(claim, what, (rule, claim.quantity.misfit), _figures(claim, claim.quantity))
        if claim.timex is not None and claim.timex.misfit:
            what, rule = ("time", "I505") if claim.timex.other else ("date", "I502")
            yield _finding(claim, what, (rule, claim.timex.misfit), _clocks(claim, claim.timex))


def _figures(claim: Claim, quantity: Quantity) -> tuple[Claim, ...]:
    """*claim* as the two figures of its conversion, where the text sets them apart."""
    if not quantity.parts[1:]:
        return (claim,)
    first, second = (
        replace(quantity, interval=part, renderings=(printed,), misfit="", parts=(part,))
        for printed, part in zip(quantity.renderings[:2], quantity.parts[:2], strict=True)
    )
    return _halves(claim, replace(claim, quantity=first), replace(claim, quantity=second))


def _clocks(claim: Claim, timex: Timex) -> tuple[Claim, ...]:
    """*claim* as the two clocks that it shows."""
    if timex.other is None:
        return (claim,)
    first = replace(timex, misfit="", other=None)
    return _halves(claim, replace(claim, timex=first), replace(claim, timex=timex.other))


def _halves(claim: Claim, first: Claim, second: Claim) -> tuple[Claim, ...]:
    """*first* and *second* at their places in *claim*, or *claim* where the text does not set them apart."""
    apart = _BETWEEN.search(claim.literal)
    if apart is None:
        return (claim,)
    closing = claim.literal.find(")", apart.end())
    end = len(claim.literal) if closing < 0 else closing
    return _part(first, 0, apart.start()), _part(second, apart.end(), end)


def _part(claim: Claim, start: int, end: int) -> Claim:
    """*claim* as its characters from *start* to *end*."""
    span = Span(claim.span.start + start, claim.span.start + end)
    name = claim_id(claim.document, span)
    return replace(claim, id=name, span=span, literal=claim.literal[start:end])


def twice_told(fact: Fact) -> Judgement:
    """The judgement on *fact*, of which one document gives values that exclude each other."""
    return Judgement(Verdict.CONFLICT, "I503", "A report gives two values of one fact.", camps_of(fact.claims))


def grown(fact: Fact) -> Judgement:
    """The judgement on *fact*, a toll of which one document gives several values and says that it grew."""
    return _changed(camps_of(fact.claims))


def put_right(fact: Fact) -> Judgement:
    """The judgement on *fact*, a value that one document gave before and the one that it says holds now."""
    return _changed(tuple((claim,) for claim in fact.claims))


def _changed(camps: Camps) -> Judgement:
    return Judgement(Verdict.UPDATE, "U202", "A report gives a value and the one that it gave before.", camps)


def _finding(claim: Claim, what: str, said: tuple[str, str], sides: tuple[Claim, ...]) -> tuple[Fact, Judgement]:
    """The finding that *said*, a rule and why, makes of *claim*, each of whose *sides* is a camp."""
    dimension = claim.quantity.dimension if claim.quantity else "time"
    fact = Fact(f"{what}: {claim.literal}", dimension, sides, internal=True)
    return fact, Judgement(Verdict.CONFLICT, *said, tuple((side,) for side in sides))
