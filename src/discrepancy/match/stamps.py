"""Stamps that a story contradicts: a page fetched weeks later still says "Sunday" of what others told long before."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain
from typing import TypeVar

from discrepancy.match.blocks import Block, blocks
from discrepancy.match.kinds import Kinds
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

FEWEST = 3
"""The words that two sentences must have in common where one came LATE."""

SAME_VERB = 0.2
"""What the same verb adds to the share of the words beside the times."""

MOST = 64
"""Tellings of one report, of one weekday, of one day and of one clock that are looked at, so that cost stays linear."""

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
        """Does it look back on *day*, or date what came after it?"""
        close = self.stamp - day < LONG_PAST  # else the year of a date without one is no more sure than the stamp
        dated = [one.day for one in self.tellings if one.dated and (close or one.timex.anchor is Anchor.NONE)]
        return self.looks_back(day, day) or any(day + FRESH < one <= self.stamp for one in dated)

    def looks_back(self, first: date, last: date) -> bool:
        """Does it tell of a time between *first* and *last* that ended before its news: "last month"?"""
        spans = [one.timex.interval for one in self.times if one.timex and one.timex.interval]
        bounds = [(one.lower.date(), one.upper.date()) for one in spans if one.lower and one.upper]
        return any(lower <= last and first < upper <= self.stamp - FRESH for lower, upper in bounds)


@dataclass(frozen=True, slots=True)
class _Story:
    """What a story tells of days, by the weekday, by the day, and by the clock where that is exact.

    *others* are, by outlet, the first and the last stamp of all other outlets.
    """

    block: Block
    weekdays: Mapping[int, Sequence[Telling]]
    days: Mapping[date, Sequence[Telling]]
    clocks: Mapping[str | None, Sequence[Telling]]
    others: Mapping[str, tuple[date, date]]

    def contradicts(self, report: _Report) -> bool:
        """Is what *report* tells as news told of much earlier days, and by no other outlet of its own?"""
        if report.bears_out:
            return False
        knows = cache(report.knows)
        likeness: defaultdict[date, float] = defaultdict(float)
        for one, other in self._opposed(report):
            alike = self._alike(one, other)
            if alike > likeness[one.day] and (one.document == other.document or not knows(other.day)):
                likeness[one.day] = alike
        first, second, *_ = (*sorted(likeness.values(), reverse=True), 0.0, 0.0)
        sure = first >= SURE or second >= TWICE
        return (sure and min(first, SURE) > self._borne_out(report)) or self._left_behind(report)

    def _opposed(self, report: _Report) -> Iterator[tuple[Telling, Telling]]:
        """What *report* tells as news, each with what lies long before and was on such a weekday, or at such a time."""
        for one in report.fresh:
            for other in chain(self.weekdays[one.day.weekday()], self.clocks.get(one.clock, ())):
                if _excludes(other, one):
                    yield one, other

    def _alike(self, one: Telling, other: Telling) -> float:
        """How likely the two tell of one happening, from 0 to beyond 1."""
        a, b = frame_of(one.claim), frame_of(other.claim)
        words = share(a.beside, b.beside, self.block)
        clock = SURE if words and one.clock and one.clock == other.clock else 0.0
        return words + clock + (SAME_VERB if a.event and a.event == b.event else 0.0)

    def _borne_out(self, report: _Report) -> float:
        """How alike another outlet tells of a day that *report* tells as news, about when that is stamped."""
        pairs = ((one, other) for one in report.fresh for other in self.days[one.day] if _about_then(one, other))
        return max((self._alike(*pair) for pair in pairs), default=0.0)

    def _left_behind(self, report: _Report) -> bool:
        """Did *report* come late after all others, without looking back, and yet tell as news what they did?"""
        first, last = self.others.get(report.document.outlet, (date.max, date.max))
        if report.stamp - last < LATE or last - first > LATE or report.looks_back(first - FRESH, last):
            return False
        return any(
            other.fresh and _excludes(other, one) and _resembles(one, other)
            for one in report.fresh
            for weekday in one.weekdays
            for other in self.weekdays[weekday]
        )


def contradicted(claims: Iterable[Claim], kinds: Kinds) -> frozenset[str]:
    """The documents, by id, whose stamps the framed *claims* of one story contradict."""
    told = [claim for claim in claims if claim.kind is Kind.TIME and claim.timex and claim.timex.interval]
    times = sorted(told, key=lambda claim: (claim.document.id, claim.span))
    tellings = sorted(filter(None, map(telling, times)), key=lambda one: (one.day, one.document, one.claim.span))
    if not tellings or tellings[-1].day - tellings[0].day < APART:
        return frozenset()
    (block,) = blocks({("", "time"): times}, kinds)
    firm = [one for one in tellings if not (one.timex.ambiguous or one.timex.doubtful)]
    exact = [one for one in firm if one.clock]
    reports = tuple(_reports(times))
    story = _Story(
        block,
        _by(lambda one: one.day.weekday(), firm),
        _by(lambda one: one.day, firm),
        _by(lambda one: one.clock, exact),
        _others(reports),
    )
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


def _by(key: Callable[[Telling], Key], told: Iterable[Telling]) -> Mapping[Key, Sequence[Telling]]:
    """The first of what is *told*, by *key*."""
    found: defaultdict[Key, list[Telling]] = defaultdict(list)
    for one in told:
        if len(found[key(one)]) < MOST:
            found[key(one)].append(one)
    return found


def _others(reports: Iterable[_Report]) -> Mapping[str, tuple[date, date]]:
    """For each outlet of several, the first and the last stamp of all others."""
    stamps: defaultdict[str, list[date]] = defaultdict(list)
    for report in reports:
        stamps[report.document.outlet].append(report.stamp)
    firsts = sorted((min(own), outlet) for outlet, own in stamps.items())[:2]
    lasts = sorted((max(own), outlet) for outlet, own in stamps.items())[-2:]
    return {
        outlet: (
            next(stamp for stamp, other in firsts if other != outlet),
            next(stamp for stamp, other in reversed(lasts) if other != outlet),
        )
        for outlet in (stamps if len(stamps) > 1 else ())
    }


def _about_then(one: Telling, other: Telling) -> bool:
    """Was *other* told by another outlet, about when *one* was?"""
    told = one.stamp is not None and other.stamp is not None and abs(one.stamp - other.stamp) < APART
    return told and one.claim.outlet != other.claim.outlet


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
    """Do the sentences of the two have LIKELY many words in common, and FEWEST of them?"""
    a, b = frame_of(one.claim).context, frame_of(other.claim).context
    return len(a & b) >= FEWEST and len(a & b) ** 2 >= LIKELY**2 * len(a) * len(b)
