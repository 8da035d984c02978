"""Indexes the tables on quantities for reading."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from discrepancy.extract.quantities.grammar import (
    Ages,
    Codes,
    Degrees,
    FigureGrammar,
    Hints,
    Money,
    Names,
    Nouns,
    Numerals,
    Ranks,
    Set,
    Units,
    Zeros,
)
from discrepancy.extract.quantities.words import FRACTION_SIGNS, Phrases, phrases
from discrepancy.knowledge.quantities import FormsRow, NumberRow, QuantityTables, WordsRow


def compile_figures(tables: QuantityTables) -> FigureGrammar:
    """Compile *tables*, once a run."""
    numerals = _numerals(tables)
    return FigureGrammar(
        _seed(numerals, tables),
        numerals,
        _units(tables),
        _money(tables),
        _hints(tables),
        _nouns(tables),
        _codes(tables),
        _names(tables),
        _ages(tables),
        _zeros(tables),
        Ranks(
            _words(tables.leads),
            _words(tables.owners),
            _words(tables.spans),
            _words(tables.unranked),
            _words(tables.running),
            _words(tables.finishes),
            _words(tables.into),
        ),
        _degrees(tables),
    )


def _seed(numerals: Numerals, tables: QuantityTables) -> re.Pattern[str]:
    vague = {
        next(word for word in reversed(phrase) if word != "of")
        for found in numerals.vague.by_word.values()
        for phrase, _ in found
    }
    none = {word for row in tables.none for phrase in row.words for word in phrase.split()[:1]}
    counted = {*numerals.cardinals, *numerals.ranks, *numerals.magnitudes, *numerals.fractions}
    words = counted | vague | none | _worth(tables.lifetimes).keys() | _words(tables.lacking) | _words(tables.unharmed)
    return re.compile(rf"[\d{FRACTION_SIGNS}]|(?<![^\W_])(?:{_by_initial(words)})(?![^\W_])")


def _by_initial(words: Iterable[str]) -> str:
    """*words* in any case as alternatives by their first letters, so that at most places one look suffices."""
    groups = groupby(sorted(words), lambda word: word[0])
    return "|".join(
        f"[{first}{first.upper()}](?i:{'|'.join(re.escape(word[1:]) for word in group)})" for first, group in groups
    )


def _numerals(tables: QuantityTables) -> Numerals:
    return Numerals(
        _worth(tables.cardinals),
        _worth(tables.magnitudes),
        _worth(tables.shorts),
        _worth(tables.fractions),
        _words(tables.ordinals),
        _words(tables.parts),
        _words(tables.metred),
        _words(tables.apart),
        _worth(tables.ranks),
        _words(tables.ranked),
        phrases((phrase, row) for row in tables.vague for phrase in row.phrases),
    )


def _units(tables: QuantityTables) -> Units:
    return Units(
        phrases((name.lower(), row) for row in tables.units for name in row.names),
        phrases((symbol, row) for row in tables.units for symbol in row.symbols),
        {name: row for row in tables.units for name in row.leading},
        {row.name: row.scale for row in tables.units if not row.offset},
        _forms(tables.divisors),
        _words(tables.periods),
        _words(tables.no_rates),
    )


def _money(tables: QuantityTables) -> Money:
    rows = tables.currencies
    signs = [(sign.lower(), row) for row in rows for sign in row.signs]
    return Money(
        phrases(signs, last=True),
        phrases(signs),
        {row.code: row for row in reversed(rows) if row.scale == 1 and row.code.isupper()},
        phrases((name.lower(), row) for row in rows for name in row.names),
        _words(tables.sterling),
        _words(tables.weighing),
        _words(tables.word_codes),
        _words(tables.loose),
        _words(tables.prices),
        _words(tables.now),
        _words(tables.steady),
    )


def _hints(tables: QuantityTables) -> Hints:
    return Hints(
        phrases(((text, row) for row in tables.hedges for text in row.before), last=True),
        phrases((text, row) for row in tables.hedges for text in row.after),
        phrases(((text, row.direction) for row in tables.changes for text in row.before), last=True),
        phrases(((text, row.direction) for row in tables.changes for text in row.by), last=True),
        phrases((text, row.direction) for row in tables.changes for text in row.after),
        _words(tables.between),
        _words(tables.phrasal),
        _words(tables.earned),
        phrases(((text, True) for row in tables.levels for text in row.words), last=True),
        _words(tables.paces),
        _words(tables.moving),
        _particles(tables),
        _words(tables.addressed),
        _words(tables.lasting),
    )


def _particles(tables: QuantityTables) -> dict[tuple[str, str], bool]:
    """Rows that hold of all amounts overrule those that hold of counts."""
    rows = sorted(tables.particles, key=lambda row: row.amounts)
    return {(word, hedge): row.amounts for row in rows for hedge in row.hedges for word in row.behind}


def _nouns(tables: QuantityTables) -> Nouns:
    return Nouns(
        _forms(tables.irregular),
        _forms(tables.superlative),
        _words(tables.plural),
        _words(tables.people),
        _words(tables.auxiliary),
        _words(tables.stop),
        _words(tables.folk),
        _words(tables.dropped),
        _words(tables.describing),
        _words(tables.compound),
        _words(tables.eminent),
        _words(tables.determiners),
        _words(tables.not_one),
        _words(tables.limiting),
    )


def _codes(tables: QuantityTables) -> Codes:
    return Codes(
        phrases((word, True) for row in tables.behind for word in row.words),
        phrases((word, True) for row in tables.dayparts for word in row.words),
        _words(tables.months),
        _words(tables.contests),
        _words(tables.not_alone),
    )


def _names(tables: QuantityTables) -> Names:
    idioms = [(phrase, True) for row in tables.idioms for phrase in row.words]
    return Names(
        _words(tables.designators),
        _words(tables.series),
        _words(tables.turns),
        _words(tables.captions),
        phrases(idioms),
        phrases(idioms, last=True),
    )


def _ages(tables: QuantityTables) -> Ages:
    stages = ((word, years.partition("-")) for row in tables.stages for word, years in row.words.items())
    return Ages(
        _words(tables.persons),
        _words(tables.parents),
        _words(tables.crowds),
        _words(tables.of_all),
        _words(tables.aged),
        _words(tables.being),
        _words(tables.pronouns),
        _worth(tables.lifetimes),
        {word: (int(first), int(last)) for word, (first, _, last) in stages},
    )


def _zeros(tables: QuantityTables) -> Zeros:
    return Zeros(
        phrases((word, row) for row in tables.none for word in row.words),
        frozenset(word for row in tables.none for word in row.follow),
        _words(tables.lacking),
        _words(tables.harm),
        _words(tables.unharmed),
        _words(tables.wholes),
    )


def _degrees(tables: QuantityTables) -> Degrees:
    return Degrees(
        _phrases(tables.differing),
        _phrases(tables.parting, last=True),
        _phrases(tables.below_zero),
        _phrases(tables.below_freezing),
        _phrases(tables.above_freezing),
    )


def _worth(rows: Iterable[NumberRow]) -> dict[str, Decimal]:
    return {word: worth for row in rows for word, worth in row.words.items()}


def _forms(rows: Iterable[FormsRow]) -> dict[str, str]:
    return {word: form for row in rows for word, form in row.words.items()}


def _phrases(rows: Iterable[WordsRow], *, last: bool = False) -> Phrases[bool]:
    return phrases(((words, True) for row in rows for words in row.words), last=last)


def _words(rows: Iterable[WordsRow]) -> Set:
    return frozenset(word for row in rows for word in row.words)
