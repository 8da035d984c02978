"""The tables on quantities, indexed for reading."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from discrepancy.extract.quantities.words import Phrases, phrases
from discrepancy.knowledge.quantities import (
    CurrencyRow,
    HedgeRow,
    NoneRow,
    NumberRow,
    QuantityTables,
    UnitRow,
    VagueRow,
    WordsRow,
)
from discrepancy.model import Change

FRACTION_SIGNS = {
    "½": Decimal("0.5"),
    "⅓": Decimal("0.3333333333"),
    "⅔": Decimal("0.6666666667"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅕": Decimal("0.2"),
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}


@dataclass(frozen=True, slots=True)
class Numerals:
    """Number words by their worth."""

    cardinals: dict[str, Decimal]
    magnitudes: dict[str, Decimal]
    shorts: dict[str, Decimal]
    fractions: dict[str, Decimal]
    vague: Phrases[VagueRow]
    none: Phrases[NoneRow]


@dataclass(frozen=True, slots=True)
class Nouns:
    """Words that tell what is counted."""

    irregular: dict[str, str]
    superlative: dict[str, str]
    plural: frozenset[str]
    people: frozenset[str]
    stop: frozenset[str]
    dropped: frozenset[str]
    describing: frozenset[str]
    compound: frozenset[str]


@dataclass(frozen=True, slots=True)
class Codes:
    """Words that tell a name, a date or a score from a quantity."""

    designators: frozenset[str]
    behind: Phrases[bool]
    months: frozenset[str]
    years: frozenset[str]
    contests: frozenset[str]


@dataclass(frozen=True, slots=True)
class Money:
    """Currencies by the ways they are written."""

    signs: dict[str, CurrencyRow]
    codes: dict[str, CurrencyRow]
    names: Phrases[CurrencyRow]


@dataclass(frozen=True, slots=True)
class FigureGrammar:
    """The tables on quantities, compiled."""

    seed: re.Pattern[str]
    numerals: Numerals
    names: Phrases[UnitRow]
    symbols: Phrases[UnitRow]
    money: Money
    hedges_before: Phrases[HedgeRow]
    hedges_after: Phrases[HedgeRow]
    changes_before: Phrases[Change]
    changes_after: Phrases[Change]
    between: frozenset[str]
    nouns: Nouns
    codes: Codes


def compile_figures(tables: QuantityTables) -> FigureGrammar:
    """Compile *tables*, once a run."""
    numerals = _numerals(tables)
    return FigureGrammar(
        seed=_seed(numerals),
        numerals=numerals,
        names=phrases((name.lower(), row) for row in tables.units for name in row.names),
        symbols=phrases((symbol, row) for row in tables.units for symbol in row.symbols),
        money=_money(tables.currencies),
        hedges_before=phrases(((text, row) for row in tables.hedges for text in row.before), last=True),
        hedges_after=phrases((text, row) for row in tables.hedges for text in row.after),
        changes_before=phrases(((text, row.direction) for row in tables.changes for text in row.before), last=True),
        changes_after=phrases((text, row.direction) for row in tables.changes for text in row.after),
        between=_words(tables.between),
        nouns=_nouns(tables),
        codes=_codes(tables),
    )


def _seed(numerals: Numerals) -> re.Pattern[str]:
    """Finds the places where a figure may stand."""
    vague = {phrase[-1] for found in numerals.vague.by_word.values() for phrase, _ in found if phrase[-1] != "of"}
    vague |= {phrase[-2] for found in numerals.vague.by_word.values() for phrase, _ in found if phrase[-1] == "of"}
    none = {phrase[0] for found in numerals.none.by_word.values() for phrase, _ in found}
    words = {*numerals.cardinals, *numerals.magnitudes, *numerals.fractions, *vague, *none}
    return re.compile(rf"[\d{''.join(FRACTION_SIGNS)}]|(?<![^\W_])(?i:{'|'.join(sorted(words))})(?![^\W_])")


def _numerals(tables: QuantityTables) -> Numerals:
    return Numerals(
        _worth(tables.cardinals),
        _worth(tables.magnitudes),
        _worth(tables.shorts),
        _worth(tables.fractions),
        phrases((phrase, row) for row in tables.vague for phrase in row.phrases),
        phrases((word, row) for row in tables.none for word in row.words),
    )


def _nouns(tables: QuantityTables) -> Nouns:
    return Nouns(
        {plural: one for row in tables.irregular for plural, one in row.words.items()},
        {most: plain for row in tables.superlative for most, plain in row.words.items()},
        _words(tables.plural),
        _words(tables.people),
        _words(tables.stop),
        _words(tables.dropped),
        _words(tables.describing),
        _words(tables.compound),
    )


def _codes(tables: QuantityTables) -> Codes:
    return Codes(
        _words(tables.designators),
        phrases((word, True) for row in tables.behind for word in row.words),
        _words(tables.months),
        _words(tables.years),
        _words(tables.contests),
    )


def _money(rows: Iterable[CurrencyRow]) -> Money:
    rows = tuple(rows)
    codes = {row.code: row for row in rows if row.scale == 1}
    return Money(
        {sign.upper().replace(" ", ""): row for row in rows for sign in row.signs},
        codes,
        phrases((name.lower(), row) for row in rows for name in row.names),
    )


def _worth(rows: Iterable[NumberRow]) -> dict[str, Decimal]:
    return {word: worth for row in rows for word, worth in row.words.items()}


def _words(rows: Iterable[WordsRow]) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.words)
