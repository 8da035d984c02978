"""What a rung of the ladder is asked about, and what the claims of it state and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import combinations

from discrepancy.judge.camps import Camps
from discrepancy.knowledge.frames import AttributeRow
from discrepancy.model import Claim, Fact

ABOUT_THEN = timedelta(days=1)
"""How far stamps of one time lie apart: they give the day, in the zone of each outlet."""


@dataclass(frozen=True, slots=True)
class Case:
    """A fact before the ladder: its camps, and what its measure is known for."""

    fact: Fact
    camps: Camps
    measure: AttributeRow | None

    @property
    def sides(self) -> tuple[Claim, ...]:
        """All claims, camp by camp."""
        return tuple(claim for camp in self.camps for claim in camp)

    @property
    def crossing(self) -> Iterator[tuple[Claim, Claim]]:
        """The pairs of claims that stand in different camps."""
        return ((a, b) for left, right in combinations(self.camps, 2) for a in left for b in right)


def stated(claim: Claim) -> Decimal | None:
    """The figure that *claim* states, in the base unit; None of a time."""
    return claim.quantity.stated if claim.quantity else None


def published(claim: Claim) -> datetime | None:
    """When the report of *claim* was published; None where that is not known."""
    return claim.document.published.time if claim.document.published else None
