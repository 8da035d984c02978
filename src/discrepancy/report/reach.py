"""What would let all sides of a finding be true: how far which value would have to reach, or which hedge."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from discrepancy.interval import Interval, exactly
from discrepancy.model import DIFFERING, Finding
from discrepancy.report.camp_words import camp_words, short_words
from discrepancy.report.sides import Camp, camps_of, common
from discrepancy.report.values import Values, Wording, values_of

_WITHIN_ONE_CLAIM = {
    "I501": "The figures would have to be conversions of each other",
    "I502": "The weekday and the date would have to fit each other",
    "I504": "The length and the dates would have to fit each other",
    "I505": "The two clocks would have to show one moment",
    "I506": "The parts would have to come to no more than the whole",
}
_BY_RULE = {
    "D402": "The periods would have to begin and to end alike, if as loosely as “about” or “late in” allow.",
    "D403": "The ranges would have to begin and to end alike, but for rounding.",
    "U202": "Nothing has to: the report itself says that the one took the place of the other.",
}
_TIME = "time"
_HEDGES = {
    _TIME: "A looser wording would do too: “after” with the earlier time, or “by” with the later.",
    "rank": "",  # a place in an order is not hedged
}
_HEDGE = "A hedge would do too: “at least” with the lower figure, or “at most” with the higher."


def ways_of(finding: Finding) -> tuple[str, ...]:
    """What would let all be true, or what does, in sentences."""
    if finding.rule in _WITHIN_ONE_CLAIM:
        return (f"{_WITHIN_ONE_CLAIM[finding.rule]}: {finding.why}.",)
    if finding.rule in _BY_RULE:
        return (_BY_RULE[finding.rule],)
    camps, values = camps_of(finding), values_of(finding.fact.claims)
    together = common([side for camp in camps for side in camp])
    if together is not None:
        everyone = tuple(side for camp in camps for side in camp)
        return (f"All can be true as they stand: {camp_words(everyone, values)}.",)
    reaches = tuple(_reaches(camps, values))
    if finding.verdict not in DIFFERING:
        return (f"No value satisfies all as printed, but rule {finding.rule} lets them stand: {finding.why}", *reaches)
    hedge = _HEDGES.get(finding.fact.dimension, _HEDGE)
    return (*reaches, hedge) if reaches and hedge else reaches or ("Their values would have to overlap.",)


def _reaches(camps: Sequence[Camp], values: Values) -> Iterator[str]:
    """For each two neighbouring camps, how far the value of either would have to reach."""
    for below, above in pairwise(camps):
        low, high, wording = common(below), common(above), values.shared
        if not (low and high and wording and low.ends_before(high)):
            continue
        if isinstance(low.upper, datetime):
            up, down = f"forward to {short_words(above, values)}", f"back to {short_words(below, values)}"
        else:
            up, down = _edge(high, wording, up=True), _edge(low, wording, up=False)
        yield f"{camp_words(below, values)} would have to reach {up}, or {camp_words(above, values)} {down}."


def _edge(interval: Interval[Any], wording: Wording, *, up: bool) -> str:
    """How far another amount would have to reach to meet *interval*, *up* to its lower bound or down to its upper."""
    bound, is_open = (interval.lower, interval.lower_open) if up else (interval.upper, interval.upper_open)
    words = {(True, False): "up to", (True, True): "beyond", (False, False): "down to", (False, True): "below"}
    return f"{words[up, is_open]} {wording.short(exactly(bound))}"
