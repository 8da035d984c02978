"""Recognises figures that are no quantities: dates, clock times, scores, telephone numbers, names of things."""

from itertools import pairwise

from discrepancy.extract.quantities.contests import past_contest
from discrepancy.extract.quantities.dates import past_clock, past_date, past_spelled_year
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.names import past_named
from discrepancy.extract.quantities.numbers import LONGEST, is_fraction
from discrepancy.extract.quantities.phrases import is_plural
from discrepancy.extract.quantities.prices import past_prices
from discrepancy.extract.quantities.words import HYPHENS, Words

_LINKS = frozenset("-–/.:x")
_LIST_MARKS = frozenset((".", ")", "/"))
_SHORTEST_CODE, _LONGEST_PLAIN = 5, 9
"""Digits in a row: of the shortest code before a name, and of the longest amount without marks between thousands."""
_SIGNS = frozenset("$£€¥₹")
_PHONE = (3, 4)
_YEAR, _YEARS = 4, range(1500, 2101)
_POWERS = "23"
_ELIDING, _SHORT_YEAR = frozenset("'’‘"), 2
"""What stands for the century of a year, and how many figures are left: "in '98"."""
_BEFORE_YEARS = frozenset(("in", "of", "since", "from", "by", "until", "the", "before", "after"))
_HYPHENATED = frozenset(("to", "by", "mid", "sub", "us", "multi", "a", "the", "of"))


def past_code(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """The end of the code, date or score that the figure at *index* belongs to, or None where it may be a quantity."""
    if not words.is_figure(index):
        rules = (past_spelled_year, past_named, past_contest)
        return next((end for rule in rules if (end := rule(words, index, grammar))), None)
    text = words.text[index]
    if text[0] == "0" and len(text) > 1 and text.isdecimal():
        return past_clock(words, index, grammar) or _glued_end(words, index)
    if len(text) > _LONGEST_PLAIN and text.isdecimal() and words.text[index - 1] not in _SIGNS:
        return _glued_end(words, index)
    ends = (rule(words, index, grammar) for rule in _RULES)
    return next((end for end in ends if end is not None), None)


def _past_attached(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """Letters or marks written on to its front: "F-16", "Covid-19", "A320", "#3", "/2024"."""
    if not words.glued(index):
        return None
    before, second, text = words.text[index - 1], words.low[index - 2], words.text[index]
    if before not in HYPHENS and grammar.money.signs_before.before(words.low, index):
        return None
    if before in HYPHENS and words.glued(index - 1):
        short = second in grammar.numerals.shorts and words.glued(index - 2) and words.is_figure(index - 3)
        plain = short or second in _HYPHENATED or not words.is_word(index - 2)
        plain = plain or second in grammar.numerals.cardinals or second in grammar.units.leading  # "magnitude-6.4"
        return None if plain else _glued_end(words, index)
    if before == "/" and _ends_unit(words, index - 1, grammar):
        return None
    elided = before in _ELIDING and len(text) == _SHORT_YEAR and second in _BEFORE_YEARS
    if elided or before in "#@№_/\\=&" or (before == "." and words.glued(index - 1) and words.is_word(index - 2)):
        return _glued_end(words, index)
    signed = before.upper() in grammar.money.codes
    return None if not before[-1].isalpha() or signed or _millions(before, grammar) else _glued_end(words, index)


def _ends_unit(words: Words, end: int, grammar: FigureGrammar) -> bool:
    """Does a figure with its unit end before *end*: "20km/12 miles"?"""
    units = grammar.units
    known = units.symbols.at((words.text[end - 1],), 0) or units.names.at((words.low[end - 1],), 0)
    return bool(known) and words.is_figure(end - 2)


def _millions(word: str, grammar: FigureGrammar) -> bool:
    """Is it a code of currency behind an M: "MEUR"?"""
    return word[:1] == "M" and word[1:] in grammar.money.codes


def _glued_end(words: Words, index: int) -> int:
    """Where the run of letters and figures around *index* ends."""
    end = index + 1
    while words.glued(end) and (words.text[end][0].isalnum() or (words.text[end] in "-/." and words.glued(end + 1))):
        end += 1
    return end


def _past_chain(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """Figures strung together: "24/7", "9/11", "555-1234", "1.2.3", "3-2"."""
    end = index + 1
    if words.text[end] == "(" and words.text[end + 2] == ")" and strung(words, index, end + 3):
        return _past_clauses(words, end) if len(words.text[end + 1]) == 1 else None
    while words.text[end] in _LINKS and words.glued(end) and words.glued(end + 1) and words.is_figure(end + 1):
        end += 2
    links = words.text[index + 1 : end : 2]
    if not links or (links == ("/",) and is_fraction(words, index) and _is_part(words, end, grammar)):
        return None
    if len(links) > 1 or links[0] not in HYPHENS:
        return end
    return end if _is_score(words, index, grammar) else None


def _past_clauses(words: Words, at: int) -> int:
    """Past the clauses of a law that start at *at*: "(c)(4)"."""
    while words.text[at] == "(" and words.text[at + 2] == ")" and words.glued(at):
        at += 3
    return at


def _is_part(words: Words, end: int, grammar: FigureGrammar) -> bool:
    """Does what stands at *end* show that "1/4" is a fraction?"""
    unit = grammar.units.names.at(words.low, end) or words.text[end] in ("-", "%")
    return bool(unit) or words.low[end] in ("of", "cup", "point")


def _is_score(words: Words, index: int, grammar: FigureGrammar) -> bool:
    """Are two figures with a hyphen a score, a telephone number or a span of years, and no range?"""
    first, second = words.text[index], words.text[index + 2]
    dated = len(first) == _YEAR and first.isdecimal() and int(first) in _YEARS
    years = dated and words.text[index + 3] != "%"
    if first.isdecimal() and (years or (len(first), len(second)) == _PHONE):
        return True
    end = index + 3
    if magnitude_of(first) >= magnitude_of(second):
        return words.low[end] not in grammar.numerals.magnitudes
    near = {*words.before(index, 4), *words.low[end : end + 3]}
    return bool(near & grammar.codes.contests) and words.text[index - 1] not in ("$", "£", "€")


def magnitude_of(text: str) -> int:
    """The whole part of a figure as printed, 0 where it is too long to be an amount."""
    whole = "".join(sign for sign in text.partition(".")[0] if sign.isdecimal())
    return int(whole) if 0 < len(whole) <= LONGEST else 0


def _past_mark(words: Words, index: int, _: FigureGrammar) -> int | None:
    """Marks of lists and notes: "1. ", "2)", "[3]"."""
    before, after = words.text[index - 1], words.text[index + 1]
    if index == 0 and after in _LIST_MARKS and words.text[0].isdecimal():
        return 2
    if (before, after) == ("[", "]"):
        return index + 2
    opened = "(" in words.text[max(0, index - 8) : index]
    return index + 2 if after == ")" and not opened and words.text[index].isdecimal() else None


def _past_tail(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """Letters written on to its end that are no unit: "3D", "5G", "24703L202"."""
    after = index + 1
    if not (words.glued(after) and words.is_word(after)):
        return None
    end = _glued_end(words, index)
    known = _is_tail(words, after, grammar) and not _is_4k(words, index, grammar)
    figures = (at for at in range(after, end) if words.is_figure(at) and words.is_word(at - 1))
    serial = any(words.text[at] not in _POWERS for at in figures)
    return None if known and not serial else end


def _is_4k(words: Words, index: int, grammar: FigureGrammar) -> bool:
    """Is it a grade and no thousands: "a 4K screen", "a 5K run", but "10k voters" and "sold 10k"?"""
    behind, small = index + 2, len(words.text[index]) <= _SHORT_YEAR
    counts = is_plural(words.text[behind], grammar.nouns) or words.low[behind] in grammar.nouns.stop
    return words.low[index + 1] == "k" and small and words.is_word(behind) and not counts


def _is_tail(words: Words, at: int, grammar: FigureGrammar) -> bool:
    """Is the word at *at* a unit, a magnitude or a currency?"""
    low, text, units = words.low[at], words.text[at], grammar.units
    return (
        low in grammar.numerals.shorts
        or low in grammar.numerals.magnitudes
        or units.symbols.at(words.text, at) is not None
        or units.names.at(words.low, at) is not None
        or text.upper() in grammar.money.codes
        or _millions(text, grammar)
        or grammar.money.names.at(words.low, at) is not None
        or grammar.money.signs_after.at(words.low, at) is not None
        or low in ("yo", "x")
        or text == "p"
    )


def is_address(words: Words, index: int) -> bool:
    """Is a bare figure more likely a code: long without a comma, or before a name: "123 Random Street"?"""
    text = words.text[index]
    if not text.isdecimal():
        return False
    return len(text) >= _SHORTEST_CODE or words.text[index + 1][:1].isupper() or words.is_figure(index + 1)


def strung(words: Words, start: int, end: int) -> bool:
    """Are all the words from *start* to *end* written without a space?"""
    return all(words.glued(right) for _, right in pairwise(range(start, end)))


_RULES = (
    _past_attached,
    past_clock,
    _past_chain,
    past_contest,
    past_prices,
    past_date,
    _past_mark,
    past_named,
    _past_tail,
)
