"""Tables on calendar."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarTables:
    """Tables on calendar."""
