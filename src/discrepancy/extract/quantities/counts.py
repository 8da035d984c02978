"""Tells what a number counts."""

from typing import NamedTuple

from discrepancy.extract.quantities.grammar import FigureGrammar, Nouns
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.words import Words

_LONGEST = 6
_SIBILANT = ("ches", "shes", "sses", "xes", "zes")
_NO_PLURAL = ("ss", "us", "is", "'s", "’s", "ous")
_LY_NOUNS = frozenset(
    ("family", "ally", "bully", "assembly", "monopoly", "anomaly", "butterfly", "fly", "july", "italy")
)
_ACRONYM = 5
_QUOTES = frozenset('"“”‘’')
_SHORTEST_PLURAL = 3


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
    more = words.low[at] in nouns.limiting and words.low[at + 1] == "of"
    if more or words.low[at] == "of":
        return _of(words, at + 1 + more, grammar)
    while words.low[at] in nouns.limiting and words.is_word(at + 1) and words.low[at + 1] not in nouns.stop:
        qualifier, at = words.low[at], at + 1
    if words.low[at] in ("other", "others"):
        return None if one else Counted("other", at + 1, "other")
    taken = _Taking(words, nouns, single=one or hyphen, hyphen=hyphen).from_word(at)
    if taken is None:
        return None
    noun = _named(taken[1], nouns)
    return Counted(f"more {noun}" if qualifier == "more" and noun != "people" else noun, taken[0], qualifier)


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
    taken = _Taking(words, nouns, single=False, hyphen=False).from_word(number.end if number else at)
    if taken is None:
        return None
    whole = f"of {number.value:f}" if number and number.whole and not number.vague else ""
    return Counted(_named(taken[1], nouns), start - 1 if number or _inner(taken[1], grammar) else taken[0], whole)


def _inner(found: list[str], grammar: FigureGrammar) -> bool:
    """Is there a number among the words: "of the three-ton trucks"?"""
    return any(part in grammar.numerals.cardinals for word in found for part in word.split("-"))


class _Taking(NamedTuple):
    """How a noun phrase is taken: for a *single* thing up to its noun, else up to a plural."""

    words: Words
    nouns: Nouns
    single: bool
    hyphen: bool

    def from_word(self, at: int) -> tuple[int, list[str]] | None:
        """Where the phrase that starts at *at* ends, and its words."""
        found: list[str] = []
        plural: tuple[int, list[str]] | None = None
        for _ in range(_LONGEST):
            at += self._quoted(at)
            if not self._belongs(at, found):
                break
            if self.words.low[at] not in self.nouns.dropped:
                found.append(self._joined(at, found))
            at += 1
            if found and self._ends(at - 1, found):
                return at, found
            if is_plural(self.words.text[at - 1], self.nouns) or self.words.low[at - 1] in self.nouns.folk:
                plural = at, found[:]  # "28 states", "six Swiss": a word that leads on, with nothing to lead to
            at += self._link(at, found)
        return (at, found) if found and self.single else plural

    def _quoted(self, at: int) -> int:
        """1 where a quotation mark stands before more of the phrase: "two “hot” springs"."""
        return int(self.words.text[at] in _QUOTES and self.words.is_word(at + 1))

    def _belongs(self, at: int, found: list[str]) -> bool:
        word = self.words.low[at]
        adverb = not found and self.single and word.endswith("ly") and word not in _LY_NOUNS
        return self.words.is_word(at) and word not in self.nouns.stop and not adverb

    def _joined(self, at: int, found: list[str]) -> str:
        """The word at *at*, joined to the last by their hyphen."""
        word = self.words.low[at]
        if found and self.words.text[at - 1] == "-":
            return f"{found.pop()}-{word}"
        return word

    def _link(self, at: int, found: list[str]) -> int:
        """1 where a hyphen, or a comma between adjectives, leads on to more of the phrase."""
        text, adjective = self.words.text[at], found[-1:] and found[-1] in self.nouns.describing
        linked = text == "-" or (text == "," and adjective and self.words.low[at + 1] not in self.nouns.describing)
        return int(bool(found and linked and self.words.is_word(at + 1)))

    def _ends(self, at: int, found: list[str]) -> bool:
        """Is the word at *at* the noun itself?"""
        word, nouns = self.words.low[at], self.nouns
        if self.words.text[at + 1] == "-" and self.words.glued(at + 1) and self.words.glued(at + 2):
            return False
        if is_plural(self.words.text[at], nouns) and word not in nouns.compound:
            following = self.words.low[at + 1]
            return not is_plural(self.words.text[at + 1], nouns) or following in nouns.stop or following in nouns.people
        if not self.single or word in nouns.dropped:
            return False
        leads_on = word in nouns.describing or (self.words.text[at][0].isupper() and self.words.is_word(at + 1))
        return not leads_on and not (self.hyphen and len(found) == 1)


def is_plural(text: str, nouns: Nouns) -> bool:
    """Does *text* look like a plural?"""
    word = text.lower()
    if word in nouns.irregular or word in nouns.plural:
        return word != "person"
    ending = word.endswith("s") and len(word) >= _SHORTEST_PLURAL and not word.endswith(_NO_PLURAL)
    return ending and text.isalpha() and not (text.isupper() and len(text) <= _ACRONYM)


def singular(word: str, nouns: Nouns) -> str:
    """*word* in the singular; of "ex-wives" the last part."""
    first, hyphen, last = word.rpartition("-")
    if last in nouns.irregular:
        return first + hyphen + nouns.irregular[last]
    if word in nouns.plural and word != "troops":
        return word
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(_SIBILANT):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(_NO_PLURAL) else word


def _named(found: list[str], nouns: Nouns) -> str:
    plain = [nouns.superlative.get(word, word).removesuffix("'s").removesuffix("’s") for word in found]
    return " ".join((*plain[:-1], singular(plain[-1], nouns)))
