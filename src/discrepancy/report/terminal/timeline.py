"""The dated claims in the order of the dates they speak of, an outlet a column."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from discrepancy.interval import Interval
from discrepancy.model import Claim
from discrepancy.report.dated import (
    REACH,
    Row,
    dated,
    grain_bar,
    grain_words,
    in_clause,
    legend_of,
    marks_of,
    rows_of,
    words_of,
)
from discrepancy.report.sides import outlets_of
from discrepancy.report.summary import counted
from discrepancy.report.terminal.page import NAME_CELLS, Page, page_on
from discrepancy.report.window import excerpt

_DATE, _COLUMN = 18, 18
_CONTEXT, _CONTEXT_STACKED = 70, 140


def print_timeline(claims: Iterable[Claim], console: Console) -> None:
    """Print a timeline a story: side by side where the outlets fit the width, stacked where they do not."""
    timed = [claim for claim in claims if claim.timex]
    told = sorted(dated(timed), key=_story)
    page = Page(console, console.width)
    for story, group in groupby(told, key=_story):
        if any(map(_story, told)):
            page_on(console).headline(story or "no story")
        _print_story(list(group), page)
        page.put()
    _print_legend(told, len(timed) - len(told), page_on(console))


def _story(claim: Claim) -> str:
    return claim.document.story or ""


def _print_story(claims: Sequence[Claim], page: Page) -> None:
    outlets = sorted(outlets_of(claims))
    if _DATE + len(outlets) * (_COLUMN + 2) <= page.width:
        _print_columns(list(rows_of(claims)), outlets, page)
    else:
        _print_stacked(list(rows_of(claims)), page_on(page.console))


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
    """The date, and below it how coarsely it is given: as a bar, and in words or the weekday."""
    grain = page.text(grain_bar(interval, claims), " ", (grain_words(interval, claims), "dim"))
    return Text("\n").join([page.text((words_of(interval, claims), "bold")), grain])


def _said(claim: Claim, page: Page, room: int) -> Text:
    """The clause round the literal of *claim*, the literal marked."""
    shown = excerpt(in_clause(claim), page.safe, room, REACH)
    left, right = ("", "") if page.styled else ("‹", "›")
    return page.text(
        shown.before, (f"{left}{shown.figure}{right}", "bold underline"), (marks_of(claim), "bold"), shown.after
    )


def _print_legend(told: Sequence[Claim], undated: int, page: Page) -> None:
    """Print how many dates there are, what the marks mean that were used, and what was left out."""
    notes = [
        f"{counted(len(told), 'dated claim')}",
        "a bar is as long as the date is coarse, from a clock time to a century",
        *legend_of(told),
    ]
    notes += [f"left out: {undated:,} without a date of their own (durations, sets, the present)"] if undated else []
    page.put("; ".join(notes))
