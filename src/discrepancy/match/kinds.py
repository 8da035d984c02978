"""What the tables know of words, as matching asks it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from discrepancy.knowledge.frames import FrameTables
from discrepancy.knowledge.matching import GrowthRow, MatchTables


@dataclass(frozen=True, slots=True)
class Kinds:
    """What the tables know of words.

    Measures that are akin or never the same, counts and lengths of which a document tells one value; words for persons,
    for speakers, for *anyone* whose age is told, for how far a figure reaches ("worldwide"); nouns of which
    nothing is two, *opposed*; words for which of several a thing is, *turns*; what says that a toll *grows*.
    """

    kinship: Mapping[frozenset[str], str]
    single: frozenset[str]
    once: frozenset[str]
    persons: frozenset[str]
    speakers: frozenset[str]
    anyone: frozenset[str]
    extents: frozenset[str]
    opposed: frozenset[frozenset[str]]
    turns: Mapping[str, str]
    grows: re.Pattern[str]


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
    persons, speakers, anyone = (words.get(kind, frozenset()) for kind in ("person", "speaker", "anyone"))
    opposed = frozenset(frozenset(row.words) for row in matching.opposed)
    turns = {word: turn for row in matching.turns for word, turn in row.words.items()}
    grows = _growth(matching.growth)
    return Kinds(kinship, single, once, persons, speakers, persons | anyone, extents, opposed, turns, grows)


def turn_in(words: Sequence[str], thing: str, turns: Mapping[str, str]) -> str:
    """Which of several *thing* is by *words*, in lower case, of which one right before it or its adjective says so."""
    told = ((turns.get(word, ""), words[at + 1 : at + 3]) for at, word in enumerate(words))
    return next((turn for turn, behind in told if turn and any(word.startswith(thing) for word in behind)), "")


_BETWEEN = r"(?: [\w'’-]+){0,5}? "
"""A few words between what grows and its verb: "the toll from Friday's blast rose"."""


def _growth(rows: Sequence[GrowthRow]) -> re.Pattern[str]:
    """What fits where a sentence says that a toll grows; nothing fits without rows."""
    found = [rf"(?:{'|'.join(row.what)}){_BETWEEN}(?:{'|'.join(row.verbs)})" for row in rows]
    return re.compile(rf"\b(?:{'|'.join(found)})\b" if found else r"(?!)", re.IGNORECASE)
