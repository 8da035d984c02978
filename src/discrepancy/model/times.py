"""Times: TIMEX3 values with the interval they leave possible."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from discrepancy.interval import Interval

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_LAST_SHORT_YEAR = 40
"""Two figures up to here are years of this century."""


def full_year(year: int) -> int:
    """*year*, of which two figures may be all that is printed.

    >>> full_year(24), full_year(87), full_year(1987)
    (2024, 1987, 1987)
    """
    if year >= 100:  # noqa: PLR2004 - two figures
        return year
    return year + (2000 if year <= _LAST_SHORT_YEAR else 1900)


class TimexType(StrEnum):
    """The types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Grain(StrEnum):
    """The unit of calendar or clock in which a time is given."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY_PART = "day_part"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


CLOCK_GRAINS = frozenset({Grain.HOUR, Grain.MINUTE, Grain.SECOND})

WEST, EAST = timedelta(hours=12), timedelta(hours=14)
"""How far clocks may show less and more than Greenwich."""


class Anchor(StrEnum):
    """What a relative expression is resolved against."""

    NONE = "none"  # absolute, or not resolved
    PUBLISHED = "published"
    NARRATIVE = "narrative"  # a date named before it in the text


class Relation(StrEnum):
    """How what is told lies to the time named: "before 2018" names a year and tells of none of its days."""

    IN = "in"
    BEFORE = "before"
    AFTER = "after"
    BY = "by"
    SINCE = "since"
    UNTIL = "until"
    FROM = "from"
    TO = "to"
    ABOUT = "about"
    ANY = "any"  # "before and after 2018": at no time that could be held against another


_EDGES = frozenset({Relation.FROM, Relation.TO, Relation.SINCE})


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression, resolved: *value* and *mod* as in TIMEX3, *named* the time that the value takes up.

    *interval* is the time that the words leave for what they tell, by their relation to the time named ("before 2018")
    and by how loosely they are used ("two years ago"). Both are None for durations, sets and references without a date
    (PAST_REF), and in UTC where no zone is given.
    *ambiguous* says that the text allows another reading (the interval then spans both), *doubtful* that the anchor is
    not to be trusted, *local* that a clock time has no stated zone; *clocks* are then the distances from Greenwich that
    clocks show at the place that it is told of, none where it is not known which that is, and *there* that the text
    says it is the clock of where it happened ("local time"). *dated* says that the day is told by its date, so that at
    most the year is reckoned. *misfit* says what is right where the expression contradicts itself (a weekday that does
    not fit its date), *other* then is the time that a second clock gives.
    """

    type: TimexType
    value: str
    mod: str | None = None
    grain: Grain | None = None
    anchor: Anchor = Anchor.NONE
    interval: Interval[datetime] | None = None
    named: Interval[datetime] | None = None
    relation: Relation = Relation.IN
    ambiguous: bool = False
    doubtful: bool = False
    local: bool = False
    clocks: tuple[timedelta, ...] = ()
    there: bool = False
    dated: bool = False
    misfit: str = ""
    other: "Timex | None" = None

    @property
    def is_edge(self) -> bool:
        """Is it the beginning or the end of a range?"""
        return self.relation in _EDGES

    @property
    def zoned(self) -> bool:
        """Is it a moment whose zone is known, rather than a day or a clock of some place?"""
        return self.grain in CLOCK_GRAINS and not self.local

    def meets(self, other: "Timex") -> bool:
        """Can both be true: by the calendar and the clock of one place, or as moments where both zones are known?

        Of two ranges ("from 1965 to 1981") the beginnings are held against each other, and the ends. Two clocks that
        are not known to be of one place may show the same moment, or both that of the place where it happened.
        """
        edges = self.relation is other.relation and self.is_edge
        first, second = (self.named, other.named) if edges else (self.interval, other.interval)
        if first is None or second is None:
            return True
        if self.zoned == other.zoned:
            apart = self.local and other.local and {self.grain, other.grain} <= CLOCK_GRAINS
            apart = apart and not (self.clocks and self.clocks == other.clocks) and not (self.there and other.there)
            told = first.overlaps(second)
            return told or (apart and _moment(first, self.clocks).overlaps(_moment(second, other.clocks)))
        return _anywhere(first).overlaps(second) if self.zoned else first.overlaps(_anywhere(second))


def doubted(timex: Timex) -> Timex:
    """*timex*, counted from a day that is not to be trusted: neither year nor weekday can be held against it."""
    return replace(timex, doubtful=True, misfit=timex.misfit if timex.other else "")


def _moment(shown: Interval[datetime], clocks: Sequence[timedelta]) -> Interval[datetime]:
    """The moments at which one of *clocks*, or any on earth where there are none, may show a time in *shown*."""
    lower, upper = shown.lower, shown.upper
    return Interval(
        lower - max(clocks, default=EAST) if lower and MINYEAR < lower.year < MAXYEAR else None,
        upper - min(clocks, default=-WEST) if upper and MINYEAR < upper.year < MAXYEAR else None,
    )


def _anywhere(moment: Interval[datetime]) -> Interval[datetime]:
    """What the clocks of all zones may show at *moment*."""
    lower, upper = moment.lower, moment.upper
    return Interval(
        lower - WEST if lower and lower.year > MINYEAR else None,
        upper + EAST if upper and upper.year < MAXYEAR else None,
    )


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A temporal expression as its words give it, before anything is reckoned.

    *sense* names how it is resolved. Calendar fields hold what is said and None for what is not: years before Christ
    are 0 and below, seasons count from winter, *clock* is "22:30", *other* the second clock in parentheses and its
    zone, *holiday* the rule of when it falls. *shift* counts units from the anchor, which is the date told last where
    *story* holds. *vague* marks a count that is no number ("several"). *tense* is the sign of the verb before it:
    behind (-1) or ahead (1) of publication, *torn* that it may as well be the other way, *over* that it is surely
    behind. *until* and *since* are the other end of a range in the same field. *tip*
    marks a narrow edge: the end of 2016, not late 2016. *beside* is the time told next to a distance from it.
    """

    sense: str
    type: TimexType
    value: str = ""
    mod: str | None = None
    year: int | None = None
    century: int | None = None
    decade: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    clock: str | None = None
    zone: str | None = None
    other: tuple[str, str] | None = None
    holiday: str | None = None
    count: Decimal | None = None
    vague: bool = False
    unit: str | None = None
    more: tuple[Decimal, str] | None = None
    shift: int | None = None
    story: bool = False
    fiscal: bool = False
    tense: int = 0
    torn: bool = False
    over: bool = False
    tip: bool = False
    relation: Relation = Relation.IN
    until: int | None = None
    since: int | None = None
    beside: "TimePhrase | None" = None
