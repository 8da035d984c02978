"""Reads what is counted: boats, people who are said to be killed, shares of something, bare numbers."""

from decimal import Decimal

from discrepancy.extract.quantities.amounts import Amount, Sighting
from discrepancy.extract.quantities.codes import is_address, past_code
from discrepancy.extract.quantities.counts import Counted, counted_at
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.hints import change_before, change_of, hedge_before, skipped_before
from discrepancy.extract.quantities.numbers import Number
from discrepancy.extract.quantities.phrases import is_plural
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.units import Unit, rate_at, unit_at
from discrepancy.extract.quantities.words import HYPHENS, Words

_FEW = Decimal(100)
_NEAR = 7


def tally_at(words: Words, amount: Amount, grammar: FigureGrammar) -> Sighting | None:
    """A count of something, or a bare number; a pronoun, an idiom or a code is neither."""
    last = amount.last
    if last.fraction:
        return _share(words, amount, grammar)
    one = last.value == 1 and amount.high is None
    if one and not last.digits and not _counts_one(words, amount, grammar):
        return None
    ratio = _ratio(words, amount, grammar)
    if ratio:
        return ratio
    small = last.step < 1 and last.value <= 1 and last.digits
    counted = _people_or(words, amount, grammar, counted_at(words, last.end, grammar, one=one or small))
    if counted is None:
        return _bare(words, amount, grammar)
    unit = _adjusted(words, counted, grammar)
    if unit.dimension != "count" and last.vague:
        return None
    among = one and (_is_eminent(words, last.end, grammar) or _picks_out(words, last.end, counted, grammar))
    unit = rate_at(words, unit, grammar)
    return Sighting(amount, unit, amount.start, qualifier=counted.qualifier, among=among)


def _ratio(words: Words, amount: Amount, grammar: FigureGrammar) -> Sighting | None:
    """A share told in small numbers: "one in five adults", "nine out of 10"."""
    at = amount.last.end
    link = 1 if words.low[at] == "in" else 2 if words.low[at : at + 2] == ("out", "of") else 0
    link += bool(link) and words.low[at + link] == "every"
    whole = number_at(words, at + link, grammar.numerals) if link else None
    part = amount.last
    if whole is None or not 0 < part.value < whole.value or not (part.whole and whole.whole):
        return None
    if whole.value > _FEW and (part.value > 1 or whole.value % _FEW):  # "one in 10,000", but "one in 1,234"
        return None
    if past_code(words, at + link, grammar) or unit_at(words, whole, grammar):
        return None
    counted = counted_at(words, whole.end, grammar, one=False)
    share = Number(part.value / whole.value, Decimal(0), counted.end if counted else whole.end, fraction=True)
    unit = Unit(counted.noun if counted else "", "share", share.end)
    return Sighting(Amount(share, amount.start, amount.floor), unit, amount.start)


def _adjusted(words: Words, counted: Counted, grammar: FigureGrammar) -> Unit:
    """The unit behind an adjective, "nine long miles", or what is counted."""
    told = " " in counted.noun or counted.qualifier
    found = grammar.units.names.at((words.low[counted.end - 1], ""), 0) if told else None
    if found and found[0].dimension in ("duration", "length"):
        return Unit(found[0].name, found[0].dimension, counted.end)
    return Unit(counted.noun, "count", counted.end)


def _bare(words: Words, amount: Amount, grammar: FigureGrammar) -> Sighting | None:
    """A number without unit or noun, where it is no pronoun, note or code."""
    last, before = amount.last, words.low[amount.start - 1]
    hedged = hedge_before(words, amount.start, grammar, amount.low.value)[0]
    if (
        last.vague
        or (not last.digits and not last.value)
        or (last.magnitude > 1 and not last.digits and before in HYPHENS)
    ):
        return None
    if (
        not last.digits
        and not hedged
        and (last.value == 1 or before in grammar.nouns.determiners or before == "between")
    ):
        return None
    if _is_name(words, amount, grammar) and not hedged:
        return None
    bracketed = words.text[amount.start - 1] == "(" and words.text[last.end] == ")" and last.magnitude == 1
    if (last.end == amount.start + 1 and is_address(words, amount.start) and not hedged) or (
        bracketed and last.step == 1
    ):
        return None
    unit = _told_per(words, last.end, grammar)
    return Sighting(amount, unit, amount.start, bare=unit.dimension == "count")


def _told_per(words: Words, end: int, grammar: FigureGrammar) -> Unit:
    """No unit, or that of a rate of what is not named: "killing 20 a day", "1,000 per hour"."""
    rate = rate_at(words, Unit("", "count", end), grammar)
    timed = rate.name.removeprefix(" per ") in grammar.units.periods
    return rate._replace(name=rate.name.strip()) if timed else Unit("", "count", end)


def _is_name(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    """Does a plain figure end a name within a sentence: "the Lumen 2 update"?"""
    last, before = amount.last, amount.start - 1
    figure = words.text[amount.start].replace(".", "", 1)
    plain = last.digits and last.magnitude == 1 and figure.isdecimal() and amount.high is None
    capital = before > 0 and words.text[before][:1].isupper() and words.is_word(before)
    return plain and capital and words.low[before] not in grammar.nouns.determiners


def _counts_one(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    before, after = words.low[amount.start - 1], words.low[amount.last.end]
    if after == "of":
        return before not in ("no", "the")
    if before == "only":
        return _counts_only_one(words, amount, grammar)
    return before not in grammar.nouns.not_one and after not in grammar.nouns.not_one


def _counts_only_one(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    """Does "only one" tell how many, as in "only one boat" or "only one in five", but not in "the only one left"?"""
    lead = words.low[amount.start - 2]
    if lead in grammar.nouns.determiners or lead.endswith(("'s", "’s")):
        return False
    if words.low[amount.last.end] in grammar.nouns.not_one:
        return False
    counted = _people_or(words, amount, grammar, counted_at(words, amount.last.end, grammar, one=True))
    return counted is not None or _ratio(words, amount, grammar) is not None


def _picks_out(words: Words, at: int, counted: Counted, grammar: FigureGrammar) -> bool:
    """Does "one of the boats" say which and not how many? "One of the four boats" and "only one of the boats" count."""
    alone = words.low[at - 2] != "only" and not counted.qualifier
    return alone and words.low[at] == "of" and words.low[at + 1] in grammar.nouns.determiners


def _is_eminent(words: Words, at: int, grammar: FigureGrammar) -> bool:
    """Does "one of" lead on to a superlative: "one of the country's oldest lakes"?"""
    nouns = grammar.nouns
    for word in words.low[at + 1 : at + _NEAR] if words.low[at] == "of" else ():
        if word in nouns.eminent or (word in nouns.superlative and word.endswith("st")):
            return True
        if not (word[:1].isalpha() or word in HYPHENS) or is_plural(word, nouns):
            break
    return False


def _people_or(words: Words, amount: Amount, grammar: FigureGrammar, counted: Counted | None) -> Counted | None:
    """*counted*, or people where the words around say so: "killed 16", "19 were killed", "15 others injured"."""
    people = grammar.nouns.people
    if counted and words.low[counted.end - 1] in people:
        return Counted("people", counted.end - 1 if counted.noun != "casualty" else counted.end, counted.qualifier)
    if counted and counted.noun != "other":
        return counted
    at = amount.last.end
    if words.low[at] == "who":
        return Counted("people", at)
    start = skipped_before(words, amount.start, grammar)
    members = _members(words, start, grammar) if counted is None else ""
    if members:
        return Counted(members, at)
    while words.low[at] in grammar.nouns.auxiliary or words.low[at].endswith("ly"):
        at += 1
    if words.low[at] in people or words.low[start - 1] in people:
        return Counted("people", counted.end if counted else amount.last.end, counted.qualifier if counted else "")
    return counted


def _members(words: Words, start: int, grammar: FigureGrammar) -> str:
    """What a bare number at *start* counts by the word that it stands behind: "a mother of four", "a crowd of 300"."""
    of_whom = words.low[start - 2] if words.low[start - 1] == "of" else ""
    if of_whom in grammar.ages.parents:
        return "child"
    return "people" if of_whom in grammar.ages.crowds else ""


def _share(words: Words, amount: Amount, grammar: FigureGrammar) -> Sighting | None:
    """A fraction of something: "a third of voters", "half the seats"."""
    last = amount.last
    before, following = words.low[amount.start - 1], words.low[last.end]
    told = following in grammar.numerals.parts or _is_told(words, amount, grammar)
    if not last.digits and (before in grammar.numerals.ordinals or not told):
        return None
    counted = counted_at(words, last.end, grammar, one=False) if following == "of" else None
    unit = Unit(counted.noun if counted else "", "share", last.end)
    return Sighting(amount, unit, amount.start, bare=counted is None)


def _is_told(words: Words, amount: Amount, grammar: FigureGrammar) -> bool:
    """Is a fraction hedged, or by how much something moved: "fell by a third"?"""
    start = skipped_before(words, amount.start, grammar)
    hedged = hedge_before(words, amount.start, grammar)[0] is not None
    if hedged or change_before(words, start, grammar, strict=True) is not None:
        return True
    return words.low[start - 1] == "by" and change_of(words, start, grammar) is not None
