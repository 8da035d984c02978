"""Stamps that a story contradicts: a page fetched weeks later still says "Sunday" of what others told long before."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import TypeVar

from discrepancy.match.blocks import Block, Kinds, blocks
from discrepancy.match.tellings import FRESH, Telling, telling
from discrepancy.match.wording import frame_of, share
from discrepancy.model import Anchor, Claim, Document, Kind

APART, LATE, LONG_PAST = timedelta(10), timedelta(30), timedelta(300)
"""How much later than another a report must tell of one happening for its stamp to be in doubt.

One that came LATE after all others and does not look back at their time was written in it. What is LONG_PAST is dated
with its year, and is no longer "Sunday" to the report that dates it.
"""

SURE, TWICE, LIKELY = 0.6, 0.35, 0.25
"""From where two tellings are of one happening: alone, with another such pair of another day, where one came LATE."""

SAME_VERB = 0.2
"""What the same verb adds to the share of the words beside the times."""

MOST = 64
"""Tellings of one report and one weekday, and of one weekday in all, that are looked at, so that cost stays linear."""

Key = TypeVar("Key", bound=Hashable)



@dataclass(frozen=True, slots=True)
class _Report:
    """A *document* of a story: its stamp, the days that it tells of, and all its times."""

    document: Document
    stamp: date
    tellings: tuple[Telling, ...]
    times: tuple[Claim, ...]

    @property
    def fresh(self) -> tuple[Telling, ...]:
        """The days that it tells as news."""
        return tuple(one for one in self.tellings if one.fresh)

    @property
    def bears_out(self) -> bool:
        """Does it date what lies near its stamp?"""
        return any(one.dated and one.near for one in self.tellings)

    def knows(self, day: date) -> bool:
        """Does it date *day* itself, or what came after it?"""
        close = self.stamp - day < LONG_PAST  # else the year of a date without one is no more sure than the stamp
        dated = [one.day for one in self.tellings if one.dated and (close or one.timex.anchor is Anchor.NONE)]
        return any(one == day or day + FRESH < one <= self.stamp for one in dated)

    def looks_back(self, first: date, last: date) -> bool:
        """Does it tell of a time between *first* and *last* that does not reach up to its stamp: "last month"?"""
        spans = [one.timex.interval for one in self.times if one.timex and one.timex.interval]
        bounds = [(s.lower.date() if s.lower else date.min, s.upper.date() if s.upper else date.max) for s in spans]
        return any(lower <= last and first < upper <= self.stamp for lower, upper in bounds)


@dataclass(frozen=True, slots=True)
class _Story:
    """The *reports* of a story, and what they tell of days by the weekday, and by the clock where that is exact."""

    block: Block
    reports: tuple[_Report, ...]
    weekdays: Mapping[int, Sequence[Telling]]
    clocks: Mapping[str, Sequence[Telling]]

    def contradicts(self, report: _Report) -> bool:
        """Do others tell, of much earlier days, what *report* tells as news, and none the like of its own days?"""
        if report.bears_out:
            return False
        likeness: defaultdict[date, float] = defaultdict(float)
        for one in report.fresh:
            for other in self._like(one):
                if _excludes(other, one) and (other.document == one.document or not report.knows(other.day)):
                    likeness[one.day] = max(likeness[one.day], self._alike(one, other))
        first, second, *_ = (*sorted(likeness.values(), reverse=True), 0.0, 0.0)
        sure = first >= SURE or second >= TWICE
        return (sure and first > self._borne_out(report)) or self._left_behind(report)

    def _like(self, one: Telling) -> Iterator[Telling]:
        """What may tell of the same as *one*: what happened on such a weekday, or at the same exact time."""
        return chain(self.weekdays[one.day.weekday()], self.clocks[one.clock] if one.clock else ())

    def _alike(self, one: Telling, other: Telling) -> float:
        """How likely the two tell of one happening, from 0 to beyond 1."""
        a, b = frame_of(one.claim), frame_of(other.claim)
        words = share(a.beside, b.beside, self.block)
        clock = SURE if words and one.clock and one.clock == other.clock else 0.0
        return words + clock + (SAME_VERB if a.event and a.event == b.event else 0.0)

    def _borne_out(self, report: _Report) -> float:
        """How alike another outlet tells of a day that *report* tells as news, about when that is stamped."""
        return max(
            (
                self._alike(one, other)
                for one in report.fresh
                for other in self.weekdays[one.day.weekday()]
                if other.day == one.day and other.claim.outlet != report.document.outlet and _about_then(one, other)
            ),
            default=0.0,
        )

    def _left_behind(self, report: _Report) -> bool:
        """Did *report* come late after all others, without looking back, and yet tell as news what they did?"""
        stamps = [one.stamp for one in self.reports if one.document.outlet != report.document.outlet]
        if not stamps or report.stamp - max(stamps) < LATE or max(stamps) - min(stamps) > LATE:
            return False
        if report.looks_back(min(stamps) - FRESH, max(stamps)):
            return False
        return any(
            other.fresh and _excludes(other, one) and _resembles(one, other)
            for one in report.fresh
            for weekday in one.weekdays
            for other in self.weekdays[weekday]
        )


def contradicted(claims: Iterable[Claim], kinds: Kinds) -> frozenset[str]:
    """The documents, by id, whose stamps the framed *claims* of one story contradict."""
    dated = [claim for claim in claims if claim.kind is Kind.TIME and claim.timex and claim.timex.interval]
    times = sorted(dated, key=lambda claim: (claim.document.id, claim.span))
    reports = tuple(_reports(times))
    told = sorted(chain(*(one.tellings for one in reports)), key=lambda one: (one.day, one.document, one.claim.span))
    if not told or told[-1].day - told[0].day < APART:
        return frozenset()
    (block,) = blocks({("", "time"): times}, kinds)
    firm = [one for one in told if not (one.timex.ambiguous or one.timex.doubtful)]
    weekdays = _by(firm, lambda one: one.day.weekday())
    story = _Story(block, reports, weekdays, _by(firm, lambda one: one.clock))
    return frozenset(report.document.id for report in reports if story.contradicts(report))


def _reports(times: Iterable[Claim]) -> Iterator[_Report]:
    """The documents that the claims on *times* are of and that have a stamp."""
    by_document: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in times:
        by_document[claim.document.id].append(claim)
    for own in by_document.values():
        document = own[0].document
        if document.published:
            tellings = tuple(filter(None, map(telling, own)))[:MOST]
            yield _Report(document, document.published.time.date(), tellings, tuple(own))


def _by(told: Iterable[Telling], key: Callable[[Telling], Key | None]) -> Mapping[Key, Sequence[Telling]]:
    """The first of what is *told*, by *key*."""
    found: defaultdict[Key, list[Telling]] = defaultdict(list)
    for one in told:
        if (at := key(one)) is not None and len(found[at]) < MOST:
            found[at].append(one)
    return found


def _about_then(one: Telling, other: Telling) -> bool:
    return one.stamp is not None and other.stamp is not None and abs(one.stamp - other.stamp) < APART


def _excludes(other: Telling, one: Telling) -> bool:
    """Can *one*, told as news, not be what *other* tells of, on a day that does not rest on a stamp of about then?"""
    if one.document == other.document:
        return other.timex.anchor is Anchor.NONE and one.day - other.day >= LONG_PAST
    if one.day - other.day < APART:
        return False
    if other.timex.anchor is Anchor.NONE or other.dated:
        return True
    return one.stamp is not None and other.stamp is not None and one.stamp - other.stamp >= APART


def _resembles(one: Telling, other: Telling) -> bool:
    """Do the sentences of the two have LIKELY many words in common?"""
    a, b = frame_of(one.claim).context, frame_of(other.claim).context
    return len(a & b) ** 2 >= LIKELY**2 * len(a) * len(b) > 0
