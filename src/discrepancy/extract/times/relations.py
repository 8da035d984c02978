"""How what is told lies to a time: the words before it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from discrepancy.knowledge.calendar import RelationRow
from discrepancy.model import Relation

LONGEST = 4
"""How many words a relation may have."""


@dataclass(frozen=True, slots=True)
class Relations:
    """The rows on relations by their words; those that follow another come first."""

    rows: Mapping[tuple[str, ...], tuple[RelationRow, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """A time told: the relation to it, the words that said so, and where it ends."""

    relation: Relation = Relation.IN
    words: str = ""
    end: int = field(default=-1)


def compile_relations(rows: Iterable[RelationRow]) -> Relations:
    """Index *rows* by their words."""
    found: dict[tuple[str, ...], list[RelationRow]] = {}
    for row in sorted(rows, key=lambda row: not row.follows):
        for phrase in row.phrases:
            found.setdefault(tuple(phrase.split()), []).append(row)
    return Relations({words: tuple(options) for words, options in found.items()})


def relation_of(texts: Sequence[str], place: tuple[int, int], before: Told, relations: Relations) -> Told:
    """The relation to the time at *place*, by the longest words before it or by its own first word.

    *before* is the time told before it.
    """
    start, end = place
    for first, last in _stretches(start, max(0, before.end), end):
        words = tuple(text.lower() for text in texts[first:last])
        for row in relations.rows.get(words, ()):
            if not row.follows or (before.end == first and before.words in row.follows):
                event = row.event is not None and end < len(texts) and texts[end] in {"'s", "’s"}
                return Told(row.event if row.event and event else row.relation, " ".join(words), end)
    return Told(end=end)


def _stretches(start: int, floor: int, end: int) -> Iterable[tuple[int, int]]:
    """The stretches of words to ask, the longest first, the time's own first word last."""
    yield from ((first, start) for first in range(max(floor, start - LONGEST), start))
    if end - start > 1:
        yield start, start + 1
