"""What explains that claims can all be true though they do not say the same."""

from collections.abc import Callable, Iterable, Sequence

from discrepancy.model import CLOCK_GRAINS, Claim, Modifier, Quantity, Relation


def explained(claims: Sequence[Claim]) -> str:
    """One sentence on what lets *claims* all be true: rounding, a hedge and so on; empty where it is unclear."""
    found = [reason for reason, holds in _REASONS.items() if holds(claims)]
    if not found:
        return ""
    *others, last = found
    joined = f"{', '.join(others)} and {last}" if others else last
    return f"{joined[0].upper()}{joined[1:]} {'explain' if others else 'explains'} the difference."


def _rounds(claims: Iterable[Claim]) -> bool:
    """Do two plain figures in one unit differ?"""
    plain = [one for one in _told(claims) if one.printed.modifier is Modifier.EXACT]
    figures = {(one.printed.lower, _unit(one)) for one in plain}
    return len(figures) > len({unit for _, unit in figures})


def _converts(claims: Iterable[Claim]) -> bool:
    return len(set(map(_unit, _told(claims)))) > 1


def _told(claims: Iterable[Claim]) -> list[Quantity]:
    return [claim.quantity for claim in claims if claim.quantity and not claim.quantity.vague]


def _unit(quantity: Quantity) -> str | None:
    """The unit as printed; what is counted is none, and neither is a third or a per cent."""
    return None if quantity.dimension in ("count", "share") else quantity.printed.unit


def _hedges(claims: Iterable[Claim]) -> bool:
    told = [claim.quantity.printed.modifier for claim in claims if claim.quantity]
    return any(modifier not in (Modifier.EXACT, Modifier.RANGE) for modifier in told)


def _ranges(claims: Iterable[Claim]) -> bool:
    return any(claim.quantity is not None and claim.quantity.printed.modifier is Modifier.RANGE for claim in claims)


def _is_vague(claims: Iterable[Claim]) -> bool:
    return any(claim.quantity is not None and claim.quantity.vague for claim in claims)


def _is_less_precise(claims: Iterable[Claim]) -> bool:
    """Is a day told beside an hour, or is a time told loosely: "about then", "by June"?"""
    times = [claim.timex for claim in claims if claim.timex]
    loose = any(time.mod or time.relation is not Relation.IN for time in times)
    return loose or len({time.grain for time in times}) > 1


def _shows_another_clock(claims: Iterable[Claim]) -> bool:
    """Do two clocks differ, of which one at least has no zone?"""
    clocks = [claim.timex for claim in claims if claim.timex and claim.timex.grain in CLOCK_GRAINS]
    return len({clock.interval for clock in clocks}) > 1 and any(clock.local for clock in clocks)


_REASONS: dict[str, Callable[[Sequence[Claim]], bool]] = {
    "rounding": _rounds,
    "conversion": _converts,
    "a hedge": _hedges,
    "a range": _ranges,
    "a vague count": _is_vague,
    "a less precise date": _is_less_precise,
    "another clock": _shows_another_clock,
}
