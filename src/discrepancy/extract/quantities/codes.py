"""Recognises figures that are no quantities: dates, clock times, scores, telephone numbers, names of things."""

from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.words import Words

_HYPHENS = frozenset("-–—‑")
_YEARS = range(1500, 2101)
_DAYS = range(1, 32)


def past_code(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """The end of the code, date or score that the figure at *index* belongs to, or None where it may be a quantity."""
    if not words.text[index][:1].isdecimal():
        return None
    for rule in (_within_a_word, _clock, _chain, _date, _marked, _named):
        end = rule(words, index, grammar)
        if end is not None:
            return end
    return None


def _within_a_word(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """Letters before it: "F-16", "Covid-19", "A320", "#3"."""
    if not words.glued(index):
        return None
    before = words.text[index - 1]
    if before in "#@№_/\\=&" or (before in _HYPHENS and words.glued(index - 1) and words.low[index - 2][-1:].isalpha()):
        unlike = words.low[index - 2] in grammar.numerals.cardinals or words.low[index - 2] in ("mid", "sub", "us")
        return None if before in _HYPHENS and unlike else _glued_end(words, index)
    if before[-1].isalpha() and before.upper() not in grammar.money.signs and before.upper() not in grammar.money.codes:
        return _glued_end(words, index)
    return None


def _glued_end(words: Words, index: int) -> int:
    end = index + 1
    while words.glued(end) and (words.text[end][0].isalnum() or (words.text[end] in "-/" and words.glued(end + 1))):
        end += 1
    return end


def _clock(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """Times of day: "21:00", "7 p.m.", "10am"."""
    end = index + 1
    while words.text[end] == ":" and words.glued(end) and words.glued(end + 1) and words.text[end + 1][0].isdecimal():
        end += 2
    behind = grammar.codes.behind.at(words.low, end)
    if behind:
        return behind[1]
    return end if end > index + 1 else None


def _chain(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """Figures strung together: "24/7", "9/11", "555-1234", "1.2.3", "3-2", "52 to 48"."""
    end, marks = index + 1, ""
    while words.text[end] in ("-", "/", "–", ".", ":", "x") and words.glued(end) and words.glued(end + 1):
        if not words.text[end + 1][0].isdecimal():
            break
        marks += words.text[end]
        end += 2
    if not marks:
        return _contest(words, index, grammar)
    numbers = [words.text[at] for at in range(index, end, 2)]
    if len(marks) > 1:
        return end
    if marks in "/:.x":
        fraction = (
            marks == "/" and numbers[0].isdecimal() and numbers[1].isdecimal() and int(numbers[0]) < int(numbers[1])
        )
        of_something = words.low[end] in ("-", "of") or grammar.names.at(words.low, end) is not None
        return None if fraction and of_something and numbers[1] in ("2", "3", "4", "5", "8", "16", "32", "64") else end
    return _score(words, index, grammar, end)


def _score(words: Words, index: int, grammar: FigureGrammar, end: int) -> int | None:
    """Two figures with a hyphen: a score, a vote, a telephone number, a span of years; or a range."""
    first, second = words.text[index], words.text[index + 2]
    if len(first) == 3 and len(second) == 4 and first.isdecimal():
        return end
    if not (_value(first) < _value(second)):
        return None if words.low[end] in grammar.numerals.magnitudes and len(second) > 1 else end
    if len(first) == 4 and first.isdecimal() and int(first) in _YEARS:
        return end
    near = set(words.low[max(0, index - 4) : index]) | set(words.low[end : end + 3])
    return end if near & grammar.codes.contests and words.low[index - 1] not in ("$", "£", "€") else None


def _contest(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """A vote or a score in words: "52 to 48", "by 52 votes to 48"."""
    if (
        words.low[index + 1] in ("to", "-", "–")
        and words.text[index + 2][:1].isdecimal()
        and words.text[index].isdecimal()
    ):
        falling = _value(words.text[index]) >= _value(words.text[index + 2])
        near = set(words.low[max(0, index - 5) : index]) & grammar.codes.contests
        plain = not (grammar.names.at(words.low, index + 3) or words.text[index + 3] in ("%", "m", "bn"))
        if plain and near and (falling or words.low[index - 1] in ("by", "of", "voted", "vote", "won", "lost")):
            return index + 3
    return None


def _date(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """Days beside a month, and years."""
    text = words.text[index]
    months = grammar.codes.months
    if not text.replace(", 000", "").isdecimal():
        return None
    ordinal = words.low[index + 1] in ("st", "nd", "rd", "th") and words.glued(index + 1)
    after = index + 1 + ordinal
    before = index - 1 - (words.text[index - 1] == ".")
    if (
        len(text) <= 2
        and int(text) in _DAYS
        and words.low[before] in months
        and words.text[before][0].isupper() | (words.low[before] != "may")
    ):
        return _past_days(words, after)
    month = after + (words.low[after] == "of")
    if (
        len(text) <= 2
        and int(text) in _DAYS
        and words.low[month] in months
        and (words.text[month][0].isupper() or words.low[month] not in ("may", "march", "mar", "dec", "sat"))
    ):
        return month + 1
    if (
        ordinal
        or (words.glued(after) and words.low[after] in ("s", "'s", "’s"))
        or (words.text[after] in ("'", "’") and words.low[after + 1] == "s" and words.glued(after))
    ):
        return after if ordinal else after + 1
    if len(text) == 4 and int(text) in _YEARS:
        return _year(words, index, grammar)
    return None


def _past_days(words: Words, index: int) -> int:
    """Past what may follow the day of a month: "-15", "and 15", ", 2024"."""
    if words.text[index] in ("-", "–") and words.text[index + 1].isdecimal() and len(words.text[index + 1]) <= 2:
        index += 2
    if (
        words.low[index] in ("and", "to", "through", ",")
        and words.text[index + 1].isdecimal()
        and len(words.text[index + 1]) in (1, 2, 4)
    ):
        bare = not words.low[index + 2].isalpha() or words.low[index + 2] in ("in", "at", "and", "to", "when", "for")
        if len(words.text[index + 1]) == 4 or (words.low[index] != "," and bare):
            index += 2
    return index


def _year(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """A bare year, unless a unit or a counted noun follows and nothing speaks for a year."""
    before, after = words.low[index - 1], words.low[index + 1]
    if words.text[index - 1] in ("$", "£", "€", "¥", "₹") or before.upper() in grammar.money.codes:
        return None
    if grammar.hedges_before.before(words.low, index) and before not in ("the", "around", "about", "under", "above"):
        return None
    if after in ("people", "men", "women", "children", "percent", "%") or (
        before not in grammar.codes.years
        and before not in grammar.codes.months
        and grammar.names.at(words.low, index + 1)
    ):
        return None
    if grammar.money.names.at(words.low, index + 1):
        return None
    plural = after.endswith("s") and after.isalpha() and after not in grammar.nouns.stop
    return None if plural and before not in grammar.codes.years and before.isalpha() else index + 1


def _marked(words: Words, index: int, _: FigureGrammar) -> int | None:
    """Marks of lists and notes: "1. ", "2)", "[3]"."""
    after = words.text[index + 1]
    if index == 0 and after in (".", ")", "/") and words.text[0].isdecimal():
        return index + 2
    if (
        words.text[index - 1] == "["
        and after == "]"
        or (after == ")" and words.text[index].isdecimal() and len(words.text[index]) < 3)
    ):
        return index + 2 if words.text[index - 1] not in ("up", "down", "$", "aged", "age") else None
    return None


def _named(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """The figure of a name: "Flight 370", "No. 10", "Section 230"; and letters written on to it: "3D", "5G"."""
    before = index - 1 - (words.text[index - 1] == "." and words.low[index - 2] in ("no", "nos", "p", "pp", "vol"))
    text, after = words.text[index], index + 1
    if words.low[before] in grammar.codes.designators and text.isdecimal() and "," not in text:
        bare = (
            grammar.names.at(words.low, after)
            or words.text[after] in ("%", "°")
            or words.low[after] in grammar.numerals.magnitudes
        )
        return (
            None
            if bare or words.low[before] in ("under", "week", "call", "called") and not bare and len(text) < 3
            else after
        )
    if words.glued(after) and words.text[after][0].isalpha():
        known = words.low[after] in grammar.numerals.shorts or words.low[after] in grammar.numerals.magnitudes
        known = (
            known or grammar.symbols.at(words.text, after) is not None or grammar.names.at(words.low, after) is not None
        )
        known = (
            known
            or words.text[after].upper() in grammar.money.codes
            or grammar.money.names.at(words.low, after) is not None
            or words.low[after] in ("yo",)
        )
        known = known or words.text[after] in ("MUSD", "MEUR", "MGBP")
        end = _glued_end(words, index)
        return None if known and not _serial(words, index, end) else end
    return None


def _serial(words: Words, index: int, end: int) -> bool:
    """Do figures follow the letters: "24703L202"?"""
    return any(
        words.text[at][0].isdecimal() and words.text[at] not in ("2", "3")
        for at in range(index + 2, end)
        if words.text[at - 1].isalpha()
    )


def _value(text: str) -> float:
    plain = "".join(sign for sign in text if sign.isdecimal() or sign == ".")
    return float(plain) if plain and len(plain) < 19 else 0.0
