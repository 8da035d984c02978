"""What a claim gives, apart from how it is worded."""

from typing import Any

from discrepancy.model import Claim


def printed_as(claim: Claim) -> tuple[Any, ...]:
    """What *claim* gives, apart from wording: equal for "20 km" and "20 kilometres", not for 10:00 here and in GMT."""
    if claim.quantity is not None:
        printed = claim.quantity.printed
        return (claim.quantity.interval, printed.modifier)
    return (claim.timex.value, claim.timex.zoned) if claim.timex else ()
