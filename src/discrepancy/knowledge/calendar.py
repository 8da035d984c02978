"""Tables on the calendar and the clock: the words, and the forms that English puts them in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from discrepancy.knowledge.rows import Examples, table
from discrepancy.model import Grain, Relation


@dataclass(frozen=True, slots=True)
class WordRow:
    """Words of one *category* and what each means in it; words with a capital stand only so."""

    category: str
    means: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Figures that a regular expression fits as a whole, and their categories; the first row that fits holds."""

    pattern: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of patterns, by name."""

    name: str
    pattern: str


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form of times: a pattern over categories, the sense that resolves it, and what it sets besides its roles.

    *examples* map a text to the type and value of the first time in it, as read on Thursday 30 May 2024.
    """

    pattern: str
    sense: str
    type: str = "DATE"
    set: Mapping[str, str] = field(default_factory=dict)
    examples: Examples = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A day with a name, as a pattern of forms, and when it falls."""

    pattern: str
    falls: str
    examples: Examples


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """Zones of the clock: name to distance from Greenwich, or to two of them, the second in the American summer.

    *examples* map a text to the moment of the first time in it.
    """

    names: Mapping[str, str]
    examples: Examples


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Places whose clocks show one of *offsets*."""

    offsets: tuple[str, ...]
    names: tuple[str, ...]


Bound = Literal["", "start", "end", "well before", "well after"]
"""A bound of what a relation leaves, by the time it relates to; none where it is empty."""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Words before a time, and what they leave: from *lower* to *upper*, each "start", "end", "well before" or none.

    *follows* are words of which some must stand before the time just before ("from May to July"); *event* is the
    relation to the time where it only names an event ("before Tuesday's vote"). *examples* map a text to what the last
    time in it leaves.
    """

    relation: Relation
    phrases: tuple[str, ...]
    lower: Bound = ""
    upper: Bound = ""
    follows: tuple[str, ...] = ()
    event: Relation | None = None
    examples: Examples = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """The part of a period that its edge takes up, in shares of it; *tip* where the edge is a noun ("the end of")."""

    edges: tuple[str, ...]
    grains: tuple[Grain, ...]
    lower: Fraction
    upper: Fraction
    tip: bool = False
    examples: Examples = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LooseRow:
    """How many days before and after itself a period named by its unit may be meant; *fiscal* ones have their own."""

    grains: tuple[Grain, ...]
    before: int
    after: int
    examples: Examples
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class DistanceRow:
    """How far a count of *units* may be off: by a *share* of it, but not less than *least*, both ways, in seconds."""

    units: tuple[str, ...]
    length: int
    least: Fraction
    share: Fraction
    examples: Examples


@dataclass(frozen=True, slots=True)
class ClockRow:
    """How many minutes before and after a clock reading may be meant, by its hedge and how round its minutes are."""

    before: int
    after: int
    hedge: str = ""
    multiple: int = 1
    examples: Examples = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CalendarTables:
    """Tables on the calendar and the clock."""

    words: tuple[WordRow, ...] = table("en/calendar.toml", "word")
    figures: tuple[FigureRow, ...] = table("en/calendar.toml", "figure")
    parts: tuple[PartRow, ...] = table("en/times.toml", "part")
    forms: tuple[FormRow, ...] = table("en/times.toml", "form")
    holidays: tuple[HolidayRow, ...] = table("en/holidays.toml", "holiday")
    zones: tuple[ZoneRow, ...] = table("en/zones.toml", "zone")
    places: tuple[PlaceRow, ...] = table("en/zones.toml", "place")
    relations: tuple[RelationRow, ...] = table("en/relations.toml", "relation")
    edges: tuple[EdgeRow, ...] = table("slack.toml", "edge")
    loose: tuple[LooseRow, ...] = table("slack.toml", "loose")
    distances: tuple[DistanceRow, ...] = table("slack.toml", "distance")
    clocks: tuple[ClockRow, ...] = table("slack.toml", "clock")
