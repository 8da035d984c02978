"""What the tables know of words, as matching asks it."""

from collections.abc import Mapping
from dataclasses import dataclass

from discrepancy.knowledge.frames import FrameTables
from discrepancy.knowledge.matching import MatchTables


@dataclass(frozen=True, slots=True)
class Kinds:
    """What the tables know of words.

    Measures that are akin or never the same, counts and lengths of which a document tells one value; words for persons,
    for speakers, for how far a figure reaches ("worldwide").
    """

    kinship: Mapping[frozenset[str], str]
    single: frozenset[str]
    once: frozenset[str]
    persons: frozenset[str]
    speakers: frozenset[str]
    extents: frozenset[str]


def compile_kinds(frames: FrameTables, matching: MatchTables) -> Kinds:
    """Index the tables, once a run."""
    kinship = {
        frozenset((row.name, other)): level
        for row in frames.attributes
        for level, others in (("akin", row.akin), ("unlike", row.unlike))
        for other in others
    }
    words = {row.kind: frozenset(row.words) for row in matching.nouns}
    single = frozenset(row.name for row in frames.attributes if row.growing) | {"age"}
    extents = frozenset(word for row in frames.scopes if row.kind == "extent" for word in row.words)
    once = frozenset(row.name for row in frames.attributes if row.once)
    return Kinds(kinship, single, once, words.get("person", frozenset()), words.get("speaker", frozenset()), extents)
