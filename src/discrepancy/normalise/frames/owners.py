"""Whose age is told?"""

import re
from collections.abc import Iterator, Sequence

from discrepancy.model import WEEKDAYS, Claim, Owner
from discrepancy.normalise.frames.tree import NOMINAL, Tree
from discrepancy.normalise.times.years import MONTH_NAMES

_BEFORE = frozenset({"amod", "nummod", "compound", "nmod"})
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_AGES = frozenset({"age", "year", "month", "week", "day", "old"})
CALENDAR = frozenset((*MONTH_NAMES, *WEEKDAYS))
"""The names of months and weekdays, which are those of nobody and of no place."""

PERSON = frozenset({"he", "she"})
"""Pronouns that stand for one person."""

_FAR = 300
"""Characters before a sentence in which the sentence before it begins, as a rule."""

_OPENING = re.compile(r"(?:^|[.!?][\"'”’)]?\s+)((?:[A-Z][\w'’-]+[ \n]){1,3}[A-Z][\w'’-]+),?\s(?=[a-z])")
_ENDING = re.compile(r"[.!?][\"'”’)]?\s+(?=\S)")


def owner(tree: Tree, figure: int, inside: Sequence[int]) -> int | None:
    """Whose age it is: the nearest name above the figure, or of whom the age is told, else the nearest other noun.

    It is that of the object whose noun the age stands before ("jailed the 63-year-old teacher"). A pronoun stands for
    the name that is the subject of a clause above its own. The *inside* of the figure is no owner.
    """
    above = [i for i in (figure, *tree.ancestors(figure)) if i not in inside]
    if (described := _described(tree, figure, inside)) is not None:
        return described
    named = next((i for i in above if tree.token(i).pos == "PROPN" and tree.token(i).text not in CALENDAR), None)
    if named is None:
        named = _possessor(tree, above)
    if named is None:
        named = _named_subject(tree, figure)
    if named is not None:
        return named
    other = next((i for i in above if tree.token(i).pos in NOMINAL and tree.token(i).lemma not in _AGES), None)
    told = (other, _said_to_be(tree, figure), _right_before(tree, inside[0]))
    return next((i for i in told if i is not None), None)


def _right_before(tree: Tree, start: int) -> int | None:
    """The noun behind which ", aged" stands: "held the driver, aged 49"."""
    words = [tree.token(i).text.lower() for i in range(max(0, start - 2), start)]
    noun = start - len(words) - 1
    return noun if words == [",", "aged"] and noun >= 0 and tree.token(noun).pos in NOMINAL else None


def _said_to_be(tree: Tree, figure: int) -> int | None:
    """The noun that is said to be of the age: "the driver, believed to be a 49-year-old"."""
    predicate = tree.predicate(figure)
    if predicate is None or tree.token(predicate).lemma != "be":
        return None
    subject = tree.subject(predicate)
    return subject if subject is not None and tree.token(subject).pos == "NOUN" else None


def _described(tree: Tree, figure: int, inside: Sequence[int]) -> int | None:
    """The noun, an object, that the age stands before: "jailed the 63-year-old teacher"."""
    noun = tree.token(figure).head
    token = tree.token(noun)
    before = tree.token(figure).dep in _BEFORE and figure < noun and noun not in inside
    return noun if before and token.pos == "NOUN" and token.dep in _OBJECTS and token.lemma not in _AGES else None


def _possessor(tree: Tree, above: list[int]) -> int | None:
    """The name whose "age" is given: "put Ann Brown's age at 52"."""
    ages = (i for at in above for i in (at, *tree.children(at)) if tree.token(i).lemma == "age")
    owners = (i for age in ages for i in tree.children(age) if tree.token(i).dep == "poss")
    return next((i for i in owners if tree.token(i).pos == "PROPN"), None)


def _named_subject(tree: Tree, figure: int) -> int | None:
    """The name that is the subject of the figure's clause, or of the one above it where that has a pronoun."""
    predicate = tree.predicate(figure)
    subject = tree.subject(predicate) if predicate is not None else None
    while subject is not None and predicate is not None and tree.token(subject).pos == "PRON":
        higher = tree.token(predicate).head
        predicate = tree.predicate(higher) if higher != predicate else None
        subject = tree.subject(predicate) if predicate is not None else None
    return subject if subject is not None and tree.token(subject).pos == "PROPN" else None


_NEAR = 200
"""Characters around an age within which its owner and those told with it stand."""

_NAME = r"(?:[A-Z][\w'’-]{1,30} ){0,2}[A-Z][\w'’-]{1,30}"
_IN_TURN = re.compile(
    rf"\b({_NAME}) and ({_NAME}),? (?:ages |aged |both )?(?P<first>\d{{1,3}}) and (?P<second>\d{{1,3}})\b"
)


def named_in_turn(claim: Claim) -> str | None:
    """The name that the age of *claim* goes with where two are told in turn: "Ann and Lars, ages 54 and 50"."""
    at = claim.span.start - claim.sentence.start
    start = max(0, at - _NEAR)
    for found in _IN_TURN.finditer(claim.quote, start, at + _NEAR):
        names = {found.start("first"): found.group(1), found.start("second"): found.group(2)}
        if at in names:
            return names[at]
    return None


_OF_SEVERAL = re.compile(r"\b[a-z]{2,30}(?:s|en),? (?:aged|ages) (?:\d{1,3}(?:,|,? and) )*\Z")


def is_of_several(claim: Claim) -> bool:
    """Is the age that of one of several who are not named: "his brothers, aged 50 and 54"?"""
    at = claim.span.start - claim.sentence.start
    return _OF_SEVERAL.search(claim.quote[max(0, at - _NEAR) : at]) is not None


_BESIDE = re.compile(r"(?<!\bthe )(?<!\bThe )\b((?:[A-Z][\w'’-]{1,30} ){0,3}[A-Z][\w'’-]{1,30}),? \(?\Z")
_STOPPED = re.compile(r"[,.;)]")
_MID = r"[a-z,] {}\b"
"""A word that is capitalised where no sentence begins is a name."""

_READ = 10_000  # characters of a report in which a name is looked for; who has an age is named early


def named_beside(claim: Claim) -> str | None:
    """The name right before the age of *claim*, which stands alone behind it: "Sir Ian Holm, 88, played"."""
    text, start, end = claim.document.text, claim.span.start, claim.span.end
    found = _BESIDE.search(text, max(claim.sentence.start, start - _NEAR), start)
    if found is None or not claim.literal.isdigit() or not _STOPPED.match(text, end):
        return None
    name = found.group(1)
    opens = found.start() == claim.sentence.start and " " not in name
    return None if opens and not re.search(_MID.format(re.escape(name)), text[:_READ]) else name


def named_before(claim: Claim, tree: Tree, figure: int) -> str | None:
    """The full name with which the sentence before that of *claim* begins, where this one tells of "he" or "she"."""
    predicate = tree.predicate(figure)
    subject = tree.subject(predicate) if predicate is not None else None
    if subject is None or tree.token(subject).lemma not in PERSON:
        return None
    text = claim.document.text[max(0, claim.sentence.start - _FAR) : claim.sentence.start]
    found = list(_OPENING.finditer(text))
    if not found or _ENDING.search(text.rstrip(), found[-1].end()):
        return None
    return found[-1].group(1)


_KNOWN = re.compile(r"\bthe(?:[ \n](?!then\b)[\w'’-]{1,20})?[ \n]\Z", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she)(?:[ \n](?:is|was)|['’]s)[ \n]\Z", re.IGNORECASE)
_THEN = re.compile(r"(?: years old)?,?[ \n](?:when|at the time|in (?:1[89]|20)\d\d)\b")
_NAMING = frozenset({"compound", "appos", "nmod"})
_CHAIN = 3  # appositions: "the driver, a father of two, a 47-year-old"


def told_of(claim: Claim, tree: Tree, noun: int | None) -> Owner:
    """What the words call the one whose age *claim* is, whose *noun* is given, and whether they take it for known."""
    before = claim.document.text[max(claim.sentence.start, claim.span.start - _NEAR) : claim.span.start]
    if noun is None:
        spoken_of = _PRONOUN.search(before) and not _THEN.match(claim.document.text, claim.span.end)
        return Owner(known=bool(spoken_of or _KNOWN.search(before)))
    phrases = [noun, *_put_beside(tree, noun)]
    called = frozenset(tree.token(i).lemma.lower() for i in phrases if tree.token(i).pos == "NOUN")
    known = any(_is_definite(tree, i) for i in phrases)
    return Owner(called - _AGES, known or _KNOWN.search(before) is not None)


def _put_beside(tree: Tree, noun: int) -> Iterator[int]:
    """The nouns that stand for the one at *noun* too: "driver Ann Berg", "Ann Berg, the driver"."""
    at = noun
    for _ in range(_CHAIN):
        yield from (i for i in tree.children(at) if tree.token(i).dep in _NAMING and _stands_for(tree, i, at))
        if tree.token(at).dep != "appos":
            return
        at = tree.token(at).head
        yield at


def _stands_for(tree: Tree, index: int, noun: int) -> bool:
    """Is the word at *index* no mere part of a compound, as "bus" is in "bus driver"?"""
    return tree.token(index).dep == "appos" or tree.token(noun).pos == "PROPN"


def _is_definite(tree: Tree, noun: int) -> bool:
    """Is it "the driver" or "the firm's driver", and not "her cousin"?"""
    words = (tree.token(i) for i in tree.children(noun))
    return any(word.lemma == "the" or (word.dep == "poss" and word.pos in NOMINAL) for word in words)
