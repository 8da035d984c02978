"""The time that words leave: what they name, made wider or narrower by their looseness and their relation to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from math import ceil, floor

from discrepancy.interval import Interval
from discrepancy.knowledge.calendar import CalendarTables, ClockRow, DistanceRow, EdgeRow, LooseRow, RelationRow
from discrepancy.model import CLOCK_GRAINS, Grain, Relation, TimePhrase, Timex
from discrepancy.normalise.times.periods import MONTHS, Period, interval_of, midnight
from discrepancy.normalise.times.reckoning import spanning
from discrepancy.normalise.times.story import Story

FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
DAY, MINUTE = timedelta(1), timedelta(minutes=1)
_SECOND = timedelta(seconds=1)

Times = Interval[datetime]


@dataclass(frozen=True, slots=True)
class Slack:
    """The rows on how loosely times are told, by what they are asked for."""

    edges: Mapping[tuple[str, Grain, bool], EdgeRow]
    loose: Mapping[tuple[Grain, bool], LooseRow]
    distances: Mapping[str, DistanceRow]
    clocks: tuple[ClockRow, ...]
    relations: Mapping[Relation, RelationRow]


def compile_slack(tables: CalendarTables) -> Slack:
    """Index *tables*, once a run."""
    return Slack(
        {(edge, grain, row.tip): row for row in tables.edges for edge in row.edges for grain in row.grains},
        {(grain, row.fiscal): row for row in tables.loose for grain in row.grains},
        {unit: row for row in tables.distances for unit in row.units},
        tables.clocks,
        {row.relation: row for row in tables.relations},
    )


def loosened(timex: Timex, phrase: TimePhrase, story: Story, slack: Slack) -> Timex:
    """*timex* with the time that the words of *phrase*, told in *story*, leave for what they tell."""
    named = timex.interval
    if named is None or named.lower is None or named.upper is None:
        return replace(timex, relation=phrase.relation)
    if phrase.sense == "distance":
        interval = _counted(named, timex, phrase, story, slack)
    elif timex.grain in CLOCK_GRAINS:
        interval = _read(named, timex, phrase, slack.clocks)
    else:
        interval = _edged(named, timex, phrase, story, slack)
    sharp = interval == named and not timex.ambiguous and timex.grain not in CLOCK_GRAINS | {Grain.DAY_PART}
    related = _related(interval, slack.relations.get(phrase.relation), sharp=sharp) if _is_one_end(phrase) else interval
    return replace(timex, interval=related, named=timex.named or named, relation=phrase.relation)


def _is_one_end(phrase: TimePhrase) -> bool:
    """Is *phrase* not the end of a range, which leaves the whole of it?"""
    return phrase.until is None and phrase.since is None


def _edged(named: Times, timex: Timex, phrase: TimePhrase, story: Story, slack: Slack) -> Times:
    """What an edge leaves of a period, or the period with the slack of its own edges."""
    lower, upper = _bounds(named)
    if timex.grain is None or not _is_one_end(phrase):
        return named
    edge = slack.edges.get((phrase.mod or "", timex.grain, phrase.tip))
    edge = edge or slack.edges.get((phrase.mod or "", timex.grain, False))
    if edge:
        return _share(lower, upper, edge, timex.grain)
    if phrase.mod in SPLITS and story.published:
        lower, upper = _split(lower, upper, midnight(story.published), phrase.mod)
    row = slack.loose.get((timex.grain, phrase.fiscal))
    if row is None:
        return Interval(lower, upper)
    return Interval(
        _moved(lower, -row.before * DAY), _moved(upper, row.after * DAY if upper == named.upper else DAY * 0)
    )


SPLITS = frozenset({"ON_OR_BEFORE", "ON_OR_AFTER"})
"""The edges that the day of publication makes: "earlier this month", "later this month"."""


def _split(lower: datetime, upper: datetime, today: datetime, mod: str) -> tuple[datetime, datetime]:
    """The part of a period up to *today* or from then on."""
    if not lower <= today < upper:
        return lower, upper
    return (lower, min(upper, today + DAY)) if mod == "ON_OR_BEFORE" else (today, upper)


def _share(lower: datetime, upper: datetime, row: EdgeRow, grain: Grain) -> Times:
    """The share of a period that *row* gives, in whole months, days or hours, rounded outwards."""
    if grain in MONTHS and grain is not Grain.MONTH:
        return Interval(
            _months_on(lower, floor(row.lower * MONTHS[grain])), _months_on(lower, ceil(row.upper * MONTHS[grain]))
        )
    step = timedelta(hours=1) if grain is Grain.DAY else DAY
    steps = Fraction((upper - lower) // step)
    return Interval(_moved(lower, floor(row.lower * steps) * step), _moved(lower, ceil(row.upper * steps) * step))


def _months_on(time: datetime, count: int) -> datetime:
    """The start of the month *count* months on."""
    month = Period(Grain.MONTH, time.year * 12 + time.month - 1 + count).first_day
    return midnight(month) if month else time


def _counted(named: Times, timex: Timex, phrase: TimePhrase, story: Story, slack: Slack) -> Times:
    """The period that a distance names, and the time around its exact length that the rounding of the count leaves."""
    row = slack.distances.get(phrase.unit or "")
    if row is None or phrase.more or phrase.value:
        return named
    length = Fraction(phrase.count or 1) * row.length
    give = max(row.least, length * row.share) * (2 if phrase.mod else 1)
    if timex.grain in CLOCK_GRAINS:
        lower, upper = _bounds(named)
        return Interval(_moved(lower, -floor(give) * _SECOND), _moved(upper, floor(give) * _SECOND))
    base = interval_of(origin) if (origin := story.anchor(phrase)[0]) else None
    days, margin = floor(length / SECONDS_OF_DAY), floor(give / SECONDS_OF_DAY) * DAY
    if base is None or not 0 < days < FARTHEST:
        return named
    lower, upper = (_moved(bound, days * (phrase.shift or 1) * DAY) for bound in _bounds(base))
    return spanning(named, Interval(_moved(lower, -margin), _moved(upper, margin))) or named


SECONDS_OF_DAY = 86_400
FARTHEST = 3_600_000
"""More days than the calendar has."""


def _read(named: Times, timex: Timex, phrase: TimePhrase, clocks: Iterable[ClockRow]) -> Times:
    """The time that a clock reading leaves, by its hedge and by how round it is."""
    lower, upper = _bounds(named)
    hedge = phrase.mod if phrase.mod in {row.hedge for row in clocks} else ""
    minutes = lower.minute
    row = next((row for row in clocks if row.hedge == hedge and minutes % row.multiple == 0), None)
    if row is None or (timex.grain is Grain.SECOND and not hedge):
        return named
    return Interval(_moved(lower, -timedelta(minutes=row.before)), _moved(upper - MINUTE, timedelta(minutes=row.after)))


def _related(interval: Times, row: RelationRow | None, *, sharp: bool) -> Times | None:
    """What a relation to *interval* leaves; a time without *sharp* edges is itself left by every relation."""
    if row is None:
        return interval
    start, end = _bounds(interval)
    half = (end - start) / 2
    places = {"start": start, "end": end, "well before": _moved(start, -half), "well after": _moved(end, half)}
    lower, upper = places.get(row.lower), places.get(row.upper)
    if lower is None and upper is None:
        return None
    if not sharp:
        lower, upper = lower and start, upper and end
    return Interval(lower, upper)


def _bounds(interval: Times) -> tuple[datetime, datetime]:
    """Both bounds of an *interval* that has them."""
    return interval.lower or FIRST, interval.upper or LAST


def _moved(time: datetime, by: timedelta) -> datetime:
    """*time* moved *by* so much, but not off the calendar."""
    return time + max(FIRST - time, min(LAST - time, by))
