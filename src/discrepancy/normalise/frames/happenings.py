"""What happened at the time of a claim: a verb, or the noun of an event."""

from collections.abc import Sequence
from typing import NamedTuple

from discrepancy.normalise.frames.leaving import AROUND, is_event, left_to
from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.tree import NOMINAL, SUBJECTS, Tree

_DEEP = 4  # nouns between a time and that of its event: "the vote of the board of the club on Monday"
_NEAR = 6  # words from a time to the subject of the clause that it opens
_LEAD = 4  # words of a phrase of time before the time itself
_OPENING = frozenset({"mark", "advmod", "nsubj", "nsubjpass"})
_CLAUSAL = frozenset({"WRB", "WDT", "WP"})
_OF_TIME = frozenset({"IN", "RB", "DT", "JJ", "RBR", "JJR"})
_BEFORE = frozenset({"nummod", "compound", "nmod", "poss", "amod"})
_QUOTES = frozenset({'"', "“", "'", "‘", "—", "–"})
_APART = frozenset({"that", "because", "as", "while", "if", "than", "of"})
_ADJUNCT = frozenset({"for", "to", "as", "like"})  # after these no event is taken for granted: "a date for the vote"
_PERIODS = frozenset({"hour", "minute", "day", "week", "month", "year", "time", "morning", "night", "period"})
_OF = frozenset({"of", "from"})


class Happening(NamedTuple):
    """The word that tells what happened, and the verb of the clause that tells it.

    *noun*: the word is the noun that the time hangs on, and what its clause tells is another matter.
    """

    word: int
    clause: int
    noun: bool = False


def happening(tree: Tree, figure: int, inside: Sequence[int], lexicon: Lexicon) -> Happening:
    """What happened at the time *figure*, of the words *inside*."""
    lead = _lead(tree, inside)
    start = _start(tree, figure, lead, inside)
    noun = _noun(tree, start, figure, inside, lexicon)
    opened = _opened(tree, lead - 1, inside) if noun is None else None
    if noun is None and opened is None and _is_after_event(tree, lead - 1, lexicon):
        noun = lead - 1
    if noun is not None:
        told = _told_by(tree, _verb(tree, noun), inside, lexicon)
        return told if told.word == noun else Happening(noun, _verb(tree, noun), noun=True)
    clause = _closed(tree, start, lead, inside) if opened is None else opened
    return _told_by(tree, _verb(tree, start) if clause is None else clause, inside, lexicon)


def _noun(tree: Tree, start: int, figure: int, inside: Sequence[int], lexicon: Lexicon) -> int | None:
    """The noun of which the time *figure*, which hangs on what *start* does, is that."""
    host = _host(tree, start, inside)
    event = None if host is None else _event(tree, host, figure, lexicon)
    if event is not None:
        return None if _is_beside(tree, event, figure) else event
    return host if host is not None and _is_dated_thing(tree, host, figure) else None


def _is_dated_thing(tree: Tree, host: int, figure: int) -> bool:
    """Is the noun *host* one that *figure* before it tells the time of: "a 2015 law"?"""
    token = tree.token(host)
    before = host > figure and tree.token(figure).dep in _BEFORE
    return before and token.pos == "NOUN" and token.lemma not in _PERIODS


def _lead(tree: Tree, inside: Sequence[int]) -> int:
    """The first word of the phrase of time whose time is *inside*: "on", "later", "early on"."""
    at = inside[0]
    while at > max(0, inside[0] - _LEAD) and tree.token(at - 1).tag in _OF_TIME and tree.token(at - 1).dep != "mark":
        if tree.token(at - 1).lemma in _APART:
            break
        at -= 1
    return at


def _start(tree: Tree, figure: int, lead: int, inside: Sequence[int]) -> int:
    """Where the phrase of time hangs on: its preposition, should the parse have put the time beside that."""
    before = tree.token(inside[0] - 1) if inside[0] > lead else None
    apart = before is not None and before.dep == "prep" and tree.token(figure).dep not in ("pobj", *_BEFORE)
    return inside[0] - 1 if apart else figure


def _verb(tree: Tree, index: int) -> int:
    """The nearest verb above *index*, else the root of its clause."""
    found = tree.predicate(index)
    return index if found is None else found


def _host(tree: Tree, figure: int, inside: Sequence[int]) -> int | None:
    """The noun that the time hangs on, with no verb between."""
    own = set(inside)
    for above in tree.ancestors(figure):
        pos = tree.token(above).pos
        if pos in ("VERB", "AUX"):
            return None
        if pos in NOMINAL and above not in own:
            return above
    return None


def _event(tree: Tree, host: int, figure: int, lexicon: Lexicon) -> int | None:
    """The noun of an event at *host*, in its compound, or that it belongs to: "the vote of the board on Monday"."""
    for _ in range(_DEEP):
        compound = (i for i in tree.children(host) if i > figure and tree.token(i).dep in ("compound", "nmod"))
        found = next((i for i in (host, *compound) if is_event(tree, i, lexicon, named=i > figure)), None)
        if found is not None:
            return found
        token = tree.token(host)
        above = token.head
        if token.dep == "pobj" and tree.token(above).lemma in ("of", "by", "with", "against", "between"):
            above = tree.token(above).head
        elif token.dep not in ("compound", "nmod", "poss", "appos"):
            return None
        if above == host or tree.token(above).pos not in NOMINAL:
            return None
        host = above
    return None


def _is_beside(tree: Tree, event: int, figure: int) -> bool:
    """Does the time behind the object *event* rather belong to its verb: "condemned the attack on Monday"?"""
    if tree.token(event).dep != "dobj" or figure < event:
        return False
    return tree.token(tree.token(figure).head).lemma not in _OF


def _is_after_event(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Is the word at *at*, right before the time, an event: "slept after the vote on Monday"?"""
    if at < 0 or not is_event(tree, at, lexicon):
        return False
    return tree.token(at).dep == "pobj" and tree.token(tree.token(at).head).lemma in AROUND


def _opened(tree: Tree, at: int, inside: Sequence[int]) -> int | None:
    """The verb of the clause that the time opens: "when on Monday he announced", "who later on Monday called".

    A time that opens the sentence, or stands right behind the subject, is its clause's, too. The word at *at* stands
    before the phrase of time.
    """
    if at > 0 and tree.token(at).text == ",":
        at -= 1
    if at < 0 or (at == 0 and tree.token(at).text in _QUOTES):
        return _next_clause(tree, inside[-1] + 1)
    token = tree.token(at)
    verb = token.head
    after = verb > inside[-1] and tree.token(verb).pos in ("VERB", "AUX")
    if token.tag in _CLAUSAL or token.dep == "mark":
        return verb if after and token.dep in _OPENING else _next_clause(tree, inside[-1] + 1)
    return verb if after and token.dep in SUBJECTS and at == inside[0] - 1 else None


def _closed(tree: Tree, start: int, lead: int, inside: Sequence[int]) -> int | None:
    """The verb of the clause that the time closes, where the parse puts it to the next: "after he left on Monday,"."""
    verb, after = _verb(tree, start), inside[-1] + 1
    if verb < after or after >= len(tree.tokens) or tree.token(after).text != ",":
        return None
    for at in range(lead - 1, -1, -1):
        token = tree.token(at)
        if token.pos == "PUNCT":
            return None
        if token.pos == "VERB" and token.head == verb and token.dep in ("advcl", "ccomp"):
            return at
    return None


def _next_clause(tree: Tree, start: int) -> int | None:
    """The verb of the clause whose subject stands at *start* or soon after it."""
    near = range(start, min(len(tree.tokens), start + _NEAR))
    if any(tree.token(i).tag in _CLAUSAL or tree.token(i).dep == "mark" for i in near[:2]):
        return None  # "on Monday, when he spoke, she left"
    subject = next((i for i in near if tree.token(i).dep in SUBJECTS and tree.token(i).head > i), None)
    return None if subject is None else tree.token(subject).head


def _told_by(tree: Tree, verb: int, inside: Sequence[int], lexicon: Lexicon) -> Happening:
    """What happened in the clause of *verb*."""
    word, clause = left_to(tree, verb, inside, lexicon)
    return Happening(word, clause)


def is_given(tree: Tree, told: Happening) -> bool:
    """Is it taken for granted that the event happened, whatever its clause says: "did not sing after Monday's vote"?"""
    if not told.noun:
        return False
    token = tree.token(told.word)
    return token.dep == "pobj" and tree.token(token.head).lemma not in _ADJUNCT
