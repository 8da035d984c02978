"""Tables on wholes and their parts."""

from dataclasses import dataclass

from discrepancy.knowledge.quantities import FormsRow, WordsRow
from discrepancy.knowledge.rows import table


@dataclass(frozen=True, slots=True)
class PartTables:
    """Tables on wholes and their parts."""

    divisions: tuple[FormsRow, ...] = table("en/parts.toml", "division")
    counted: tuple[WordsRow, ...] = table("en/parts.toml", "counted")
    apart: tuple[WordsRow, ...] = table("en/parts.toml", "apart")
    joining: tuple[WordsRow, ...] = table("en/parts.toml", "joining")
    before: tuple[WordsRow, ...] = table("en/parts.toml", "before")
    behind: tuple[WordsRow, ...] = table("en/parts.toml", "behind")
