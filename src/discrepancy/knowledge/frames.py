"""Tables on frames."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FrameTables:
    """Tables on frames."""
