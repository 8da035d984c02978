"""The libraries that stages may call, as plain functions: the stages know their types, the adapters their names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import NamedTuple


class Token(NamedTuple):
    """A word of a parsed sentence; *start* and *end* count from its beginning, *head* is an index in the parse."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


Parse = tuple[Token, ...]


class Dated(NamedTuple):
    """A phrase resolved to the start of a period; *grain* is "day", "week", "month", "quarter", "year" or "time"."""

    time: datetime
    grain: str


class Measure(NamedTuple):
    """A physical unit in a base unit: value_in_base = value * scale + offset."""

    name: str
    dimension: str
    base: str
    scale: Fraction
    offset: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Toolbox:
    """What the stages ask of libraries.

    *measure_of* recognises a physical unit by its text ("kWh", "milligrams per litre"); *date_of* resolves a phrase
    against a base time; *parse* parses sentences.
    """

    measure_of: Callable[[str], Measure | None]
    date_of: Callable[[str, datetime], Dated | None]
    parse: Callable[[Sequence[str]], list[Parse]]
