"""Reads the times of a text, as the tests on times need it."""

from datetime import UTC, datetime
from functools import cache

from discrepancy.adapters import TOOLBOX
from discrepancy.extract.sentences import abbreviations_of, sentence_spans
from discrepancy.extract.times import TimeGrammar, compile_times, times
from discrepancy.model import Document, Mention, Published, Skipped, TimePhrase, Timex
from discrepancy.normalise.times import Calendar, compile_calendar, resolved
from discrepancy.tables import shipped

THURSDAY = "2024-05-30"


@cache
def grammar() -> tuple[TimeGrammar, Calendar]:
    calendar = shipped().calendar
    return compile_times(calendar), compile_calendar(calendar)


def resolutions(text: str, published: str | None = THURSDAY) -> list[tuple[Mention[TimePhrase], Timex] | Skipped]:
    precision = "minute" if published and "T" in published else "day"
    stamp = Published(datetime.fromisoformat(published).replace(tzinfo=UTC), precision) if published else None
    document = Document("one", "outlet", text, published=stamp)
    spans = tuple(sentence_spans(text, abbreviations_of(shipped().prose)))
    forms, calendar = grammar()
    return list(resolved(document, list(times(document, spans, forms)), calendar, TOOLBOX))


def read(text: str, published: str | None = THURSDAY) -> list[tuple[Mention[TimePhrase], Timex]]:
    return [one for one in resolutions(text, published) if not isinstance(one, Skipped)]


def skipped(text: str, published: str | None = THURSDAY) -> list[Skipped]:
    return [one for one in resolutions(text, published) if isinstance(one, Skipped)]


def left_by(text: str, published: str | None = THURSDAY) -> str:
    """The time that the last time in *text* leaves, in the words of the tables."""
    interval = read(text, published)[-1][1].interval
    if interval is None:
        return "any time"
    lower, upper = (
        bound and bound.strftime("%Y-%m-%dT%H:%M").removesuffix("T00:00") for bound in (interval.lower, interval.upper)
    )
    if lower and upper:
        return f"[{lower}, {upper})"
    return f"from {lower}" if lower else f"before {upper}"
