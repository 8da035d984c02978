"""How findings stand to what has been seen."""

from collections.abc import Mapping
from dataclasses import replace

from discrepancy.model import Finding, State


def seen(finding: Finding, flags: Mapping[str, str]) -> Finding:
    """*finding* with the state that the flags give it."""
    reason = flags.get(finding.fingerprint)
    return finding if reason is None else replace(finding, state=State.FLAGGED, flag=reason)
