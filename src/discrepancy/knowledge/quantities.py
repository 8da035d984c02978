"""Tables on quantities."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuantityTables:
    """Tables on quantities."""
