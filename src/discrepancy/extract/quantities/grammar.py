"""What the tables on quantities come to, indexed for reading."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from discrepancy.extract.quantities.words import Phrases
from discrepancy.knowledge.quantities import (
    CurrencyRow,
    HedgeRow,
    NoneRow,
    UnitRow,
    VagueRow,
)
from discrepancy.model import Change
from discrepancy.toolbox import Measure

Set = frozenset[str]
MeasureOf = Callable[[str], Measure | None]


def _unknown(_: str) -> None:
    """What a grammar knows of units beyond its tables."""


@dataclass(frozen=True, slots=True)
class Numerals:
    """Number words by their worth."""

    cardinals: dict[str, Decimal]
    magnitudes: dict[str, Decimal]
    shorts: dict[str, Decimal]
    fractions: dict[str, Decimal]
    ordinals: Set
    parts: Set
    metred: Set
    apart: Set
    ranks: dict[str, Decimal]
    ranked: Set
    vague: Phrases[VagueRow]


@dataclass(frozen=True, slots=True)
class Ranks:
    """Words by which an ordinal counts: *leads* before it, its *owners*, what it *spans*, and what is *unranked*.

    Of what is *running* even times count. What *finishes* third, or comes *into* third place, is ranked by that.
    """

    leads: Set
    owners: Set
    spans: Set
    unranked: Set
    running: Set
    finishes: Set
    into: Set


@dataclass(frozen=True, slots=True)
class Zeros:
    """Words for none, what must *follow* them, and what there is none of; what says so of *wholes* by itself."""

    none: Phrases[NoneRow]
    follow: Set
    lacking: Set
    harm: Set
    unharmed: Set
    wholes: Set


@dataclass(frozen=True, slots=True)
class Nouns:
    """Words that tell what is counted."""

    irregular: dict[str, str]
    superlative: dict[str, str]
    plural: Set
    people: Set
    auxiliary: Set
    stop: Set
    folk: Set
    dropped: Set
    describing: Set
    compound: Set
    eminent: Set
    determiners: Set
    not_one: Set
    limiting: Set


@dataclass(frozen=True, slots=True)
class Codes:
    """Words that tell a date or a score from a quantity."""

    behind: Phrases[bool]
    dayparts: Phrases[bool]
    months: Set
    contests: Set
    not_alone: Set


@dataclass(frozen=True, slots=True)
class Ages:
    """Words that tell an age; *stages* are the first and the last years of a part of a decade."""

    persons: Set
    parents: Set
    crowds: Set
    all: Set
    aged: Set
    being: Set
    pronouns: Set
    lifetimes: dict[str, Decimal]
    stages: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Names:
    """Words that make a number a name, and idioms by their first and by their last word."""

    designators: Set
    series: Set
    turns: Set
    captions: Set
    idioms: Phrases[bool]
    idiom_ends: Phrases[bool]


@dataclass(frozen=True, slots=True)
class Money:
    """Currencies by the ways they are written: signs in lower case, codes in capitals."""

    signs_before: Phrases[CurrencyRow]
    signs_after: Phrases[CurrencyRow]
    codes: dict[str, CurrencyRow]
    names: Phrases[CurrencyRow]
    sterling: Set
    weighing: Set
    word_codes: Set
    loose: Set
    prices: Set
    now: Set
    steady: Set


@dataclass(frozen=True, slots=True)
class Units:
    """Units by their names and symbols, and what amounts are told per."""

    names: Phrases[UnitRow]
    symbols: Phrases[UnitRow]
    leading: dict[str, UnitRow]
    scales: dict[str, Fraction]
    divisors: dict[str, str]
    periods: Set
    no_rates: Set


@dataclass(frozen=True, slots=True)
class Hints:
    """Words that loosen a figure, or give it a direction.

    *particles* are a word and the hedge that belongs to it, with whether that holds of more than counts.
    """

    hedges_before: Phrases[HedgeRow]
    hedges_after: Phrases[HedgeRow]
    changes_before: Phrases[Change]
    changes_by: Phrases[Change]
    changes_after: Phrases[Change]
    between: Set
    phrasal: Set
    earned: Set
    levels: Phrases[bool]
    paces: Set
    moving: Set
    particles: dict[tuple[str, str], bool]
    addressed: Set
    lasting: Set


@dataclass(frozen=True, slots=True)
class Degrees:
    """What degrees are counted from: phrases behind them, and those before them that are *parting* two temperatures."""

    differing: Phrases[bool]
    parting: Phrases[bool]
    below_zero: Phrases[bool]
    below_freezing: Phrases[bool]
    above_freezing: Phrases[bool]


@dataclass(frozen=True, slots=True)
class FigureGrammar:
    """The tables on quantities, compiled.

    *seed* finds the places where a figure may stand, *measure_of* knows units that no table has.
    """

    seed: re.Pattern[str]
    numerals: Numerals
    units: Units
    money: Money
    hints: Hints
    nouns: Nouns
    codes: Codes
    names: Names
    ages: Ages
    zeros: Zeros
    ranks: Ranks
    degrees: Degrees
    measure_of: MeasureOf = _unknown
