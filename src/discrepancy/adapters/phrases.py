"""Phrases of the calendar: dateparser resolves what the grammar has cut out."""

from datetime import datetime
from functools import lru_cache

from discrepancy.toolbox import Dated

LONGEST = 60
"""How many characters a phrase may have; dateparser's cost grows faster than its length."""

FORGOTTEN_AFTER = 4096
"""How many phrases are remembered."""


@lru_cache(FORGOTTEN_AFTER)
def date_of(phrase: str, base: datetime) -> Dated | None:
    """The start of the period that *phrase* names, seen from *base*, or None.

    >>> date_of("two years and three months ago", datetime(2024, 5, 30)).time.date()
    datetime.date(2022, 2, 28)
    """
    from dateparser.date import DateDataParser  # noqa: PLC0415 - loaded when first needed

    if len(phrase) > LONGEST:
        return None
    settings = {
        "RELATIVE_BASE": base.replace(tzinfo=None),
        "PREFER_DATES_FROM": "current_period",
        "RETURN_TIME_AS_PERIOD": True,
    }
    read = DateDataParser(languages=["en"], settings=settings).get_date_data(phrase)
    return Dated(read.date_obj, read.period) if read.date_obj and read.period else None
