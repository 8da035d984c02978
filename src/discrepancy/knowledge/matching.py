"""Tables on matching: what evidence weighs, and words that matter to it."""

from dataclasses import dataclass

from discrepancy.knowledge.quantities import FormsRow, WordsRow
from discrepancy.knowledge.rows import Examples, table


@dataclass(frozen=True, slots=True)
class WeightRow:
    """The match weight of one level of a comparison: log2 of how much likelier it is among claims on the same fact.

    *pairs* is the number of annotated pairs on the level. Quantities and times (*kind*) have weights of their own;
    those of the "first" sweep rank the pairs of two documents, those of the "second" decide, of two that differ those
    "apart".
    """

    kind: str
    sweep: str
    comparison: str
    level: str
    weight: float
    pairs: int = 0


@dataclass(frozen=True, slots=True)
class ReasonedRow:
    """The match weight of a level too rare to learn, or told outright, and *why*; it prevails over a learnt one."""

    comparison: str
    level: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class NounRow:
    """Nouns that matter to matching, as lemmas.

    Words for a "person" say little of what is counted; counts of a "speaker" ("two officials said") are no fact.
    *examples* map a clause to the kind of its counted noun, or to "".
    """

    kind: str
    words: tuple[str, ...]
    examples: Examples


@dataclass(frozen=True, slots=True)
class GrowthRow:
    """What is said to grow, and verbs for it in the forms that news has: "the toll rose to 12".

    *examples* map a sentence to "grows", or to "".
    """

    what: tuple[str, ...]
    verbs: tuple[str, ...]
    examples: Examples


@dataclass(frozen=True, slots=True)
class MatchTables:
    """Tables on matching."""

    weights: tuple[WeightRow, ...] = table("weights.toml", "weight")
    reasoned: tuple[ReasonedRow, ...] = table("en/matching.toml", "reasoned")
    nouns: tuple[NounRow, ...] = table("en/matching.toml", "noun")
    opposed: tuple[WordsRow, ...] = table("en/matching.toml", "opposed")
    turns: tuple[FormsRow, ...] = table("en/matching.toml", "turn")
    growth: tuple[GrowthRow, ...] = table("en/matching.toml", "growth")
