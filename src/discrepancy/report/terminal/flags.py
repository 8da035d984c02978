"""Flags to look through."""

from collections.abc import Sequence
from datetime import date

from rich.console import Console

from discrepancy.compare import has_expired
from discrepancy.model import Flag
from discrepancy.report.terminal.page import LABEL_CELLS, MARGIN, page_on


def print_flags(flags: Sequence[Flag], today: date, console: Console) -> None:
    """Print every flag: where it stands, on what it is, who says what of it and why, and until when."""
    page = page_on(console)
    for flag in flags:
        named = " · ".join(part for part in (flag.finding, flag.fact) if part)
        page.put(page.text((flag.place, "dim"), " ", (page.cropped(named, LABEL_CELLS), "bold")), hanging=2)
        page.put(" · ".join(_facts_of(flag, today)), MARGIN, hanging=2)
        page.put(page.cropped(flag.reason, LABEL_CELLS), MARGIN, hanging=2)
        page.put("; ".join(page.cropped(value, LABEL_CELLS) for value in flag.values), MARGIN, hanging=2)
        page.put()


def _facts_of(flag: Flag, today: date) -> list[str]:
    """The verdict, who gave it when, its scope and its last day, as far as they are known."""
    ends = f"{'expired' if has_expired(flag, today) else 'expires'} {flag.expires}" if flag.expires is not None else ""
    day = flag.date.isoformat() if flag.date else ""
    return [one for one in (flag.verdict.value, flag.by, day, f"on {flag.scope}", ends, flag.ref) if one]
