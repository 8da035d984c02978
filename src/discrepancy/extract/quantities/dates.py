"""Recognises the figures of dates, years and clock times, which the grammar of times reads."""

from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.hints import is_particle
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.words import Words
from discrepancy.model import Modifier

_YEARS = range(1000, 2101)
_CENTURIES = range(17, 21)
_TEN = 10
_DAYS = range(1, 32)
_HOURS = range(1, 13)
_AT = frozenset(("at", "by", "around", "about", "until", "till", "before", "after", "past", "from", "to"))
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_WORDS_TOO = frozenset(("may", "march", "mar", "sat", "dec"))
"""Months that are other words in small letters."""
_BEFORE_A_DATE = frozenset(
    ("on", "of", "since", "until", "by", "from", "before", "after", "ended", "dated", "due", "for", "in")
)
_SPANNING = frozenset(("since", "until", "till", "to", "from", "through"))
"""Before a hedge and a year: "since at least 2004"."""
_DAY, _YEAR = 2, 4
"""The digits of a day of the month, and of a year."""
_OLD = 1500
_NO_YEAR_BEFORE = frozenset("%°-$€£")
_MONEY = frozenset("$£€¥₹")


def past_clock(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """The end of a time of day at *index*: "21:00", "7 p.m.", "10am"."""
    end = index + 1
    while words.text[end] == ":" and words.glued(end) and words.glued(end + 1) and words.is_figure(end + 1):
        end += 2
    behind = grammar.codes.behind.at(words.low, end) or _part_of_day(words, index, grammar)
    if behind:
        return behind[1]
    return end if end > index + 1 else None


def _part_of_day(words: Words, index: int, grammar: FigureGrammar) -> tuple[bool, int] | None:
    """What "in the morning" behind an hour at *index* means, and where it ends: "at 4 in the morning"."""
    hour = words.text[index]
    timed = words.low[index - 1] in _AT and hour.isdecimal() and len(hour) <= _DAY and int(hour) in _HOURS
    return grammar.codes.dayparts.at(words.low, index + 1) if timed else None


def past_date(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """The end of a day beside a month, of an ordinal or a decade, or of a year."""
    text = words.text[index]
    if not text.isdecimal():
        return None
    ordinal = words.low[index + 1] in _ORDINALS and words.glued(index + 1)
    after = index + 1 + ordinal
    if len(text) <= _DAY and int(text) in _DAYS:
        month = after + (words.low[after] == "of")
        if _month_before(words, index, grammar):
            return _past_days(words, after)
        if _month_at(words, month, index, grammar):
            return month + 1
    if ordinal:
        return after
    if words.glued(after) and words.low[after] in ("s", "'s", "’s"):
        return after + 1
    return _past_year(words, index, grammar) if len(text) == _YEAR and int(text) in _YEARS else None


def past_spelled_year(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """The end of a year in words at *index*: "nineteen ninety-six"."""
    cardinals = grammar.numerals.cardinals
    if cardinals.get(words.low[index]) not in _CENTURIES or cardinals.get(words.low[index + 1], 0) < _TEN:
        return None
    year = number_at(words, index + 1, grammar.numerals)
    return year.end if year else None


def _month_before(words: Words, index: int, grammar: FigureGrammar) -> bool:
    at = index - 1 - (words.text[index - 1] == ".")
    if words.low[at] not in grammar.codes.months:
        return False
    return words.text[at][0].isupper() or words.low[at] not in _WORDS_TOO or words.low[at - 1] in _BEFORE_A_DATE


def _month_at(words: Words, at: int, index: int, grammar: FigureGrammar) -> bool:
    if words.low[at] not in grammar.codes.months:
        return False
    return words.text[at][0].isupper() or words.low[at] not in _WORDS_TOO or words.low[index - 1] in _BEFORE_A_DATE


def _past_days(words: Words, at: int) -> int:
    """Past what may follow the day of a month: "-15", "and 15", ", 2024"."""
    if words.text[at] in ("-", "–") and words.text[at + 1].isdecimal() and len(words.text[at + 1]) <= _DAY:
        at += 2
    following = words.text[at + 1]
    if words.low[at] in ("and", "to", "through", ",") and following.isdecimal():
        closed = not words.is_word(at + 2) or words.low[at + 2] in _BEFORE_A_DATE
        year, day = len(following) == _YEAR, len(following) <= _DAY
        if (year and words.text[at] == ",") or (day and words.text[at] != "," and closed):
            return at + 2
    return at


def _past_year(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """A bare year, unless it measures something or has a hedge that years do not have."""
    if _is_amount(words, index, grammar):
        return None
    before = words.low[index - 1]
    hedge = grammar.hints.hedges_before.before(words.low, index)
    if hedge and (is_particle(words, hedge[1], grammar, None) or words.low[hedge[1] - 1] in _SPANNING):
        return index + 1
    if hedge and hedge[0].modifier is not Modifier.EXACT and before not in ("around", "about", "circa"):
        return None
    return None if int(words.text[index]) < _OLD and before not in ("in", "since") else index + 1


def _is_amount(words: Words, index: int, grammar: FigureGrammar) -> bool:
    """Does a unit, money or people beside the figure at *index* show that it is no year?"""
    before, after = words.low[index - 1], words.low[index + 1]
    dashed = after == "-" and not words.glued(index + 1)
    if before in _MONEY or before.upper() in grammar.money.codes or (after in _NO_YEAR_BEFORE and not dashed):
        return True
    if after in grammar.codes.not_alone or grammar.units.names.at(words.low, index + 1):
        return True
    lettered = words.glued(index + 1) and words.is_word(index + 1)
    return lettered or grammar.money.names.at(words.low, index + 1) is not None
