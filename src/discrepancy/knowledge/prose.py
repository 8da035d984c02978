"""How prose is laid out: where sentences end."""

from dataclasses import dataclass

from discrepancy.knowledge.rows import Examples, table


@dataclass(frozen=True, slots=True)
class AbbreviationRow:
    """Words whose full stop does not end a sentence, of some only where one of *before* follows ("(0" is any figure).

    *examples* map a text to its number of sentences.
    """

    words: tuple[str, ...]
    examples: Examples
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrdinaryRow:
    """Words that tell no story from another, in lower case."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProseTables:
    """Tables on the layout of prose."""

    abbreviations: tuple[AbbreviationRow, ...] = table("en/prose.toml", "abbreviation")
    ordinary: tuple[OrdinaryRow, ...] = table("en/prose.toml", "ordinary")
