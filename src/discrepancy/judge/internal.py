"""Findings within one document: conversions, weekdays and lengths that do not fit, and one fact told twice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from discrepancy.judge.camps import camps_of
from discrepancy.judge.ladder import Judgement
from discrepancy.model import Claim, Fact, Quantity, Span, Verdict

_BETWEEN = re.compile(r"\s?\(|,? or |,? from |, |; |/")
"""What stands between the two figures of a conversion, or a length and its dates."""


def misfits(claims: Iterable[Claim]) -> Iterator[tuple[Fact, Judgement]]:
    """The claims that contradict themselves, each as a fact of its own; a conversion's two figures are its sides."""
    for claim in claims:
        if claim.quantity is not None and claim.quantity.misfit:
            what, rule = ("length", "I504") if claim.quantity.dimension == "duration" else ("conversion", "I501")
            yield _finding(claim, what, (rule, claim.quantity.misfit), _figures(claim, claim.quantity))
        if claim.timex is not None and claim.timex.misfit:
            yield _finding(claim, "date", ("I502", claim.timex.misfit), (claim,))


def _figures(claim: Claim, quantity: Quantity) -> tuple[Claim, ...]:
    """*claim* as the two figures of its conversion, where the text sets them apart."""
    apart = _BETWEEN.search(claim.literal)
    if apart is None or not quantity.parts[1:]:
        return (claim,)
    first, second = (
        replace(quantity, interval=part, renderings=(printed,), misfit="", parts=(part,))
        for printed, part in zip(quantity.renderings[:2], quantity.parts[:2], strict=True)
    )
    end = len(claim.literal) - claim.literal.endswith(")")
    return _part(claim, 0, apart.start(), first), _part(claim, apart.end(), end, second)


def _part(claim: Claim, start: int, end: int, quantity: Quantity) -> Claim:
    """The characters from *start* to *end* of *claim*, which give *quantity*."""
    span = Span(claim.span.start + start, claim.span.start + end)
    name = f"{claim.document.id}:{span.start}-{span.end}"
    return replace(claim, id=name, span=span, literal=claim.literal[start:end], quantity=quantity)


def twice_told(fact: Fact) -> Judgement:
    """The judgement on *fact*, of which one document gives values that exclude each other."""
    return Judgement(Verdict.CONFLICT, "I503", "A report gives two values of one fact.", camps_of(fact.claims))


def _finding(claim: Claim, what: str, said: tuple[str, str], sides: tuple[Claim, ...]) -> tuple[Fact, Judgement]:
    """The finding that *said*, a rule and why, makes of *claim*, each of whose *sides* is a camp."""
    dimension = claim.quantity.dimension if claim.quantity else "time"
    fact = Fact(f"{what}: {claim.literal}", dimension, sides, internal=True)
    return fact, Judgement(Verdict.CONFLICT, *said, tuple((side,) for side in sides))
