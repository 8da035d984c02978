"""Tells what a number counts."""

from typing import NamedTuple

from discrepancy.extract.quantities.grammar import FigureGrammar, Nouns
from discrepancy.extract.quantities.words import Words

_LONGEST = 6
_SIBILANT = ("ches", "shes", "sses", "xes", "zes")


class Counted(NamedTuple):
    """What is counted, in the singular, and where its name ends; *qualifier* limits it ("other")."""

    noun: str
    end: int
    qualifier: str = ""


def counted_at(words: Words, at: int, grammar: FigureGrammar, *, one: bool) -> Counted | None:
    """What the number that ends at *at* counts: the words up to the first plural, or for *one* up to the noun."""
    nouns = grammar.nouns
    hyphen = words.text[at] == "-"
    at += hyphen
    qualifier = ""
    while (
        words.low[at] in ("other", "others", "more", "additional", "further")
        and words.low[at + 1][:1].isalpha()
        and words.low[at + 1] not in nouns.stop
    ):
        qualifier, at = words.low[at], at + 1
    if words.low[at] in ("other", "others") and not one:
        return Counted("other", at + 1, "other")
    if words.low[at] == "of":
        return _of(words, at, grammar)
    taken = _taken(words, at, nouns, single=one or hyphen, hyphen=hyphen)
    if not taken:
        return None
    end, found = taken
    if qualifier == "more":
        found = ["more", *found]
    return Counted(_name(found, nouns), end, qualifier)


def _of(words: Words, at: int, grammar: FigureGrammar) -> Counted | None:
    """ "of the country's islands": the islands."""
    at += 1
    start = at
    while (
        words.low[at] in ("the", "his", "her", "their", "its", "our", "those", "these", "all", "my", "your")
        and at < start + 2
    ):
        at += 1
    for behind in range(at, at + 4):
        if words.low[behind] in ("'s", "’s") or words.low[behind].endswith(("'s", "’s")):
            at = behind + 1 if behind > at or words.low[behind].endswith(("'s", "’s")) else at
            break
        if not words.low[behind].isalpha() or words.low[behind] in grammar.nouns.stop:
            break
    taken = _taken(words, at, grammar.nouns, single=False, hyphen=False)
    return Counted(_name(taken[1], grammar.nouns), taken[0]) if taken else None


def _taken(words: Words, at: int, nouns: Nouns, *, single: bool, hyphen: bool) -> tuple[int, list[str]] | None:
    found: list[str] = []
    start = at
    while at < start + _LONGEST:
        word = words.low[at]
        if word == "-" and found and words.low[at + 1].isalpha() and words.glued(at) == words.glued(at + 1):
            at += 1
            continue
        if not word or not word.replace("'", "").replace("’", "").replace(".", "").isalpha() or word in nouns.stop:
            break
        if word not in nouns.dropped:
            found.append(word)
        at += 1
        if is_plural(word, nouns) and not (word in nouns.compound or (single and word in nouns.irregular and False)):
            return at, found
        if single and word not in nouns.describing and not (hyphen and len(found) < 2):
            return at, found
    else:
        return None
    return (at, found) if found and (single or at > start and is_plural(found[-1], nouns)) else None


def is_plural(word: str, nouns: Nouns) -> bool:
    """Does *word* look like a plural?"""
    if word in nouns.irregular or word in nouns.plural:
        return word not in ("person",)
    return word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))


def singular(word: str, nouns: Nouns) -> str:
    """*word* in the singular."""
    if word in nouns.irregular:
        return nouns.irregular[word]
    if word in nouns.plural and word != "troops":
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_SIBILANT):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _name(found: list[str], nouns: Nouns) -> str:
    plain = [nouns.superlative.get(word, word).removesuffix("'s").removesuffix("’s") for word in found]
    return " ".join((*plain[:-1], singular(plain[-1], nouns)))
