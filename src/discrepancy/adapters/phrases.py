"""Phrases of the calendar: dateparser resolves what the grammar has cut out."""

from datetime import datetime

from discrepancy.toolbox import Dated


def date_of(phrase: str, base: datetime) -> Dated | None:
    """The start of the period that *phrase* names, seen from *base*, or None."""
    return None
