"""Which findings are new, and which has an editor already seen?"""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from discrepancy.interval import Interval
from discrepancy.model import Claim, Fact, Finding, State

VERSION = "1"
"""The version of the way fingerprints are made; a change of it is a change of every flag file."""


def fingerprint(fact: Fact, camps: tuple[tuple[Claim, ...], ...]) -> str:
    """The identity of a finding: the fact and its values, never a place, path, time or version."""
    values = sorted(_commonest(camp) for camp in camps)
    key = "\n".join((VERSION, fact.dimension, *values))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def seen(finding: Finding, flags: Mapping[str, str]) -> Finding:
    """*finding* with the state that the flags give it."""
    reason = flags.get(finding.fingerprint)
    return finding if reason is None else replace(finding, state=State.FLAGGED, flag=reason)


def _commonest(camp: tuple[Claim, ...]) -> str:
    """The value most claims of *camp* give, the least of equals, so that an agreeing outlet more changes nothing."""
    counts = Counter(_canonical(claim) for claim in camp)
    return min(counts, key=lambda value: (-counts[value], value))


def _canonical(claim: Claim) -> str:
    if claim.quantity is not None:
        return f"{_bounds(claim.quantity.interval)} {claim.quantity.unit}"
    return claim.timex.value if claim.timex else ""


def _bounds(interval: Interval[Any]) -> str:
    return str(interval)
