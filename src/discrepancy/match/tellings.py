"""Days that reports tell of, as seen by whoever doubts the stamps that some of them are counted from."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from discrepancy.model import Anchor, Claim, Timex

FRESH = timedelta(7)
"""How far from its stamp a report calls a day "Sunday"."""

_DAY = timedelta(1)
_WEEK = 7
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_EXACT = re.compile(r"T(\d\d:\d[1-46-9])$")


@dataclass(frozen=True, slots=True)
class Telling:
    """A *day* that *claim* tells of, or a time of it; *stamp* is the day on which its document was published."""

    claim: Claim
    timex: Timex
    day: date
    stamp: date | None

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.claim.document.id

    @property
    def dated(self) -> bool:
        """Does the text give the day of the month: "on 12 November"?"""
        return str(self.day.day) in _FIGURES.findall(self.claim.literal)

    @property
    def near(self) -> bool:
        """Does it lie near its stamp?"""
        return self.stamp is not None and abs(self.stamp - self.day) <= FRESH

    @property
    def fresh(self) -> bool:
        """Is it told as news, counted from its stamp: "on Sunday", "this morning"?"""
        counted = self.timex.anchor is Anchor.PUBLISHED and not self.timex.ambiguous
        return counted and self.near and not self.dated

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The weekdays of the day: all, from 0, where the text names none; else around the earth an evening has two."""
        if not _WEEKDAY.search(self.claim.literal):
            return tuple(range(_WEEK))
        return tuple((self.day.weekday() + by) % _WEEK for by in (-1, 0, 1))

    @property
    def clock(self) -> str | None:
        """The time of day, where it is so exact that no two happenings are likely to share it: "7.06am"."""
        exact = _EXACT.search(self.timex.value)
        return exact[1] if exact else None


def telling(claim: Claim) -> Telling | None:
    """The day that *claim* tells of; None where it gives less, or more than one."""
    named = claim.timex and (claim.timex.named or claim.timex.interval)
    if claim.timex is None or not named or named.lower is None or named.upper is None:
        return None
    if named.upper - named.lower > _DAY:
        return None
    stamp = claim.document.published
    return Telling(claim, claim.timex, named.lower.date(), stamp.time.date() if stamp else None)
