"""Ways through a sentence's parse."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, TypeVar

from discrepancy.model import Span
from discrepancy.toolbox import Parse, Token

NOMINAL = frozenset({"NOUN", "PROPN"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "dative", "acomp", "pobj"})
OF = frozenset({"of"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "ccomp", "acomp"})
_FAR = 12  # steps up a parse; sentences of news are rarely deeper

Answer = TypeVar("Answer")


class Tree:
    """A parse with its children by head."""

    __slots__ = ("_children", "_known", "tokens")

    def __init__(self, tokens: Parse) -> None:
        self.tokens = tokens
        self._children: list[list[int]] = [[] for _ in tokens]
        for index, token in enumerate(tokens):
            if token.head != index:
                self._children[token.head].append(index)
        self._known: dict[tuple[object, int], Any] = {}

    def once(self, ask: Callable[["Tree", int], Answer], index: int) -> Answer:
        """What *ask* says of the token at *index*, asked once however many figures the sentence has."""
        known: Answer | None = self._known.get((ask, index))
        if known is None:
            known = self._known[ask, index] = ask(self, index)
        return known

    def children(self, index: int) -> list[int]:
        """The dependents of the token at *index*, in the order of the text."""
        return self._children[index]

    def ancestors(self, index: int) -> Iterator[int]:
        """The tokens above the one at *index*, nearest first."""
        for _ in range(_FAR):
            head = self.tokens[index].head
            if head == index:
                return
            index = head
            yield index

    def within(self, span: Span) -> list[int]:
        """The tokens that share a character with *span* (offsets from the sentence's beginning)."""
        first = bisect_right(self.tokens, span.start, key=attrgetter("end"))
        return list(range(first, bisect_left(self.tokens, span.end, lo=first, key=attrgetter("start"))))

    def top(self, indices: list[int]) -> int | None:
        """The token of *indices* that governs the others."""
        inside = set(indices)
        return next((i for i in indices if self.tokens[i].head == i or self.tokens[i].head not in inside), None)

    def predicate(self, index: int) -> int | None:
        """The nearest verb at or above *index*, else the root of its clause."""
        last = index
        for above in (index, *self.ancestors(index)):
            if self.tokens[above].pos in ("VERB", "AUX"):
                return above
            last = above
        return last

    def subject(self, predicate: int) -> int | None:
        """The subject of *predicate*, taken from the clause above where it is shared."""
        index = predicate
        for _ in range(_FAR):
            found = next((i for i in self._children[index] if self.tokens[i].dep in SUBJECTS), None)
            token = self.tokens[index]
            if found is not None:
                return token.head if token.dep == "relcl" and self.is_relative(found) else found
            if token.dep in ("acl", "relcl"):
                return token.head
            if token.dep not in _SHARES_SUBJECT or token.head == index:
                return None
            index = token.head
        return None

    def object(self, verb: int) -> int | None:
        """The direct object of *verb*."""
        return next((i for i in self._children[verb] if self.tokens[i].dep == "dobj"), None)

    def patient(self, verb: int) -> int | None:
        """What *verb* is done to: its object, its passive subject, or what it stands to as a participle."""
        for found in (i for i in self._children[verb] if self.tokens[i].dep in ("dobj", "nsubjpass")):
            return self.tokens[verb].head if self.is_relative(found) else found
        token = self.tokens[verb]
        return token.head if token.dep == "acl" and token.tag in ("VBN", "VBD") else None

    def is_relative(self, index: int) -> bool:
        """Is the token at *index* a relative pronoun?"""
        return self.tokens[index].tag in ("WDT", "WP")

    def below(self, index: int, prepositions: frozenset[str]) -> Iterator[int]:
        """What stands under the token at *index* after one of *prepositions*."""
        for child in self._children[index]:
            if self.tokens[child].dep == "prep" and self.tokens[child].lemma in prepositions:
                yield from (i for i in self._children[child] if self.tokens[i].dep == "pobj")

    def phrase(self, index: int) -> list[int]:
        """The token at *index* with the words of its own name or compound."""
        own = [i for i in self._children[index] if self.tokens[i].dep in ("compound", "amod", "nmod", "poss")]
        return sorted((*own, index))

    def token(self, index: int) -> Token:
        """The token at *index*."""
        return self.tokens[index]
