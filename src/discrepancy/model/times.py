"""Times: TIMEX3 values with the interval they leave possible."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from discrepancy.interval import Interval


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


class Anchor(StrEnum):
    """What a relative expression is resolved against."""

    NONE = "none"  # absolute, or not resolved
    PUBLISHED = "published"
    NARRATIVE = "narrative"  # a date named before it in the text


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression, resolved: *value* and *mod* as in TIMEX3, *interval* of aware times (UTC where no zone is given).

    *interval* is None for durations, sets and references without a date (PAST_REF). *ambiguous* says that the text allows
    another reading (the interval then spans both), *doubtful* that the anchor is not to be trusted, *local* that a clock time has no
    stated zone. *misfit* says what is right where the expression contradicts itself (a weekday that does not fit its date).
    """

    type: TimexType
    value: str
    mod: str | None = None
    grain: Grain | None = None
    anchor: Anchor = Anchor.NONE
    interval: Interval[datetime] | None = None
    ambiguous: bool = False
    doubtful: bool = False
    local: bool = False
    misfit: str = ""
