"""Findings known again by what was quoted, whatever their fingerprints are by now."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from discrepancy.compare.identity import quote_digits
from discrepancy.model import Finding, Flag, Known, Seen

Camps = tuple[frozenset[str], ...]
"""The digits of the quotes of each camp."""


def quotes_of(finding: Finding) -> tuple[str, ...]:
    """The digits of the quotes of each camp, a text a camp, in an order that depends on nothing else."""
    return tuple(sorted(" ".join(sorted(camp)) for camp in _camps_of(finding)))


def known_again(findings: Sequence[Finding], seen: Seen) -> tuple[Finding, ...]:
    """*findings*, those with fingerprints that nobody has seen under the ones by which they were seen before.

    An outlet more that agrees may renew a fingerprint, and so may a release that reads more words. A finding is one
    that was seen, and is not found under its fingerprint any more, where the same quotes still exclude each other: each
    camp has a quote that it had, no camp has gone, and none has come. What was seen stands for one finding at most, the
    one that has most of its quotes.
    """
    names = _earlier_names(findings, seen)
    return tuple(replace(one, fingerprint=names.get(one.fingerprint, one.fingerprint)) for one in findings)


def _earlier_names(findings: Sequence[Finding], seen: Seen) -> dict[str, str]:
    """The fingerprints under which some of *findings* were seen, by those that they have now."""
    everything: tuple[Flag | Known, ...] = (*seen.baseline, *seen.flags)
    quotes = {one.finding: one.quotes for one in everything if one.quotes}
    found, known = {one.fingerprint for one in findings}, {one.finding for one in everything}
    lost = {name: tuple(frozenset(camp.split()) for camp in quotes[name]) for name in quotes.keys() - found}
    unknown = {one.fingerprint: _camps_of(one) for one in findings if one.fingerprint not in known} if lost else {}
    names: dict[str, str] = {}
    for _, earlier, name in sorted(_pairs(lost, unknown)):
        if name not in names and earlier in lost:
            names[name] = earlier
            del lost[earlier]
    return names


def _pairs(lost: Mapping[str, Camps], unknown: Mapping[str, Camps]) -> list[tuple[int, str, str]]:
    """What was *lost* with what is *unknown* but the same, those first that share most quotes."""
    having: defaultdict[str, set[str]] = defaultdict(set)
    for name, camps in lost.items():
        for quote in chain.from_iterable(camps):
            having[quote].add(name)
    return [
        (-shared, earlier, name)
        for name, camps in unknown.items()
        for earlier, shared in Counter(one for quote in set().union(*camps) for one in having[quote]).items()
        if _same(lost[earlier], camps)
    ]


def _same(before: Camps, now: Camps) -> bool:
    """Does each camp of *before* live on in a camp of its own, and is there none besides?"""
    heirs = [{at for at, camp in enumerate(now) if camp & quotes} for quotes in before]
    return len(before) == len(now) == len(set().union(*heirs)) and all(len(one) == 1 for one in heirs)


def _camps_of(finding: Finding) -> Camps:
    digits = {claim.id: quote_digits(claim, internal=finding.internal) for claim in finding.fact.claims}
    return tuple(frozenset(digits[name] for name in camp) for camp in finding.camps)
