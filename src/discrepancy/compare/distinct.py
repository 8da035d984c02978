"""Findings that share a fingerprint without being one: other events told in the same few words."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from discrepancy.compare.identity import another
from discrepancy.compare.recognition import quotes_of
from discrepancy.model import Finding, Flag, Known, Seen


def distinct(findings: Sequence[Finding], seen: Seen) -> tuple[Finding, ...]:
    """*findings*, those under other fingerprints that share theirs with one before, or with what was *seen* elsewhere.

    Those are made of their quotes as well.
    """
    before: defaultdict[str, list[Flag | Known]] = defaultdict(list)
    everything: tuple[Flag | Known, ...] = (*seen.flags, *seen.baseline)
    for one in everything:
        before[one.finding].append(one)
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    for at, finding in enumerate(findings):
        sharing[finding.fingerprint].append(at)
    found = list(findings)
    for name, places in sharing.items():
        if not places[1:] and name not in before:
            continue
        ordered = sorted(places, key=lambda at: (quotes_of(findings[at]), at))
        own = next((at for at in ordered if all(may_be(one, findings[at]) for one in before[name])), None)
        for turn, at in enumerate((at for at in ordered if at != own), 1):
            found[at] = replace(findings[at], fingerprint=another(name, quotes_of(findings[at]), turn))
    return tuple(found)


def may_be(seen: Flag | Known, finding: Finding) -> bool:
    """Can what was *seen* under the fingerprint of *finding* be it: is there a quote or a report that it rests on?"""
    quotes = " ".join(seen.quotes).split()
    if not quotes or not set(quotes).isdisjoint(" ".join(quotes_of(finding)).split()):
        return True
    return not {claim.document.path for claim in finding.fact.claims}.isdisjoint(seen.reports)
