"""How what is told lies to a time: the words before it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from discrepancy.knowledge.calendar import RelationRow
from discrepancy.model import Relation

LONGEST = 4
"""How many words a relation may have."""


@dataclass(frozen=True, slots=True)
class Relations:
    """The rows on relations by their words, those that follow another first, and the *last* of the words of each."""

    rows: Mapping[tuple[str, ...], tuple[RelationRow, ...]]
    last: frozenset[str]


class Told(NamedTuple):
    """A time told: the relation to it, the words that said so, and where it ends."""

    relation: Relation = Relation.IN
    words: str = ""
    end: int = -1


def compile_relations(rows: Iterable[RelationRow]) -> Relations:
    """Index *rows* by their words."""
    found: dict[tuple[str, ...], list[RelationRow]] = {}
    for row in sorted(rows, key=lambda row: not row.follows):
        for phrase in row.phrases:
            found.setdefault(tuple(phrase.split()), []).append(row)
    by_words = {words: tuple(options) for words, options in found.items()}
    return Relations(by_words, frozenset(words[-1] for words in by_words))


def relation_of(texts: Sequence[str], place: tuple[int, int], before: Told, relations: Relations) -> Told:
    """The relation to the time at *place*, by the longest words before it or by its own first word.

    *before* is the time told before it.
    """
    end = place[1]
    for first, words in _stretches(texts, place, max(0, before.end), relations.last):
        for row in relations.rows.get(words, ()):
            if not row.follows or (before.end == first and before.words in row.follows):
                event = row.event is not None and end < len(texts) and texts[end] in {"'s", "’s"}
                return Told(row.event if row.event and event else row.relation, " ".join(words), end)
    return Told(end=end)


def _stretches(
    texts: Sequence[str], place: tuple[int, int], floor: int, last: frozenset[str]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The words to ask and where they start: those before, if one of *last* ends them, then the time's own first word.

    The longest stretch comes first; none begins before *floor*.
    """
    start, end = place
    if start > floor and texts[start - 1].lower() in last:
        words = tuple(text.lower() for text in texts[max(floor, start - LONGEST) : start])
        yield from ((start - length, words[-length:]) for length in range(len(words), 0, -1))
    if end - start > 1:
        yield start, (texts[start].lower(),)
