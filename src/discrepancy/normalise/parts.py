"""Wholes whose parts come to more: "14 people: eight men, five women and two children"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from discrepancy.knowledge.parts import PartTables
from discrepancy.knowledge.quantities import FormsRow, WordsRow
from discrepancy.model import Claim

_FIGURE = r"\A[\w-]+(?:[,.]\d+)*"  # words of several, as "one hundred and five", are passed over
_MOST = 6
"""The parts that one sentence tells; more are a list."""


@dataclass(frozen=True, slots=True)
class PartGrammar:
    """How the text goes on from a *whole* to its first part, and from a *part* to the next or, at the *last*, to none.

    *divisions* name the part that a word tells of, each of parts of which nothing is in two.
    """

    whole: re.Pattern[str]
    part: re.Pattern[str]
    last: re.Pattern[str]
    divisions: tuple[Mapping[str, str], ...]


def compile_parts(tables: PartTables) -> PartGrammar:
    """*tables* as patterns, once a run."""
    joining, before, behind = (_any(rows) for rows in (tables.joining, tables.before, tables.behind))
    part = rf"{_FIGURE}(?:\W{{1,2}}{before})*\W{{1,2}}({_any(tables.divisions)})\b(?:\s{behind}\b)*"
    between = rf"(?:\s(?!{_any(tables.apart)}\b)[^\W\d]+){{0,5}}"
    joint = rf"\s?(?:,|:|\(|-|–|—)\s?(?:{joining}\s)?"
    return PartGrammar(
        re.compile(rf"{_FIGURE}(?:\s[^\W\d]+){{0,3}}?\s{_any(tables.counted)}\b{between}{joint}\Z"),
        re.compile(rf"{part},?\s(?:(?:and|plus|as\swell\sas)\s)?\Z"),
        re.compile(rf"{part}(?=\s?(?:[.,;:)–—]|-\s|\Z))"),
        tuple(row.words for row in tables.divisions),
    )


def _any(rows: Iterable[FormsRow | WordsRow]) -> str:
    """A pattern for any word of *rows*, the longest first."""
    words = sorted({word for row in rows for word in row.words}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, words))})"


def with_parts(claims: Sequence[Claim], grammar: PartGrammar) -> Iterator[Claim]:
    """*claims* of one document, in the order of the text; wholes whose parts come to more say so."""
    over = {
        claim.id: right
        for _, said in groupby((one for one in claims if _is_count(one)), key=lambda one: one.sentence)
        for claim, right in _overfull(list(said), grammar)
    }
    for claim in claims:
        told = claim.id in over and claim.quantity
        yield replace(claim, quantity=replace(told, misfit=over[claim.id])) if told else claim


def _is_count(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.dimension == "count" and not claim.quantity.vague


def _overfull(counts: Sequence[Claim], grammar: PartGrammar) -> Iterator[tuple[Claim, str]]:
    """Those of the *counts* of one sentence whose parts come to more, and to what."""
    for at, whole in enumerate(counts[:-2]):
        if grammar.whole.match(_up_to(whole, counts[at + 1])):
            parts = _parts(counts[at + 1 : at + 2 + _MOST], grammar)
            least = [one.quantity.interval.lower for one in parts if one.quantity]
            most = whole.quantity.interval.upper if whole.quantity else None
            known = [one for one in least if one is not None]
            if most is not None and len(known) == len(least) > 1 and sum(known) > most:
                yield whole, f"{' + '.join(map(_shown, known))} is {_shown(sum(known, Decimal()))}"


def _up_to(claim: Claim, following: Claim | None) -> str:
    """The text from *claim* to the *following* one, else to the end of its sentence."""
    return claim.document.text[claim.span.start : following.span.start if following else claim.sentence.end]


def _parts(counts: Sequence[Claim], grammar: PartGrammar) -> list[Claim]:
    """Those of *counts*, from the first on, that are parts of one whole; none where they may be of something else."""
    words: list[str] = []
    for claim, following in zip(counts[:_MOST], (*counts[1:], None), strict=False):
        text = _up_to(claim, following)
        found = grammar.part.match(text) or grammar.last.match(text)
        if found is None:
            break
        words.append(found[1])
        if found.re is grammar.last:
            parted = any(_are_apart(words, division) for division in grammar.divisions)
            return [*counts[: len(words)]] if parted else []
    return []


def _are_apart(words: Sequence[str], division: Mapping[str, str]) -> bool:
    """Do *words* tell of as many parts of *division*?"""
    return len({division[word] for word in words if word in division}) == len(words)


def _shown(number: Decimal) -> str:
    return f"{number:,f}"
