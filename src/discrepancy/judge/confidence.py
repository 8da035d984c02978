"""How likely a finding is no confusion of two facts."""

from discrepancy.judge.camps import value_of
from discrepancy.judge.ladder import Judgement
from discrepancy.model import Fact


def confidence(fact: Fact, judgement: Judgement) -> float:
    """The probability of the best link between two camps, of claims that exclude each other where there are any."""
    camp = {claim.id: number for number, claims in enumerate(judgement.camps) for claim in claims}
    values = {claim.id: value_of(claim) for claim in fact.claims}
    crossing = [link for link in fact.links if camp[link.left] != camp[link.right]]
    apart = [
        link
        for link in crossing
        if (left := values[link.left]) and (right := values[link.right]) and not left.overlaps(right)
    ]
    return max((link.probability for link in apart or crossing or fact.links), default=1.0)
