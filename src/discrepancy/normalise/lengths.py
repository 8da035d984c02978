"""How long what is told lasted, by the dates that it is told to begin and to end on: "from 3 to 5 May"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from discrepancy.interval import Interval
from discrepancy.model import Claim, Kind, Modifier, Printed, Quantity, Relation, Span, TimexType, claim_id, plural

_FROM = re.compile(r"\bfrom\s+(?:the\s+)?\Z", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:-|–|—|to|and|through|until|till)\s*(?:the\s+)?")
_LEADING_ON = re.compile(r"(?:[\s-]+(?!of\b|after\b|before\b|later\b|ago\b|earlier\b|than\b|since\b)\w+){0,2},?\s\(?")
"""What may stand between a length and "from": "three days, from", "a three-day visit from"."""
_OCCASIONS = re.compile(r"\b(?:on|of|in|after|within|every)\s+(?:the\s+|\w+\s+)?\Z", re.IGNORECASE)
"""Before a length, these make it days among others: "on three days from 3 to 15 May"."""
_BEFORE = 24  # characters looked at for them
_DAY = timedelta(1)


class _Stretch(NamedTuple):
    """Two times told as the beginning and the end of one stretch."""

    first: Claim
    last: Claim


def lengths(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The lengths between the dates that *claims* of one document, in the order of the text, begin and end on.

    Whether first and last day are counted is left open: from 3 to 5 May is one day at least and three at most.
    """
    return (_length(stretch) for stretch in _stretches(claims))


def unfit_lengths(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The lengths told just before dates of a beginning and an end that they do not fit, each with those dates."""
    stated_here = [claim for claim in claims if _is_length(claim)]
    for stretch in _stretches(claims):
        first = stretch.first
        stated = next((one for one in stated_here if one.sentence == first.sentence and _leads_on(one, first)), None)
        length = _length(stretch)
        told, reckoned = stated and stated.quantity, length.quantity
        if stated and told and reckoned and not told.interval.overlaps(reckoned.interval):
            yield _unfit(stated, told, length, reckoned)


def _stretches(claims: Sequence[Claim]) -> Iterator[_Stretch]:
    times = [claim for claim in claims if claim.kind is Kind.TIME]
    for first, last in pairwise(times):
        if first.sentence == last.sentence and _spans(first, last):
            yield _Stretch(first, last)


def _spans(first: Claim, last: Claim) -> bool:
    """Are two times told with "from" and "to", the second no earlier than the first?"""
    text, one, other = first.document.text, first.timex, last.timex
    if one is None or other is None or not _JOINT.fullmatch(text, first.span.end, last.span.start):
        return False
    told = (one.relation, other.relation) == (Relation.FROM, Relation.TO)
    led = bool(_FROM.search(text, max(first.sentence.start, first.span.start - _BEFORE), first.span.start))
    bounds = _bounds(first, last)
    return told and led and bounds is not None and bounds[0] <= bounds[1]


def _bounds(first: Claim, last: Claim) -> tuple[timedelta, timedelta] | None:
    """The least and the most time between two times, as named."""
    begin, end = (claim.timex.named if claim.timex else None for claim in (first, last))
    if not (begin and end and begin.lower and begin.upper and end.lower and end.upper and end.lower >= begin.lower):
        return None
    return max(end.lower - begin.upper, timedelta()), end.upper - begin.lower


def _length(stretch: _Stretch) -> Claim:
    """How long *stretch* lasted, as a claim of the words that tell it."""
    first, last = stretch
    least, most = _bounds(first, last) or (timedelta(), timedelta())
    interval = Interval(_days(least), _days(most), upper_open=False)
    printed = Printed(interval.upper, interval.upper, "day", Modifier.AT_MOST)
    span = Span(first.span.start, last.span.end)
    return replace(
        first,
        id=claim_id(first.document, span),
        kind=Kind.QUANTITY,
        span=span,
        literal=first.document.text[span.start : span.end],
        quantity=Quantity(interval, "duration", "day", (printed,), parts=(interval,)),
        timex=None,
        reckoned=True,
    )


def _days(time: timedelta) -> Decimal:
    return Decimal(int(time.total_seconds())) / int(_DAY.total_seconds())


def _is_length(claim: Claim) -> bool:
    """Does *claim* say how long something lasted?"""
    lasting = claim.timex is not None and claim.timex.type is TimexType.DURATION
    return lasting and claim.quantity is not None and claim.quantity.dimension == "duration"


def _leads_on(length: Claim, first: Claim) -> bool:
    """Does the text lead from *length* straight to "from" and the *first* time?"""
    text, start = first.document.text, length.span.start
    led = _FROM.search(text, length.span.end, first.span.start)
    occasional = _OCCASIONS.search(text, max(length.sentence.start, start - _BEFORE), start)
    return bool(led and not occasional and _LEADING_ON.fullmatch(text, length.span.end, led.start()))


def _unfit(stated: Claim, told: Quantity, length: Claim, reckoned: Quantity) -> Claim:
    """The *stated* length and that between the dates behind it as two figures of one claim, with what is right."""
    span = Span(stated.span.start, length.span.end)
    most = f"{reckoned.printed.upper or Decimal():,.0f}"
    right = f"{length.literal} is {most} {'day' if most == '1' else plural('day')} at most"
    both = replace(
        told,
        renderings=(told.printed, reckoned.printed),
        misfit=right,
        parts=(told.interval, reckoned.interval),
    )
    return replace(
        stated,
        id=claim_id(stated.document, span),
        span=span,
        literal=stated.document.text[span.start : span.end],
        quantity=both,
    )
