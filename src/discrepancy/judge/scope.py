"""What a figure covers: all, a part, or another definition."""

from collections.abc import Callable, Hashable

from discrepancy.judge.case import Case, stated
from discrepancy.model import Claim


def limit_in(case: Case) -> Callable[[Claim], Hashable]:
    """What limits a claim of *case*; whom all count alike limits none: of troops, soldiers are no part."""
    nouns = frozenset(claim.frame.noun if claim.frame else None for claim in case.sides)
    own = nouns if case.measure and case.measure.persons and len(nouns) == 1 else frozenset()

    def limit(claim: Claim) -> Hashable:
        return frozenset((claim.frame.scope.qualifier or "").split() if claim.frame else ()) - own

    return limit


def is_part(part: Claim, whole: Claim, case: Case) -> bool:
    """Does *part* tell of some group, and *whole* of more people: 12 students, and 19 people?"""
    if not (case.measure and part.quantity and whole.quantity and case.fact.dimension == "count"):
        return False
    group, larger = part.quantity.printed.unit, whole.quantity.printed.unit
    happenings = () if case.measure.persons else map(_last, case.measure.nouns)  # "12 confirmed cases"
    named = group not in _EVERYONE and _last(group) not in happenings
    less, more = stated(part), stated(whole)
    return named and larger == _PEOPLE and less is not None and more is not None and less < more


def _last(name: str) -> str:
    return name.rpartition(" ")[2]


_PEOPLE = "people"
_EVERYONE = frozenset({_PEOPLE, "other", ""})
"""What a count is of that is told of no group."""
