"""Joins what was read as an amount with what was read as a time into claims."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from discrepancy.model import (
    Claim,
    Document,
    Figure,
    Kind,
    Mention,
    Quantity,
    Span,
    TimePhrase,
    Timex,
    TimexType,
    claim_id,
)

Measured = tuple[Mention[Figure], Quantity]
Dated = tuple[Mention[TimePhrase], Timex]


def merged(document: Document, measured: Sequence[Measured], dated: Sequence[Dated]) -> Iterator[Claim]:
    """The claims of *document* in the order of the text.

    A figure inside a date, a clock time or a set is a part of it, and a date inside a figure a part of that, as is the
    hour of a rate; a duration is one claim, a quantity with a timex.
    """
    figures = sorted(measured, key=lambda pair: pair[0].span)
    claims: list[Claim] = []
    first = last = 0
    for mention, timex in sorted(dated, key=lambda pair: pair[0].span):
        start = next(
            (i for i in range(first, len(figures)) if figures[i][0].span.end > mention.span.start), len(figures)
        )
        first = next(
            (i for i in range(start, len(figures)) if figures[i][0].span.start >= mention.span.end), len(figures)
        )
        claims += [_quantity_claim(document, *figure) for figure in figures[last:start]]
        if timex.type is TimexType.DURATION and last and _covers(figures[last - 1][0].span, mention.span):
            continue  # a further part of the last figure: "30 minutes" in "4 hours, 30 minutes"
        claims += _joined(document, (mention, timex), figures[start:first])
        last = first
    claims += [_quantity_claim(document, *figure) for figure in figures[last:]]
    yield from sorted(claims, key=lambda claim: claim.span)


def _joined(document: Document, time: Dated, figures: Sequence[Measured]) -> list[Claim]:
    """The claims made by one temporal expression and the figures that share characters with it."""
    mention, timex = time
    figures = [figure for figure in figures if figure[1].dimension != "rank"]  # "the fourth quarter ended"
    if any(_is_told_per(figure, mention) for figure in figures):
        timex = replace(timex, type=TimexType.SET)
    if timex.type is TimexType.DURATION and figures:
        return _lasting(document, timex, figures)
    around = [_quantity_claim(document, *figure) for figure in figures if _covers(figure[0].span, mention.span)]
    if around and (timex.type is not TimexType.SET or timex.value in _OF_CLOCKS):
        return around
    return [*around, _time_claim(document, mention, timex)]


_OF_CLOCKS = frozenset({"PT1H", "PT1M", "PT1S"})
"""What a rate is told per that tells no time of its own: "60 miles per hour"; "500 cars a day" is told of every day."""


def _is_told_per(figure: Measured, mention: Mention[TimePhrase]) -> bool:
    """Is *mention* the time that a rate is told per: "a year" in "500 CDs a year"?"""
    return " per " in figure[1].dimension and figure[0].span.end == mention.span.end


def _lasting(document: Document, timex: Timex, figures: Sequence[Measured]) -> list[Claim]:
    """The claims of *figures* that share characters with a duration: it is that of one which says how long."""
    durations = [figure for figure in figures if figure[1].dimension == "duration"]
    if durations:
        return [_quantity_claim(document, *figure, timex) for figure in durations]
    return [_quantity_claim(document, *one, timex if one[1].dimension in _LONG else None) for one in figures]


_LONG = frozenset({"age", "count"})
"""Dimensions that may say how long beside that of durations: "14 trading days", but not "5 kilowatt-hours"."""


def _covers(span: Span, other: Span) -> bool:
    """Is *other* only a part of *span*: "a day" in "500 barrels a day", "a quarter" in "a quarter million"?"""
    return span.start <= other.start and other.end <= span.end and span != other


def _quantity_claim(
    document: Document, mention: Mention[Figure], quantity: Quantity, timex: Timex | None = None
) -> Claim:
    return Claim(
        claim_id(document, mention.span),
        document,
        Kind.QUANTITY,
        mention.span,
        mention.literal,
        mention.sentence,
        quantity,
        timex,
    )


def _time_claim(document: Document, mention: Mention[TimePhrase], timex: Timex) -> Claim:
    return Claim(
        claim_id(document, mention.span),
        document,
        Kind.TIME,
        mention.span,
        mention.literal,
        mention.sentence,
        timex=timex,
    )
