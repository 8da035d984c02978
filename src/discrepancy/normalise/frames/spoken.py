"""What the words of the text round a figure tell of its measure, whatever their parse."""

import re
from collections.abc import Iterator

from discrepancy.knowledge.frames import AttributeRow
from discrepancy.model import Claim
from discrepancy.normalise.frames.cues import Places
from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.tree import NOMINAL, SUBJECTS, Tree

_WORD = re.compile(r"[\w'’%-]+")
_REACH = 40  # characters on either side of a figure in which a phrase may stand
_NEXT = re.compile(r"(?:[ -]\w+(?=[\W_])){1,4}")
_LAST = re.compile(r"([(,]?) ?(\w{1,20}) \Z")
_UNTIL = frozenset({"until", "till", "til"})
_CLAUSE = re.compile(r"[,;:.!?()\n]|\band\b|\d")
UNLABELLED = frozenset({"count", "time"})
"""Dimensions of figures whose measure the words right beside them do not tell."""


def right_after(claim: Claim, dimension: str, lexicon: Lexicon) -> Iterator[AttributeRow]:
    """The measure that the words right after an amount tell, of which the longest win: "900 km high"."""
    text = claim.document.text[claim.span.end : min(claim.sentence.end, claim.span.end + _REACH)]
    if dimension in UNLABELLED or (found := _NEXT.match(text)) is None:
        return
    words = found.group().lower().lstrip(" -").split()
    spoken = (" ".join(words[:length]) for length in range(len(words), 0, -1))
    yield from (row for one in spoken if (row := lexicon.after.get((dimension, one))) is not None)


def right_before(claim: Claim, dimension: str, lexicon: Lexicon) -> Iterator[AttributeRow]:
    """The measure that the word right before an amount tells, alone or behind a comma: "sales of tea (up 31%)"."""
    mark, word = _last_before(claim)
    told = (lexicon.before.get((dimension, one)) for one in (mark + word, word))
    yield from (row for row in told if row is not None)


def is_until(claim: Claim) -> bool:
    """Is it until the time of *claim* that something is told to last?"""
    return _last_before(claim)[1] in _UNTIL


def _last_before(claim: Claim) -> tuple[str, str]:
    """The word right before the figure, in its sentence, with the comma or bracket before that."""
    found = _LAST.search(claim.document.text, max(claim.sentence.start, claim.span.start - _REACH), claim.span.start)
    return (found.group(1), found.group(2).lower()) if found else ("", "")


def around(claim: Claim) -> str:
    """The words round the figure, in its sentence."""
    text = claim.document.text
    first, last = max(claim.sentence.start, claim.span.start - _REACH), min(claim.sentence.end, claim.span.end + _REACH)
    whole = text[first:last]
    return whole.partition(" ")[2] if text[first - 1 : first].isalnum() else whole


def after(claim: Claim, tree: Tree, places: Places) -> str:
    """The words after the figure and what is counted with it, to the end of its clause or the next figure."""
    noun = places[0] if places[1] is None else places[1]
    start = claim.span.end
    beside = [tree.token(i) for i in tree.children(noun) if tree.token(i).dep == "conj"]
    if beside and beside[0].pos in NOMINAL and tree.token(noun).dep in SUBJECTS:
        start = max(start, claim.sentence.start + beside[0].end)
    text = claim.document.text[start : min(claim.sentence.end, start + _REACH)]
    return claim.literal + (_CLAUSE.split(text, maxsplit=1)[0])


def phrases(text: str, dimension: str, lexicon: Lexicon) -> Iterator[AttributeRow]:
    """The measures that a phrase of *text* names."""
    words = f" {' '.join(_WORD.findall(text.lower()))} "
    return (row for phrase, row in lexicon.phrases.get(dimension, ()) if phrase in words)
