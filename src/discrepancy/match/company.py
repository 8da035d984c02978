"""The claims that stand in one sentence, and the time that one of them tells of another."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import TypeAlias

from discrepancy.interval import Interval
from discrepancy.model import Claim, Kind, Span

Place: TypeAlias = tuple[str, Span]
"""A sentence: its document and where it stands there."""

Company: TypeAlias = Mapping[Place, tuple[Claim, ...]]
"""The claims of all dimensions by sentence."""

_NEWS = timedelta(20)
"""How long before publication a report's own event lies at most; what lies further back is another one."""


def beside(claim: Claim, company: Company) -> Iterator[Claim]:
    """The other claims of the sentence of *claim*."""
    return (one for one in company.get((claim.document.id, claim.sentence), ()) if one.id != claim.id)


def date_of(claim: Claim, company: Company) -> Interval[datetime] | None:
    """The time last told before *claim* in its sentence, else that told next: "Sunday's fire, after one in May"."""
    told = [one for one in beside(claim, company) if one.kind is Kind.TIME and one.timex and one.timex.interval]
    told.sort(key=lambda one: one.span)
    before = [one for one in told if one.span < claim.span]
    after = (one for one in told if not _OF_ITSELF.search(claim.document.text, claim.span.end, one.span.start))
    nearest = before[-1] if before else next(after, None)
    return nearest.timex.interval if nearest and nearest.timex else None


_OF_ITSELF = re.compile(r"\b(?:since (?!\d)|who\b|whose\b|which\b|than\b)")
"""Before a time told next, these open a clause whose own it is: "won nine seats, the most since it began in 1946"."""


def is_past(claim: Claim, company: Company) -> bool:
    """Does the date told of *claim* in its sentence lie well before its report?"""
    published, told = claim.document.published, date_of(claim, company)
    return bool(published and told and told.upper and published.time - told.upper > _NEWS)
