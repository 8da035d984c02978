"""What a fact is called: its measure and whose it is, else the words that stand round its figure."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from discrepancy.model import Claim

_FIGURE = "…"
_REACH = 60  # characters looked at on either side of a figure
_BEFORE, _AFTER = 4, 5  # words kept
_FEW = 2  # from so many words back, the end of the clause before ends the label
_ENDS = (",", ";", ":", ".", "!", "?", ")", "”", '"', "—", "–", "-")
_EMPTY = frozenset(
    {"it", "he", "she", "they", "we", "i", "you", "that", "this", "who", "which", "there", "one", "other"}
)
_JOINING = frozenset(
    {"and", "or", "but", "that", "than", "more", "as", "who", "which", "where", "when", "while"}
    | {"the", "a", "an", "of", "to", "in", "at", "by", "for", "with", "from", "is", "was"}
)
_HAS_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w{3,}")


def label_of(claims: Sequence[Claim]) -> str:
    """What *claims* speak of: "population · Kharkiv", "deaths · killed … on the seafront", "lies … from the border".

    The measure counts where most claims give it, the subject where two do: what one sentence calls it says little.
    """
    frames = [claim.frame for claim in claims if claim.frame]
    measure = _commonest((frame.attribute for frame in frames), (len(claims) + 1) // 2)
    subject = _commonest((frame.subject for frame in frames if _telling(frame.subject)), 2)
    about = subject if measure and subject else _around(claims)
    return " · ".join(part for part in (measure, about) if part) or claims[0].literal


def _commonest(words: Iterable[str | None], least: int) -> str:
    """The commonest of *words* that stands there *least* times."""
    counts = Counter(word for word in words if word)
    return min((word for word in counts if counts[word] >= least), key=lambda word: (-counts[word], word), default="")


def _telling(subject: str | None) -> bool:
    return subject is not None and subject not in _EMPTY and not _HAS_DIGIT.search(subject)


def _around(claims: Sequence[Claim]) -> str:
    """The words round the figure, from the claim whose words the others use most."""
    told = [_clause(claim) for claim in claims]
    spread = Counter(word for words in told for word in set(_WORD.findall(words.lower())))
    return max(told, key=lambda words: sum(spread[word] - 1 for word in set(_WORD.findall(words.lower()))))


def _clause(claim: Claim) -> str:
    """A few words before and after the figure, within its clause; a mark stands for the figure."""
    text, span, sentence = claim.document.text, claim.span, claim.sentence
    lead = text[max(sentence.start, span.start - _REACH) : span.start].split()
    tail = text[span.end : min(sentence.end, span.end + _REACH)].split()
    before = _nearest(lead[span.start - sentence.start > _REACH :])  # the first may be half a word
    after = _following(tail[: len(tail) - (sentence.end - span.end > _REACH)])
    while before and before[0].lower() in _JOINING:
        del before[0]
    while after and after[-1].lower() in _JOINING:
        del after[-1]
    return " ".join([*before, _FIGURE, *after]) if before or after else ""


def _nearest(words: Sequence[str]) -> list[str]:
    """The last of *words*, back to the end of the clause before."""
    kept: list[str] = []
    for word in reversed(words[-_BEFORE:]):
        if _HAS_DIGIT.search(word) or (word.endswith(_ENDS) and len(kept) >= _FEW):
            break
        kept.insert(0, word)
    return kept


def _following(words: Sequence[str]) -> list[str]:
    """The first of *words*, up to the end of the clause."""
    kept: list[str] = []
    for word in words[:_AFTER]:
        if word in _ENDS or _HAS_DIGIT.search(word):
            break
        kept.append(word.rstrip("".join(_ENDS)))
        if word.endswith(_ENDS):
            break
    return kept
