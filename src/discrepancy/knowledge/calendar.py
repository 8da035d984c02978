"""Tables on the calendar and the clock: the words, and the forms that English puts them in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from discrepancy.knowledge.rows import Examples, table


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
