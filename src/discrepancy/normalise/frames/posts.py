"""What someone was for the time told: "mayor from 1979 to 1990", "for 11 years as the bank's chairman"."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from discrepancy.model import Claim, Post, Relation
from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.owners import PERSON, named_before
from discrepancy.normalise.frames.tree import CONTENT, NOMINAL, Tree

_BEGINNING = frozenset({"from", "between"})
_LASTING = frozenset({"for", "during", "spent", "spend", "spending", "'s", "’s", "his", "her", "their"})
"""Before a length, these tell of all the time that someone was something."""

_DATING = frozenset({"from", "between", "to", "and", "until", "till", "through", "-", "–", "early", "mid", "late"})
_IN_ROLE = frozenset({"DT", "PRP$", "JJ", "NN", "NNP", "POS", "HYPH"})
_PERFECT = frozenset({"had", "has", "have", "'ve", "’ve", "'d", "’d"})
_OF_TIME = frozenset({"year", "time", "career", "stint", "period", "day", "life", "decade"})
_NO_ROLE = _OF_TIME | {"part", "one", "result", "way", "lot", "number"}
_FAR = 16  # words between a role and its time
_SHORT = 8  # words of a period


def post_of(claim: Claim, tree: Tree, inside: Sequence[int], forms: Sequence[str], lexicon: Lexicon) -> Post | None:
    """What someone or something was for the time of *claim*, the words *inside*; None where it does not tell that."""
    lead = _lead(claim, tree, inside[0])
    if lead is None:
        return None
    role = next((role for role in _roles(claim, tree, lead, inside[-1]) if _may_be(role, tree)), None)
    if role is None:
        return None
    opener, first, last = role
    head = _run(tree, first, last)[-1]
    pair = lexicon.synonyms.get(f"{forms[head - 1]} {forms[head]}") if head > first else None
    own = {head - 1, head} if pair else {head}
    words = frozenset(forms[i] for i in range(first, last + 1) if i not in own and tree.token(i).pos in CONTENT)
    many = tree.token(first).text.lower() in ("a", "an")
    return Post(pair or forms[head], words, _holder(claim, tree, opener, lexicon), many)


def _lead(claim: Claim, tree: Tree, start: int) -> int | None:
    """The word that leads up to the period or the length that starts at *start*."""
    words = [token.text.lower() for token in tree.tokens[max(0, start - _SHORT) : start]]
    if claim.timex is not None and claim.timex.relation in (Relation.FROM, Relation.TO) and not claim.quantity:
        back = next((n for n, word in enumerate(reversed(words), 1) if word in _BEGINNING), None)
        return start - back if back else None
    if claim.quantity is None or claim.quantity.dimension != "duration" or not words:
        return None
    fitting = _BEGINNING if claim.reckoned else _LASTING
    return start - 1 if words[-1] in fitting else None


def _roles(claim: Claim, tree: Tree, lead: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Where the role may stand: the word that opens it, its first word and the last of what limits it."""
    opener = _opener(tree, lead)
    lasting = claim.quantity is not None and not claim.reckoned
    perfect = opener is not None and opener > 0 and tree.token(opener - 1).text.lower() in _PERFECT
    if opener is not None and not (lasting and (perfect or tree.token(lead).text.lower() != "for")):
        yield opener, opener + 1, lead - 1
    after = end + 1
    while after < len(tree.tokens) and after - end < _SHORT and _is_date(tree, after):
        after += 1
    if after < len(tree.tokens) and tree.token(after).text.lower() == "as":
        behind = takewhile(lambda i: not _breaks(tree, i), range(after + 1, min(len(tree.tokens), after + _FAR)))
        yield after, after + 1, max(behind, default=after)


def _opener(tree: Tree, lead: int) -> int | None:
    """The "as", the form of "be", or the mark behind a name, that opens the role before *lead*."""
    start = lead - 1 if lead and tree.token(lead - 1).text == "," else lead
    for at in range(start - 1, max(-1, start - _FAR), -1):
        token = tree.token(at)
        if token.text.lower() == "as" or token.lemma == "be":
            return at
        if token.text in (",", "(") and at and tree.token(at - 1).pos == "PROPN" and tree.token(at + 1).tag != "NNP":
            return at
        if _breaks(tree, at) and not (token.text == "," and tree.token(at + 1).tag == "NNP"):
            return None
    return None


def _breaks(tree: Tree, at: int) -> bool:
    """Does the clause of a role end there?"""
    token = tree.token(at)
    verb = token.tag.startswith("VB") and token.tag != "VBG"
    return verb or token.tag in ("WDT", "WP", "PRP", "MD", "EX") or (token.pos == "PUNCT" and token.tag != "HYPH")


def _may_be(role: tuple[int, int, int], tree: Tree) -> bool:
    """Is there one thing that someone can be?"""
    _, first, last = role
    run = _run(tree, first, last)
    if not run or (run[-1] + 1 < len(tree.tokens) and tree.token(run[-1] + 1).tag.startswith("VB")):
        return False
    head = tree.token(run[-1])
    return head.pos in NOMINAL and head.tag in ("NN", "NNP") and head.lemma not in _NO_ROLE


def _run(tree: Tree, first: int, last: int) -> list[int]:
    return list(takewhile(lambda i: tree.token(i).tag in _IN_ROLE, range(first, last + 1)))


def _is_date(tree: Tree, at: int) -> bool:
    token = tree.token(at)
    return token.tag in ("CD", "NNP", ",") or token.text.lower() in _DATING


def _holder(claim: Claim, tree: Tree, opener: int, lexicon: Lexicon) -> frozenset[str]:
    """The words of the name of who it was, where told."""
    if tree.token(opener).text in (",", "("):
        name = list(takewhile(lambda i: tree.token(i).pos == "PROPN", range(opener - 1, -1, -1)))
        return _words(tree, name, lexicon)
    predicate = tree.predicate(opener)
    subject = tree.subject(predicate) if predicate is not None else None
    if subject is None:
        return frozenset()
    if tree.token(subject).lemma in _OF_TIME:
        subject = next((i for i in tree.children(subject) if tree.token(i).dep == "poss"), subject)
    if tree.token(subject).lemma in PERSON:
        return frozenset(lexicon.name(named_before(claim, tree, opener) or "").split())
    if tree.token(subject).pos != "PROPN":
        return frozenset()
    return _words(tree, [i for i in tree.phrase(subject) if tree.token(i).pos == "PROPN"], lexicon)


def _words(tree: Tree, places: Sequence[int], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.name(tree.token(i).text) for i in places if not tree.token(i).text.endswith("."))
