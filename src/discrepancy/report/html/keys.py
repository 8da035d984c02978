"""By what the page can be filtered: short keys stand in the page for names that may be long."""

from collections.abc import Iterable
from dataclasses import dataclass

from discrepancy.model import Claim, Report
from discrepancy.report.layout import dimension_words
from discrepancy.report.sides import outlets_of

NAME = 80  # characters of an outlet's name
LABEL = 160


@dataclass(frozen=True, slots=True)
class Keys:
    """The outlets and dimensions of a report with the keys that stand for them."""

    outlets: dict[str, int]
    dimensions: dict[str, int]

    def of_outlets(self, claims: Iterable[Claim]) -> str:
        """The keys of the outlets that make *claims*."""
        return " ".join(str(self.outlets[outlet]) for outlet in outlets_of(claims))

    def of_dimension(self, claim: Claim) -> int:
        """The key of the dimension of *claim*."""
        return self.dimensions[dimension_of(claim)]


def keys_of(report: Report) -> Keys:
    """The keys of all that *report* tells."""
    told = [claim for finding in report.findings for claim in finding.fact.claims]
    claims = [*told, *(claim for story in report.stories for claim in story.claims)]
    names = sorted({claim.outlet for claim in claims})
    dimensions = sorted({dimension_of(claim) for claim in claims})
    return Keys({name: key for key, name in enumerate(names)}, {name: key for key, name in enumerate(dimensions)})


def dimension_of(claim: Claim) -> str:
    """The dimension of *claim* as people call it."""
    return dimension_words(claim.quantity.dimension) if claim.quantity else "time"


def cropped(words: str, most: int) -> str:
    """*words*, cut at the end where they are longer than *most* characters."""
    return words if len(words) <= most else f"{words[: most - 1]}…"
