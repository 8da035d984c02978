"""Takes the phrase that names what is counted: "three of the country's oldest lakes"."""

from typing import NamedTuple

from discrepancy.extract.quantities.grammar import Nouns
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


class Taking(NamedTuple):
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
            if self.words.low[at] not in self.nouns.dropped or self._hyphened(at + 1):
                found.append(self._joined(at, found))
            at += 1
            if found and self._ends(at - 1, found):
                return at, found
            if is_plural(self.words.text[at - 1], self.nouns) or self.words.low[at - 1] in self.nouns.folk:
                plural = at, found[:]  # "28 states", "six Swiss": a word that leads on, with nothing to lead to
            past = self._past_figure(at, found)
            if past > at and self.words.low[past - 1] == "s":
                return past, [*found[:-1], found[-1][:-1]]
            at = past
            at += self._link(at, found)
        return (at, found) if found and self.single else plural

    def _quoted(self, at: int) -> int:
        """1 where a quotation mark stands before more of the phrase: "two “hot” springs"."""
        return int(self.words.text[at] in _QUOTES and self.words.is_word(at + 1))

    def _belongs(self, at: int, found: list[str]) -> bool:
        word = self.words.low[at]
        adverb = not found and self.single and word.endswith("ly") and word not in _LY_NOUNS
        part = (self._hyphened(at + 1) and word != "to") or (found and (self._hyphened(at - 1) or self._names(at)))
        part = part or (self.words.glued(at + 1) and self.words.is_figure(at + 1))
        stopped = word in self.nouns.stop and self.words.text[at] != "US" and not part
        verb = self.single and word.endswith("ed") and self.words.low[at + 1] in self.nouns.stop
        return self.words.is_word(at) and not stopped and not adverb and not verb

    def _hyphened(self, at: int) -> bool:
        """Is there a hyphen at *at* that joins two words: "hit-and-run"?"""
        return self.words.text[at] == "-" and self.words.glued(at) and self.words.glued(at + 1)

    def _names(self, at: int) -> bool:
        """Is there an "of" at *at* within a name: "Ministry of Fish officials"?"""
        capitals = self.words.text[at - 1][:1].isupper() and self.words.text[at + 1][:1].isupper()
        return self.words.low[at] == "of" and capitals and not self.single

    def _joined(self, at: int, found: list[str]) -> str:
        """The word at *at*, joined to the last by their hyphen."""
        word = self.words.low[at]
        if found and self.words.text[at - 1] == "-":
            return f"{found.pop()}-{word}"
        return word

    def _past_figure(self, at: int, found: list[str]) -> int:
        """Past a figure that is joined to the last word: "eight MK-84 bombs", "50 A320s"."""
        hung = self._hyphened(at)
        end = at + 1 + hung
        lettered = self.words.glued(end) and self.words.is_word(end)
        model = self.words.glued(at) and (hung or (lettered and self.words.low[end] == "s"))
        if not (found and model and self.words.is_figure(at + hung)):
            return at
        end += lettered
        found.append(found.pop() + "".join(self.words.low[at:end]))
        return end

    def _link(self, at: int, found: list[str]) -> int:
        """1 where a hyphen, or a comma between adjectives, leads on to more of the phrase."""
        text, adjective = self.words.text[at], found[-1:] and found[-1] in self.nouns.describing
        linked = text == "-" or (text == "," and adjective and self.words.low[at + 1] not in self.nouns.describing)
        return int(bool(found and linked and self.words.is_word(at + 1)))

    def _ends(self, at: int, found: list[str]) -> bool:
        """Is the word at *at* the noun itself?"""
        word, nouns = self.words.low[at], self.nouns
        if self._hyphened(at + 1):
            return False
        leads_on = word in nouns.compound or self.words.text[at] in nouns.compound
        leads_on = leads_on or (self.single and word in nouns.describing and self._belongs(at + 1, ["", word]))
        if is_plural(self.words.text[at], nouns) and not leads_on:
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
