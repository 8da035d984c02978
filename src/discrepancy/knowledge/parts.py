"""Tables on wholes and their parts."""

from collections.abc import Mapping
from dataclasses import dataclass

from discrepancy.knowledge.quantities import WordsRow
from discrepancy.knowledge.rows import Examples, table


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """Words for the *parts* of a whole, each with the name of its part; nothing is in two of these."""

    parts: Mapping[str, str]
    examples: Examples


@dataclass(frozen=True, slots=True)
class PartTables:
    """Tables on wholes and their parts."""

    divisions: tuple[DivisionRow, ...] = table("en/parts.toml", "division")
    counted: tuple[WordsRow, ...] = table("en/parts.toml", "counted")
    apart: tuple[WordsRow, ...] = table("en/parts.toml", "apart")
