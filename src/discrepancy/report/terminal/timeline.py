"""The dated claims in the order of the dates they speak of, an outlet a column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from discrepancy.interval import Interval
from discrepancy.model import Claim, Grain, Span
from discrepancy.report.calendar_words import calendar_span
from discrepancy.report.sides import outlets_of
from discrepancy.report.summary import counted
from discrepancy.report.terminal.page import NAME_CELLS, Page, page_on
from discrepancy.report.window import excerpt

_DATE, _COLUMN = 18, 18
_CONTEXT, _CONTEXT_STACKED = 70, 140
_REACH = 200
_ENOUGH = 20  # characters beside the literal that make a clause worth reading
_CLAUSE_END = re.compile(r"[;()\"“”–—]|[,:](?=\s)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EARLIEST, _LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
_DAY = timedelta(days=1)
Row = tuple[Interval[datetime], list[Claim]]


def print_timeline(claims: Iterable[Claim], console: Console) -> None:
    """Print a timeline a story: side by side where the outlets fit the width, stacked where they do not."""
    timed = [claim for claim in claims if claim.timex]
    dated = sorted((claim for claim in timed if _interval(claim)), key=_story)
    page = Page(console, console.width)
    for story, told in groupby(dated, key=_story):
        if any(map(_story, dated)):
            page_on(console).headline(story or "no story")
        _print_story(list(told), page)
        page.put()
    _print_legend(dated, len(timed) - len(dated), page_on(console))


def _story(claim: Claim) -> str:
    return claim.document.story or ""


def _interval(claim: Claim) -> Interval[datetime] | None:
    return claim.timex.interval if claim.timex else None


def _print_story(claims: Sequence[Claim], page: Page) -> None:
    outlets = sorted(outlets_of(claims))
    if _DATE + len(outlets) * (_COLUMN + 2) <= page.width:
        _print_columns(list(_rows(claims)), outlets, page)
    else:
        _print_stacked(list(_rows(claims)), page_on(page.console))


def _rows(claims: Sequence[Claim]) -> Iterator[Row]:
    """The claims on each date, earliest date first, the narrower of two that begin together before the wider."""
    dated = [(interval, claim) for claim in claims if (interval := _interval(claim))]
    dated.sort(key=lambda pair: (*_order(pair[0]), pair[1].outlet, pair[1].document.id, pair[1].span))
    for interval, group in groupby(dated, key=lambda pair: pair[0]):
        yield interval, [claim for _, claim in group]


def _order(interval: Interval[datetime]) -> tuple[datetime, datetime]:
    """A date without a beginning stands where it ends."""
    return interval.lower or interval.upper or _EARLIEST, interval.upper or _LATEST


def _print_columns(rows: Sequence[Row], outlets: Sequence[str], page: Page) -> None:
    table = Table(box=None, padding=(0, 0, 1, 2), pad_edge=False, width=page.width, header_style="bold")
    table.add_column(page.text("date"), width=_DATE, overflow="fold")
    for outlet in outlets:
        table.add_column(page.text(page.cropped(outlet, NAME_CELLS)), ratio=1, overflow="fold")
    for interval, claims in rows:
        cells = [_cell([claim for claim in claims if claim.outlet == outlet], page) for outlet in outlets]
        table.add_row(_date(interval, claims, page), *cells)
    page.table(table)


def _cell(claims: Sequence[Claim], page: Page) -> Text:
    """What one outlet says of one date, a paragraph a claim."""
    return Text("\n").join(_said(claim, page, _CONTEXT) for claim in claims)


def _print_stacked(rows: Sequence[Row], page: Page) -> None:
    for interval, claims in rows:
        page.put(page.text(" · ").join(_date(interval, claims, page).split("\n")))
        for claim in claims:
            page.put(
                page.text((page.cropped(claim.outlet, NAME_CELLS), "bold"), ": ")
                + _said(claim, page, _CONTEXT_STACKED),
                "  ",
                hanging=2,
            )


def _date(interval: Interval[datetime], claims: Sequence[Claim], page: Page) -> Text:
    """The date, and below it the weekday or how coarsely it is given."""
    grains = {claim.timex.grain for claim in claims if claim.timex and claim.timex.grain}
    words = [grain.value.replace("_", " ") for grain in sorted(grains, key=list(Grain).index)]
    if Grain.DAY in grains and interval.lower and interval.upper and interval.upper - interval.lower <= _DAY:
        words[words.index("day")] = f"day, {_WEEKDAYS[interval.lower.weekday()]}"
    return Text("\n").join([page.text((calendar_span(interval), "bold")), page.text((", ".join(words), "dim"))])


def _said(claim: Claim, page: Page, room: int) -> Text:
    """The clause round the literal of *claim*, the literal marked."""
    shown = excerpt(_in_clause(claim), page.safe, room, _REACH)
    left, right = ("", "") if page.styled else ("‹", "›")
    marks = "".join(mark for mark, holds in _marks(claim) if holds)
    return page.text(shown.before, (f"{left}{shown.figure}{right}", "bold underline"), (marks, "bold"), shown.after)


def _marks(claim: Claim) -> tuple[tuple[str, bool], ...]:
    return (("~", bool(claim.timex and claim.timex.doubtful)), ("?", bool(claim.timex and claim.timex.ambiguous)))


def _in_clause(claim: Claim) -> Claim:
    """*claim* with its sentence cut down to a clause, unless that says too little."""
    text, span = claim.document.text, claim.span
    first = max(claim.sentence.start, span.start - _REACH)
    last = max(min(claim.sentence.end, span.end + _REACH), span.end)
    starts = [end.end() for end in _CLAUSE_END.finditer(text, first, span.start)]
    end = _CLAUSE_END.search(text, span.end, last)
    clause = Span(starts[-1] if starts else claim.sentence.start, end.start() if end else claim.sentence.end)
    told = clause.end - clause.start - (span.end - span.start)
    return replace(claim, sentence=clause) if told >= _ENOUGH else claim


def _print_legend(dated: Sequence[Claim], undated: int, page: Page) -> None:
    """Print how many dates there are, what the marks mean that were used, and what was left out."""
    used = {mark for claim in dated for mark, holds in _marks(claim) if holds}
    notes = [f"{counted(len(dated), 'dated claim')}"]
    notes += ["~ the date it counts from is doubtful"] if "~" in used else []
    notes += ["? the text allows another date"] if "?" in used else []
    notes += [f"left out: {undated:,} without a date of their own (durations, sets, the present)"] if undated else []
    page.put("; ".join(notes))
