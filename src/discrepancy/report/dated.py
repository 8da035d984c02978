"""The dated claims in the order of the dates they speak of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import groupby

from discrepancy.interval import Interval
from discrepancy.model import WEEKDAYS, Claim, Grain, Span
from discrepancy.report.calendar_words import at_the_place, calendar_span

REACH = 200  # characters looked at round a literal
_ENOUGH = 20  # characters beside the literal that make a clause worth reading
_CLAUSE_END = re.compile(r"[;()\"“”–—]|[,:](?=\s)")
_EARLIEST, _LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
_DAY = timedelta(days=1)
_LENGTHS = {
    grain: length
    for length, grains in enumerate(
        (
            (Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.DAY_PART),
            (Grain.DAY,),
            (Grain.WEEKEND, Grain.WEEK),
            (Grain.MONTH,),
            (Grain.QUARTER, Grain.SEASON),
            (Grain.HALF,),
            (Grain.YEAR,),
            (Grain.DECADE,),
            (Grain.CENTURY,),
        ),
        start=1,
    )
    for grain in grains
}
_FIRM, _LOOSE = "━", "╍"
Row = tuple[Interval[datetime], list[Claim]]


def dated(claims: Iterable[Claim]) -> list[Claim]:
    """The *claims* that give a date."""
    return [claim for claim in claims if date_of(claim)]


def date_of(claim: Claim) -> Interval[datetime] | None:
    """The date that *claim* leaves possible."""
    return claim.timex.interval if claim.timex else None


def rows_of(claims: Iterable[Claim]) -> Iterator[Row]:
    """The claims on each date, earliest date first, the narrower of two that begin together before the wider.

    What is told by the clock of a place is another date than the same in a known zone.
    """
    told = [(interval, claim) for claim in claims if (interval := date_of(claim))]
    told.sort(key=lambda pair: (*_order(pair[0]), _zoned(pair[1]), pair[1].outlet, pair[1].document.id, pair[1].span))
    for (interval, _), group in groupby(told, key=lambda pair: (pair[0], _zoned(pair[1]))):
        yield interval, [claim for _, claim in group]


def _zoned(claim: Claim) -> bool:
    return claim.timex is not None and claim.timex.zoned


def _order(interval: Interval[datetime]) -> tuple[datetime, datetime]:
    """A date without a beginning stands where it ends."""
    return interval.lower or interval.upper or _EARLIEST, interval.upper or _LATEST


def words_of(interval: Interval[datetime], claims: Sequence[Claim]) -> str:
    """*interval* in words, in the clock of the place where no claim on it gives a zone."""
    return calendar_span(interval if any(map(_zoned, claims)) else at_the_place(interval))


def grain_bar(interval: Interval[datetime], claims: Sequence[Claim]) -> str:
    """A bar as long as the grain is coarse, with an arrow where the date has no end, broken where no claim is firm."""
    lengths = [_LENGTHS[claim.timex.grain] for claim in claims if claim.timex and claim.timex.grain]
    loose = all(map(marks_of, claims))
    bar = (_LOOSE if loose else _FIRM) * max(lengths, default=0)
    return f"{'◀' if interval.lower is None else ''}{bar}{'▶' if interval.upper is None else ''}"


def grain_words(interval: Interval[datetime], claims: Sequence[Claim]) -> str:
    """The weekday of a date, or how coarsely it is given."""
    grains = {claim.timex.grain for claim in claims if claim.timex and claim.timex.grain}
    words = [grain.value.replace("_", " ") for grain in sorted(grains, key=list(Grain).index)]
    if Grain.DAY in grains and interval.lower and interval.upper and interval.upper - interval.lower <= _DAY:
        words[words.index("day")] = f"day, {WEEKDAYS[interval.lower.weekday()]}"
    return ", ".join(words)


MARKS = {"~": "the date it counts from is doubtful", "?": "the text allows another date"}
"""The marks of dates, and what they mean."""


def marks_of(claim: Claim) -> str:
    """The marks of what *claim* says of a date, which may have both or none."""
    doubtful, ambiguous = (claim.timex.doubtful, claim.timex.ambiguous) if claim.timex else (False, False)
    return "".join(mark for mark, holds in zip(MARKS, (doubtful, ambiguous), strict=True) if holds)


def legend_of(claims: Iterable[Claim]) -> list[str]:
    """What the marks of *claims* mean."""
    used = {mark for claim in claims for mark in marks_of(claim)}
    return [f"{mark} {words}" for mark, words in MARKS.items() if mark in used]


def in_clause(claim: Claim) -> Claim:
    """*claim* with its sentence cut down to a clause, unless that says too little."""
    text, span = claim.document.text, claim.span
    first = max(claim.sentence.start, span.start - REACH)
    last = max(min(claim.sentence.end, span.end + REACH), span.end)
    starts = [end.end() for end in _CLAUSE_END.finditer(text, first, span.start)]
    end = _CLAUSE_END.search(text, span.end, last)
    clause = Span(starts[-1] if starts else claim.sentence.start, end.start() if end else claim.sentence.end)
    told = clause.end - clause.start - (span.end - span.start)
    return replace(claim, sentence=clause) if told >= _ENOUGH else claim
