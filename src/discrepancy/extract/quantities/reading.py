"""Reads one figure: its number or range, its unit, its hedge and its direction."""

from dataclasses import dataclass, replace
from decimal import Decimal

from discrepancy.extract.quantities.codes import past_code
from discrepancy.extract.quantities.counts import counted_at
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.measures import Unit, currency_at, rate_at, sign_before, unit_at
from discrepancy.extract.quantities.numbers import Number, number_at
from discrepancy.extract.quantities.surroundings import change_of, hedge_after, hedge_before
from discrepancy.extract.quantities.words import Words
from discrepancy.interval import Interval
from discrepancy.knowledge.quantities import CurrencyRow, HedgeRow
from discrepancy.model import Change, Figure, Modifier, Printed, Rendering

_HYPHENS = frozenset(("-", "–", "—", "‑"))
_HUNDRED_TEN = Decimal(110)


@dataclass(frozen=True, slots=True)
class Read:
    """A figure and the words that give it; *bare* has neither unit nor noun."""

    figure: Figure
    start: int
    end: int
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """One number, or two that make a range; *start* is its first word."""

    low: Number
    start: int
    high: Number | None = None

    @property
    def last(self) -> Number:
        """The number that the unit stands behind."""
        return self.high or self.low

    @property
    def step(self) -> Decimal:
        """The worth of the last printed digit."""
        return self.last.step


def read_at(words: Words, index: int, grammar: FigureGrammar) -> Read | int:
    """The figure around the seed at *index*, or where to go on where there is none."""
    nobody = _nobody(words, index, grammar)
    if nobody is not None:
        return nobody
    code = past_code(words, index, grammar)
    if code is not None:
        return max(code, index + 1)
    amount = _amount(words, index, grammar)
    if amount is None:
        return index + 1
    return _money(words, amount, grammar) or _measured(words, amount, grammar) or _counted(words, amount, grammar)


def _nobody(words: Words, index: int, grammar: FigureGrammar) -> Read | int | None:
    """Zero people, where "no one" and the like are said to be killed."""
    found = grammar.numerals.none.at(words.low, index - 1) if words.low[index - 1] == "no" else None
    start = index - 1 if found else index
    found = found or grammar.numerals.none.at(words.low, index)
    if not found:
        return None
    row, end = found
    counted = counted_at(words, end, grammar, one=False) if words.low[end] == "of" else None
    reach = counted.end if counted else end
    if not set(words.low[reach : reach + 4]) & set(row.follow):
        return end
    printed = Printed(Decimal(0), Decimal(0), counted.noun if counted else "people")
    return Read(Figure((Rendering(printed, "count"),)), start, reach)


def _amount(words: Words, index: int, grammar: FigureGrammar) -> Amount | None:
    """The number at *index*, with the one it makes a range with."""
    start = index
    number: Number | None = None
    for back in (2, 1):
        if index >= back and words.low[index - back] in ("a", "an", "several", "few"):
            number = number_at(words, index - back, grammar.numerals)
            if number and number.end > index:
                start = index - back
                break
            number = None
    number = number or number_at(words, index, grammar.numerals)
    if number is None:
        return None
    return _ranged(words, Amount(number, start), grammar)


def _ranged(words: Words, amount: Amount, grammar: FigureGrammar) -> Amount:
    low = _short(words, amount.low, grammar, money=words.text[amount.start - 1] in ("$", "£", "€"))
    at = low.end
    joint = words.low[at]
    signed = (
        at + 2
        if words.text[at + 1] in ("$", "£", "€") and words.text[at + 1] == words.text[amount.start - 1]
        else at + 1
    )
    between = "between" in words.low[max(0, amount.start - 3) : amount.start]
    if not (joint in _HYPHENS or joint in ("to", "or") or (joint == "and" and between)):
        return replace(amount, low=low)
    if joint in ("to",) and _moving(words, amount.start, grammar):
        return replace(amount, low=low)
    high = number_at(words, signed, grammar.numerals)
    if high is None or high.vague or low.vague or words.low[signed] in ("one",) or past_code(words, signed, grammar):
        return replace(amount, low=low)
    high = _short(words, high, grammar, money=words.text[amount.start - 1] in ("$", "£", "€"))
    if low.magnitude == 1 and high.magnitude > 1 and low.value < high.value / high.magnitude:
        low = low.times(high.magnitude, low.end)
    return Amount(low, amount.start, high) if low.value < high.value else replace(amount, low=low)


def _short(words: Words, number: Number, grammar: FigureGrammar, *, money: bool) -> Number:
    """*number* with a magnitude in letters, where money or people show that it is one."""
    at = number.end
    worth = grammar.numerals.shorts.get(words.low[at])
    if worth is None or not number.digits or number.magnitude > 1:
        return number
    glued = words.glued(at) and not (words.glued(at + 1) and words.text[at + 1][0].isalnum())
    after = words.low[at + 1]
    counted = after in grammar.nouns.plural or after in grammar.nouns.irregular
    named = currency_at(words, at + 1, grammar) is not None
    thousand = words.low[at] == "k" and glued and not after == "run"
    return (
        number.times(worth, at + 1)
        if glued and (money or counted or named or thousand) or (named and words.text[at] in "MBm" and money)
        else number
    )


def _moving(words: Words, start: int, grammar: FigureGrammar) -> bool:
    """Does a verb of change stand before "from" or the figure: "rose from 12 to 15"?"""
    at = start - (words.low[start - 1] == "from")
    return any(grammar.changes_before.before(words.low, back) for back in range(max(1, at - 2), at + 1))


def _money(words: Words, amount: Amount, grammar: FigureGrammar) -> Read | None:
    start, last = amount.start, amount.last
    signed = sign_before(words, start, grammar)
    named = currency_at(words, last.end, grammar)
    if (
        named
        and named[0].name == "pound sterling"
        and words.low[last.end] in ("pound", "pounds", "-")
        and not signed
        and not _sterling(words, amount)
    ):
        named = None
    if not signed and not named:
        return None
    if signed:
        row, start, power = signed
        end = last.end
        for code in (row.code, "USD", "million"):
            if words.text[end] == code:
                end += 1
        if named and named[0].code == row.code:
            end = named[1]
    else:
        row, end, power = named
    if power:
        amount = _scaled(amount, Decimal(10) ** power)
    magnitude = grammar.numerals.magnitudes.get(words.low[end])
    if magnitude and magnitude > 100 and last.magnitude == 1 and end > last.end:
        amount, end = _scaled(amount, magnitude), end + 1
    amount, end = _with_cents(words, amount, row, end, grammar)
    dimension = f"money:{row.code}"
    return _finished(words, amount, grammar, start, rate_at(words, Unit(row.name, dimension, end), grammar))


def _scaled(amount: Amount, factor: Decimal) -> Amount:
    high = amount.high.times(factor, amount.high.end) if amount.high else None
    return replace(amount, low=amount.low.times(factor, amount.low.end), high=high)


_STERLING = frozenset(
    (
        "cost",
        "costs",
        "paid",
        "pay",
        "pays",
        "fine",
        "fined",
        "worth",
        "price",
        "priced",
        "profit",
        "budget",
        "bill",
        "debt",
        "salary",
        "wages",
        "tax",
        "fee",
        "bonus",
        "loan",
        "earn",
        "earned",
        "earns",
        "raised",
        "spend",
        "spent",
        "save",
        "saved",
        "sold",
        "bought",
        "fund",
        "funding",
        "revenue",
        "income",
        "invest",
        "grant",
        "bail",
        "deposit",
        "rent",
        "sales",
        "turnover",
        "stolen",
        "donated",
    )
)


def _sterling(words: Words, amount: Amount) -> bool:
    """Are pounds money here: in millions, or among words of money?"""
    return amount.last.magnitude >= 1000000 or bool(_STERLING & set(words.low[: words.count]))


def _with_cents(words: Words, amount: Amount, row: CurrencyRow, end: int, grammar: FigureGrammar) -> tuple[Amount, int]:
    """*amount* with the cents behind it: "3 dollars 50 cents", "15 dollars and 50"."""
    at = end + (words.low[end] == "and")
    if amount.high or row.scale != 1 or end == amount.last.end or amount.low.magnitude > 1:
        return amount, end
    cents = number_at(words, at, grammar.numerals)
    if (
        cents is None
        or not cents.value == int(cents.value)
        or not 0 < cents.value < 100
        or past_code(words, at, grammar)
    ):
        return amount, end
    named = words.low[cents.end] in ("cent", "cents", "pence")
    if not named and (
        words.low[cents.end][:1].isalpha()
        and words.low[cents.end] not in ("more",)
        or words.text[cents.end] in ("$", "%", "€", "£", "/", ":", "-")
        or currency_at(words, cents.end, grammar)
    ):
        return amount, end
    low = replace(amount.low, value=amount.low.value + cents.value / 100, step=Decimal("0.01"))
    return replace(amount, low=low), cents.end + named


def _measured(words: Words, amount: Amount, grammar: FigureGrammar) -> Read | None:
    unit = unit_at(words, amount.last, grammar)
    aged = _aged(words, amount, grammar, unit)
    if aged:
        return _finished(words, amount, grammar, amount.start, aged)
    if unit is None or (unit.dimension == "factor" and words.low[unit.end] in ("square",)):
        return None
    return _finished(words, amount, grammar, amount.start, rate_at(words, unit, grammar))


def _aged(words: Words, amount: Amount, grammar: FigureGrammar, unit: Unit | None) -> Unit | None:
    """An age: "aged 9", "9-month-old", "31 years of age", "Ann Brown, 52, said"."""
    last, before = amount.last, words.low[amount.start - 1]
    if unit and unit.dimension == "duration":
        at = unit.end + (words.text[unit.end] in _HYPHENS)
        if words.low[at] in ("old", "olds"):
            return Unit(unit.name, "age", at + 1)
        if words.low[at] == "of" and words.low[at + 1] == "age":
            return Unit(unit.name, "age", at + 2)
        return Unit(unit.name, "age", unit.end) if before in ("aged",) else None
    if unit:
        return None
    if words.low[last.end] == "yo" or words.low[last.end : last.end + 3] in (("y", "/", "o"), ("y", ".", "o")):
        return Unit("year", "age", last.end + (1 if words.low[last.end] == "yo" else 3))
    stated = (
        before in ("aged", "age", "ages")
        or words.low[amount.start - 2 : amount.start] == ("age", "of")
        or words.low[amount.start - 3 : amount.start] == ("ages", "of", "between")
    )
    person = (
        before == ","
        and words.text[last.end] == ","
        and last.digits
        and 0 < last.value < _HUNDRED_TEN
        and words.text[amount.start - 2][:1].isupper()
        and words.low[amount.start - 2] not in grammar.codes.months
        and amount.low.step == 1
        and not words.text[last.end + 1][:1].isdecimal()
    )
    return Unit("year", "age", last.end) if stated or person else None


def _counted(words: Words, amount: Amount, grammar: FigureGrammar) -> Read | int:
    last = amount.last
    if last.fraction:
        return _share(words, amount, grammar)
    one = last.value == 1 and amount.high is None and last.magnitude == 1
    if _in_brackets_alone(words, amount):
        return last.end
    spelled_one = one and not last.digits
    if spelled_one and not _counting_one(words, amount):
        return last.end
    counted = counted_at(words, last.end, grammar, one=one)
    if counted is None and _people(words, amount, grammar):
        counted_noun, end, qualifier = "people", last.end, ""
    elif counted is not None:
        counted_noun, end, qualifier = counted
        if counted_noun == "other":
            counted_noun = "people" if _people(words, amount, grammar) else "other"
        elif counted_noun in grammar.nouns.people:
            counted_noun = "people"
    else:
        if spelled_one or (last.vague and last.value < 100):
            return last.end
        return _finished(words, amount, grammar, amount.start, Unit("", "count", last.end), bare=True)
    unit = Unit(counted_noun, "count", end)
    return _finished(words, amount, grammar, amount.start, rate_at(words, unit, grammar), qualifier=qualifier)


def _counting_one(words: Words, amount: Amount) -> bool:
    before, after = words.low[amount.start - 1], words.low[amount.last.end]
    return before not in (
        "no",
        "the",
        "this",
        "that",
        "any",
        "every",
        "each",
        "which",
        "another",
        "some",
        "other",
        "only",
        "first",
        "last",
        "as",
    ) and after not in (
        "another",
        "who",
        "that",
        "which",
        "-",
        ",",
        ".",
        "day",
        "thing",
        "side",
        "way",
        "time",
        "reason",
    )


def _in_brackets_alone(words: Words, amount: Amount) -> bool:
    return (
        words.text[amount.start - 1] == "("
        and words.text[amount.last.end] == ")"
        and amount.last.digits
        and amount.last.value < 100
    )


def _people(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    """Do the words around say that people are counted: "killed 16", "19 were killed", "16 dead"?"""
    at = amount.last.end
    for word in words.low[at : at + 4]:
        if word in grammar.nouns.people:
            return True
        if word not in (
            "were",
            "was",
            "are",
            "have",
            "had",
            "been",
            "others",
            "other",
            "more",
            "people",
            "is",
            "being",
            "of",
            "them",
            "reported",
            "confirmed",
        ):
            break
    _, start = hedge_before(words, amount.start, grammar)
    return words.low[start - 1] in grammar.nouns.people


_ORDINALS = frozenset(
    (
        "first",
        "second",
        "third",
        "fourth",
        "last",
        "latter",
        "fiscal",
        "final",
        "this",
        "that",
        "the",
        "latest",
        "each",
        "every",
        "per",
        "another",
        "other",
        "current",
        "next",
        "previous",
    )
)


def _share(words: Words, amount: Amount, grammar: FigureGrammar) -> Read | int:
    """A fraction of something: "a third of voters", "half the seats"."""
    last, before = amount.last, words.low[amount.start - 1]
    following = words.low[last.end]
    if not last.digits and (
        before in _ORDINALS
        or following not in ("of", "the", "a", "his", "her", "their", "its", "interest", "stake", "share")
    ):
        return last.end
    counted = counted_at(words, last.end, grammar, one=False) if following == "of" else None
    unit = Unit(counted.noun if counted else "", "share", counted.end if counted else last.end)
    return _finished(words, amount, grammar, amount.start, unit, bare=counted is None)


def _finished(
    words: Words,
    amount: Amount,
    grammar: FigureGrammar,
    start: int,
    unit: Unit,
    *,
    bare: bool = False,
    qualifier: str = "",
) -> Read:
    """The figure with its hedge and its direction."""
    negative, start = _sign(words, amount, start, unit)
    hedge, first = hedge_before(words, start, grammar)
    if hedge and _only_a_period(words, hedge, unit, first):
        hedge, first = None, start
    behind, end = hedge_after(words, unit.end, grammar)
    if not behind and unit.end > amount.last.end:
        behind, _ = hedge_after(words, amount.last.end, grammar)
    hedge = hedge or behind
    change = change_of(words, first, unit.end, grammar)
    lower = -amount.low.value if negative else amount.low.value
    upper = amount.high.value if amount.high else lower
    vague = amount.low.vague
    modifier = hedge.modifier if hedge else Modifier.EXACT
    if amount.high:
        modifier = Modifier.RANGE
    elif vague:
        modifier = Modifier.ABOUT
    printed = Printed(lower, upper, unit.name, modifier, amount.step)
    bounds = Interval(vague.lower, vague.upper, upper_open=False) if vague else None
    rendering = Rendering(printed, unit.dimension, bool(hedge and hedge.near), bounds)
    return Read(
        Figure((rendering,), change, qualifier),
        first if hedge else start,
        max(end if behind else unit.end, unit.end),
        bare,
    )


def _only_a_period(words: Words, hedge: HedgeRow, unit: Unit, first: int) -> bool:
    """Is it "over four years", the time something takes, and no hedge?"""
    return (
        unit.dimension == "duration"
        and words.low[first] in ("over", "under")
        and hedge.modifier in (Modifier.MORE_THAN, Modifier.LESS_THAN)
    )


def _sign(words: Words, amount: Amount, start: int, unit: Unit) -> tuple[bool, int]:
    """Is the figure below zero, and where does it start with its sign?"""
    before = words.text[start - 1]
    if before == "−" or words.low[start - 1] == "minus":
        return True, start - 1
    if before == "-" and not words.glued(start - 1) and not words.text[start - 2][:1].isdecimal():
        if (
            words.glued(start) and unit.dimension in ("temperature", "degree", "share")
        ) or unit.dimension == "temperature":
            return True, start - 1
    return False, start
