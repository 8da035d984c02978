"""A figure among the words that give it."""

from dataclasses import dataclass

from discrepancy.model import Figure


@dataclass(frozen=True, slots=True)
class Read:
    """A figure and the words that give it; *bare* has neither unit nor noun."""

    figure: Figure
    start: int
    end: int
    bare: bool = False
