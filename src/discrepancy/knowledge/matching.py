"""Tables on matching and judging: what evidence weighs."""

from dataclasses import dataclass

from discrepancy.knowledge.rows import table


@dataclass(frozen=True, slots=True)
class WeightRow:
    """The match weight of one level of a comparison: log2 of how much likelier it is among claims on the same fact."""

    comparison: str
    level: str
    weight: float
    pairs: int = 0


@dataclass(frozen=True, slots=True)
class MatchTables:
    """Tables on matching."""

    weights: tuple[WeightRow, ...] = table("weights.toml", "weight")
