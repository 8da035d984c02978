"""What is to be told of flags and of the baseline."""

from collections.abc import Sequence
from itertools import groupby

from discrepancy.model import Notice, NoticeKind
from discrepancy.report.terminal.page import LABEL_CELLS, MARGIN, Page

_HEADINGS = {
    NoticeKind.EXPIRED: "expired flags",
    NoticeKind.EXPIRING: "flags that expire soon",
    NoticeKind.STALE: "stale flags",
    NoticeKind.GONE: "gone from the baseline",
}
_MOST = 10


def print_notices(notices: Sequence[Notice], page: Page) -> None:
    """Print *notices* kind by kind, the first of each, with the place where to mend them."""
    order = list(_HEADINGS)
    for kind, group in groupby(sorted(notices, key=lambda one: order.index(one.kind)), key=lambda one: one.kind):
        told = list(group)
        page.headline(f"{_HEADINGS[kind]} · {len(told):,}")
        for one in told[:_MOST]:
            named = " · ".join(part for part in (one.finding, one.fact) if part)
            page.put(
                page.text((one.place, "dim"), " " if one.place else "", page.cropped(named, LABEL_CELLS)),
                MARGIN,
                hanging=2,
            )
            page.put(one.words, MARGIN * 2)
        if len(told) > _MOST:
            page.put(f"and {len(told) - _MOST:,} more", MARGIN)
        page.put()
