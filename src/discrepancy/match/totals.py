"""Totals: what a report tells as the whole of a count or an amount that grows, where it tells but one at a time."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from discrepancy.match.company import Company, is_past
from discrepancy.match.figures import is_another
from discrepancy.match.kinds import Kinds
from discrepancy.model import FIRM, Claim

_WHOLE = frozenset({None, "other"})
"""Qualifiers under which a count is still of all: "20 others were hurt" counts all who are."""


def totals(claims: Iterable[Claim], company: Company, kinds: Kinds) -> frozenset[str]:
    """Those of *claims*, by their ids, that tell a whole of which their document gives no other value.

    Two reports of one story that each tell one toll tell the same one; where a report tells several, some are parts,
    or of another event, unless it says that the toll grew.
    """
    told: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if (measure := _measure(claim, kinds)) and not is_past(claim, company):
            told[claim.document.id, measure].append(claim)
    single = (members for members in told.values() if not _differ(members) or _grew(members, kinds))
    return frozenset(claim.id for members in single for claim in members)


_MOST = 12
"""The claims of one document on one measure, beyond which they are a list."""


def _differ(claims: list[Claim]) -> bool:
    return len(claims) > _MOST or any(is_another(left, right) for left, right in combinations(claims, 2))


_LEAST = Decimal("0.4")
"""The lesser of two figures as a part of the greater one, from which a toll may have grown to that."""


def _grew(claims: list[Claim], kinds: Kinds) -> bool:
    """Does the document of *claims* say that the toll grew, and may it have grown from each figure to each other?"""
    sizes = [abs(claim.quantity.stated) for claim in claims if claim.quantity]
    near = len(claims) <= _MOST and min(sizes) >= _LEAST * max(sizes)
    return near and kinds.grows.search(claims[0].document.text) is not None


def _measure(claim: Claim, kinds: Kinds) -> str | None:
    """What *claim* tells the whole of, if it does: of persons as such, or of nothing but what is measured."""
    frame, quantity = claim.frame, claim.quantity
    if frame is None or quantity is None or quantity.vague or quantity.printed.lower == 1:
        return None
    measure, noun = frame.attribute, frame.noun
    if (
        measure is None
        or measure not in kinds.single
        or frame.modality not in FIRM
        or frame.scope.qualifier not in _WHOLE
    ):
        return None
    counted = noun is None or noun in kinds.persons or noun in _WHOLE or measure.startswith(noun)
    return measure if counted else None
