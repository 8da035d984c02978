"""How likely a finding is no confusion of two facts."""

from discrepancy.judge.ladder import Judgement
from discrepancy.model import Fact, Link


def scoring(fact: Fact, judgement: Judgement) -> Link | None:
    """The surest link between two camps, of claims that exclude each other where there are any; None without links.

    Where all claims are in one camp, it is the surest of all.
    """
    camp = {claim.id: number for number, claims in enumerate(judgement.camps) for claim in claims}
    claims = {claim.id: claim for claim in fact.claims}
    crossing = [link for link in fact.links if camp[link.left] != camp[link.right]]
    apart = [link for link in crossing if not claims[link.left].meets(claims[link.right])]
    links = apart or crossing or fact.links
    return min(links, key=lambda link: (-link.probability, link.left, link.right), default=None)
