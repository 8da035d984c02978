"""Tells what a number counts."""

from typing import NamedTuple

from discrepancy.extract.quantities.grammar import FigureGrammar, Nouns
from discrepancy.extract.quantities.phrases import Taking, singular
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.words import Words


class Counted(NamedTuple):
    """What is counted, in the singular, and where its name ends; *qualifier* limits it ("other")."""

    noun: str
    end: int
    qualifier: str = ""


def counted_at(words: Words, at: int, grammar: FigureGrammar, *, one: bool) -> Counted | None:
    """What the number that ends at *at* counts: the words up to the first plural, or for *one* up to the noun."""
    nouns, qualifier = grammar.nouns, ""
    hyphen = words.text[at] == "-" and words.is_word(at + 1)
    at += hyphen
    if hyphen and words.low[at] == "strong":
        return Counted("people", at + 1)
    if hyphen and _is_side(words, at, grammar):
        return None
    more = words.low[at] in nouns.limiting and words.low[at + 1] == "of"
    if more or words.low[at] == "of":
        return _of(words, at + 1 + more, grammar)
    while words.low[at] in nouns.limiting and words.is_word(at + 1) and words.low[at + 1] not in nouns.stop:
        qualifier, at = words.low[at], at + 1
    if words.low[at] in ("other", "others"):
        return None if one else Counted("other", at + 1, "other")
    taken = Taking(words, nouns, single=one or hyphen, hyphen=hyphen).from_word(at)
    if taken is None:
        return None
    noun = _named(taken[1], nouns)
    return Counted(f"more {noun}" if qualifier == "more" and noun != "people" else noun, taken[0], qualifier)


def _is_side(words: Words, at: int, grammar: FigureGrammar) -> bool:
    """Does "by" at *at* lead to the other side of an area: "a 10-by-20-metre hall"?"""
    side = number_at(words, at + 2, grammar.numerals) if words.low[at] == "by" and words.text[at + 1] == "-" else None
    found = grammar.units.names.at(words.low, side.end + (words.text[side.end] == "-")) if side else None
    return found is not None and found[0].dimension == "length"


def _of(words: Words, at: int, grammar: FigureGrammar) -> Counted | None:
    """What stands behind "of": "the country's islands"; a number there is left to be read for itself."""
    nouns, start = grammar.nouns, at
    while words.low[at] in nouns.determiners and at < start + 2:
        at += 1
    for behind in range(at, at + 4):
        if words.low[behind].endswith(("'s", "’s")) or words.low[behind + 1 : behind + 3] in (("'", "s"), ("’", "s")):
            at = behind + 1
            break
        if not words.is_word(behind) or words.low[behind] in nouns.stop:
            break
    number = number_at(words, at, grammar.numerals) if words.text[at + 1] != "-" else None
    taken = Taking(words, nouns, single=False, hyphen=False).from_word(number.end if number else at)
    if taken is None:
        end = number.end if number else at
        return Counted("people", start - 1 if number else end + 1) if words.low[end] in nouns.people else None
    whole = f"of {number.value:f}" if number and number.whole and not number.vague else ""
    return Counted(_named(taken[1], nouns), start - 1 if number or _inner(taken[1], grammar) else taken[0], whole)


def _inner(found: list[str], grammar: FigureGrammar) -> bool:
    """Is there a number among the words: "of the three-ton trucks"?"""
    return any(part in grammar.numerals.cardinals for word in found for part in word.split("-"))


def _named(found: list[str], nouns: Nouns) -> str:
    plain = [nouns.superlative.get(word, word).removesuffix("'s").removesuffix("’s") for word in found]
    return " ".join((*plain[:-1], singular(plain[-1], nouns)))
