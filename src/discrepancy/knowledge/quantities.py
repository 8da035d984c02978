"""Tables on quantities: numbers, units, money, hedges, what is counted, what is none, and how exact a figure is."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from discrepancy.knowledge.rows import Examples, table
from discrepancy.model import Change, Modifier


@dataclass(frozen=True, slots=True)
class NumberRow:
    """Words and what they are worth."""

    words: Mapping[str, Decimal]
    examples: Examples


@dataclass(frozen=True, slots=True)
class VagueRow:
    """Phrases for some *lower* to *upper*, printed as *value*."""

    phrases: tuple[str, ...]
    value: Decimal
    lower: Decimal
    upper: Decimal
    examples: Examples


@dataclass(frozen=True, slots=True)
class NoneRow:
    """Words for zero, where one of *follow* shows that people are counted."""

    words: tuple[str, ...]
    follow: tuple[str, ...]
    examples: Examples


@dataclass(frozen=True, slots=True)
class HedgeRow:
    """Phrases that loosen the figure behind (*before*) or in front of them (*after*); *near*: but not by much."""

    modifier: Modifier
    examples: Examples
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    near: bool = False


@dataclass(frozen=True, slots=True)
class ParticleRow:
    """Words *behind* which *hedges* hedge no count, nor with *amounts* any other figure."""

    hedges: tuple[str, ...]
    behind: tuple[str, ...]
    examples: Examples
    amounts: bool = False


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """Words that say a figure is by how much something rose or fell: before it, before "by", behind it."""

    direction: Change
    before: tuple[str, ...]
    by: tuple[str, ...]
    after: tuple[str, ...]
    examples: Examples


@dataclass(frozen=True, slots=True)
class WordsRow:
    """Words of one use."""

    words: tuple[str, ...]
    examples: Examples


@dataclass(frozen=True, slots=True)
class FormsRow:
    """Words and the form they are brought back to."""

    words: Mapping[str, str]
    examples: Examples


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit: value_in_base = value * scale + offset; *leading* names stand before, *pint* names it there.

    Where its name is used for several, *most* is the largest scale.
    """

    name: str
    dimension: str
    base: str
    scale: Fraction
    names: tuple[str, ...]
    examples: Examples
    symbols: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    offset: Fraction = Fraction(0)
    most: Fraction | None = None
    pint: str = ""


@dataclass(frozen=True, slots=True)
class CurrencyRow:
    """A currency, or with *scale* a part of one."""

    code: str
    name: str
    names: tuple[str, ...]
    examples: Examples
    signs: tuple[str, ...] = ()
    scale: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class ToleranceRow:
    """How far a figure of *dimension* ("*": any) may stand from the truth; the table says what the fields mean."""

    dimension: str
    zeros: bool
    share: Decimal
    exact_below: Decimal
    about: Decimal
    near: Decimal
    why: str
    examples: Examples
    floor: bool = False


@dataclass(frozen=True, slots=True)
class QuantityTables:
    """Tables on quantities."""

    cardinals: tuple[NumberRow, ...] = table("en/numbers.toml", "cardinal")
    magnitudes: tuple[NumberRow, ...] = table("en/numbers.toml", "magnitude")
    shorts: tuple[NumberRow, ...] = table("en/numbers.toml", "short")
    fractions: tuple[NumberRow, ...] = table("en/numbers.toml", "fraction")
    ordinals: tuple[WordsRow, ...] = table("en/numbers.toml", "ordinal")
    parts: tuple[WordsRow, ...] = table("en/numbers.toml", "part")
    metred: tuple[WordsRow, ...] = table("en/numbers.toml", "metred")
    apart: tuple[WordsRow, ...] = table("en/numbers.toml", "apart")
    vague: tuple[VagueRow, ...] = table("en/numbers.toml", "vague")
    none: tuple[NoneRow, ...] = table("en/zeros.toml", "none")
    lacking: tuple[WordsRow, ...] = table("en/zeros.toml", "lacking")
    harm: tuple[WordsRow, ...] = table("en/zeros.toml", "harm")
    unharmed: tuple[WordsRow, ...] = table("en/zeros.toml", "unharmed")
    wholes: tuple[WordsRow, ...] = table("en/zeros.toml", "whole")
    ranks: tuple[NumberRow, ...] = table("en/ranks.toml", "rank")
    ranked: tuple[WordsRow, ...] = table("en/ranks.toml", "ranked")
    leads: tuple[WordsRow, ...] = table("en/ranks.toml", "lead")
    owners: tuple[WordsRow, ...] = table("en/ranks.toml", "owner")
    spans: tuple[WordsRow, ...] = table("en/ranks.toml", "span")
    unranked: tuple[WordsRow, ...] = table("en/ranks.toml", "unranked")
    running: tuple[WordsRow, ...] = table("en/ranks.toml", "running")
    finishes: tuple[WordsRow, ...] = table("en/ranks.toml", "finish")
    into: tuple[WordsRow, ...] = table("en/ranks.toml", "into")
    hedges: tuple[HedgeRow, ...] = table("en/hedges.toml", "hedge")
    particles: tuple[ParticleRow, ...] = table("en/particles.toml", "particle")
    addressed: tuple[WordsRow, ...] = table("en/particles.toml", "addressed")
    lasting: tuple[WordsRow, ...] = table("en/particles.toml", "lasting")
    changes: tuple[ChangeRow, ...] = table("en/changes.toml", "change")
    between: tuple[WordsRow, ...] = table("en/changes.toml", "between")
    earned: tuple[WordsRow, ...] = table("en/changes.toml", "earned")
    levels: tuple[WordsRow, ...] = table("en/changes.toml", "level")
    paces: tuple[WordsRow, ...] = table("en/changes.toml", "pace")
    phrasal: tuple[WordsRow, ...] = table("en/changes.toml", "phrasal")
    moving: tuple[WordsRow, ...] = table("en/changes.toml", "moving")
    irregular: tuple[FormsRow, ...] = table("en/counts.toml", "irregular")
    superlative: tuple[FormsRow, ...] = table("en/counts.toml", "superlative")
    plural: tuple[WordsRow, ...] = table("en/counts.toml", "plural")
    people: tuple[WordsRow, ...] = table("en/counts.toml", "people")
    auxiliary: tuple[WordsRow, ...] = table("en/counts.toml", "auxiliary")
    stop: tuple[WordsRow, ...] = table("en/counts.toml", "stop")
    folk: tuple[WordsRow, ...] = table("en/counts.toml", "folk")
    dropped: tuple[WordsRow, ...] = table("en/counts.toml", "dropped")
    describing: tuple[WordsRow, ...] = table("en/counts.toml", "describing")
    compound: tuple[WordsRow, ...] = table("en/counts.toml", "compound")
    eminent: tuple[WordsRow, ...] = table("en/counts.toml", "eminent")
    determiners: tuple[WordsRow, ...] = table("en/counts.toml", "determiner")
    not_one: tuple[WordsRow, ...] = table("en/counts.toml", "not_one")
    limiting: tuple[WordsRow, ...] = table("en/counts.toml", "limiting")
    persons: tuple[WordsRow, ...] = table("en/ages.toml", "person")
    parents: tuple[WordsRow, ...] = table("en/ages.toml", "parent")
    crowds: tuple[WordsRow, ...] = table("en/ages.toml", "crowd")
    of_all: tuple[WordsRow, ...] = table("en/ages.toml", "all")
    aged: tuple[WordsRow, ...] = table("en/ages.toml", "aged")
    being: tuple[WordsRow, ...] = table("en/ages.toml", "being")
    pronouns: tuple[WordsRow, ...] = table("en/ages.toml", "pronoun")
    lifetimes: tuple[NumberRow, ...] = table("en/ages.toml", "lifetime")
    stages: tuple[FormsRow, ...] = table("en/ages.toml", "stage")
    designators: tuple[WordsRow, ...] = table("en/codes.toml", "designator")
    series: tuple[WordsRow, ...] = table("en/codes.toml", "series")
    turns: tuple[WordsRow, ...] = table("en/codes.toml", "turn")
    captions: tuple[WordsRow, ...] = table("en/codes.toml", "caption")
    idioms: tuple[WordsRow, ...] = table("en/codes.toml", "idiom")
    behind: tuple[WordsRow, ...] = table("en/codes.toml", "behind")
    dayparts: tuple[WordsRow, ...] = table("en/codes.toml", "daypart")
    months: tuple[WordsRow, ...] = table("en/codes.toml", "month")
    contests: tuple[WordsRow, ...] = table("en/codes.toml", "contest")
    not_alone: tuple[WordsRow, ...] = table("en/codes.toml", "not_alone")
    divisors: tuple[FormsRow, ...] = table("en/rates.toml", "divisor")
    periods: tuple[WordsRow, ...] = table("en/rates.toml", "period")
    no_rates: tuple[WordsRow, ...] = table("en/rates.toml", "no_rate")
    sterling: tuple[WordsRow, ...] = table("en/money.toml", "sterling")
    weighing: tuple[WordsRow, ...] = table("en/money.toml", "weighing")
    word_codes: tuple[WordsRow, ...] = table("en/money.toml", "word_code")
    loose: tuple[WordsRow, ...] = table("en/money.toml", "loose")
    prices: tuple[WordsRow, ...] = table("en/money.toml", "price")
    now: tuple[WordsRow, ...] = table("en/money.toml", "now")
    steady: tuple[WordsRow, ...] = table("en/money.toml", "steady")
    units: tuple[UnitRow, ...] = table("units.toml", "unit")
    currencies: tuple[CurrencyRow, ...] = table("currencies.toml", "currency")
    differing: tuple[WordsRow, ...] = table("en/degrees.toml", "differing")
    parting: tuple[WordsRow, ...] = table("en/degrees.toml", "parting")
    below_zero: tuple[WordsRow, ...] = table("en/degrees.toml", "below_zero")
    below_freezing: tuple[WordsRow, ...] = table("en/degrees.toml", "below_freezing")
    above_freezing: tuple[WordsRow, ...] = table("en/degrees.toml", "above_freezing")
    tolerances: tuple[ToleranceRow, ...] = table("tolerances.toml", "tolerance")
