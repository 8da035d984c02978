"""Findings within one document: conversions and weekdays that do not fit, and one fact told twice."""

from collections.abc import Iterable, Iterator

from discrepancy.judge.camps import camps_of
from discrepancy.judge.ladder import Judgement
from discrepancy.model import Claim, Fact, Verdict


def misfits(claims: Iterable[Claim]) -> Iterator[tuple[Fact, Judgement]]:
    """The claims that contradict themselves, each as a fact of its own."""
    for claim in claims:
        if claim.quantity is not None and claim.quantity.misfit:
            yield _finding(claim, "conversion", "I501", claim.quantity.misfit)
        if claim.timex is not None and claim.timex.misfit:
            yield _finding(claim, "date", "I502", claim.timex.misfit)


def twice_told(fact: Fact) -> Judgement:
    """The judgement on *fact*, of which one document gives values that exclude each other."""
    return Judgement(Verdict.CONFLICT, "I503", "A report gives two values of one fact.", camps_of(fact.claims))


def _finding(claim: Claim, what: str, rule: str, why: str) -> tuple[Fact, Judgement]:
    dimension = claim.quantity.dimension if claim.quantity else "time"
    fact = Fact(f"{what}: {claim.literal}", dimension, (claim,), internal=True)
    return fact, Judgement(Verdict.CONFLICT, rule, why, ((claim,),))
