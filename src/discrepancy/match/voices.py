"""Which documents and which claims are one voice: copies of a text corroborate nothing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from discrepancy.model import Document, Fact

WIDESPREAD = 32
"""Texts in which a run of words is looked up; what more of them have is nobody's own, and would make cost grow."""

Run = tuple[str, ...]
"""Words that follow each other."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copying:
    """What makes a text a copy, measured on reports of one event by several outlets.

    It has at least *least* runs of *words* words, and another, no shorter, has at least *share* percent of them.
    """

    words: int
    least: int
    share: int


# Of 1,330 pairs of reports on one event, each of the 24 that share 65 % or more is one text, cut, edited or added to;
# below, reports that quote the same statements at length come among them.
DOCUMENTS = Copying(words=5, least=20, share=65)
# A sentence of 20 words of which one is changed keeps 15 of its 18 runs of three, with two changed 12.
SENTENCES = Copying(words=3, least=8, share=60)


def copies_in(documents: Iterable[Document]) -> Mapping[str, Document]:
    """The documents of one story that are copies, by id, each with the first to be published of its voice."""
    by_id = {document.id: document for document in documents}
    originals = _originals({name: document.text for name, document in by_id.items()}, DOCUMENTS)
    first: dict[str, Document] = {}
    for name, original in originals.items():
        first[original] = min(first.get(original, by_id[original]), by_id[name], key=_appearance)
    return {name: first[original] for name, original in originals.items() if first[original].id != name}


def voiced(fact: Fact, copies: Mapping[str, Document]) -> Fact:
    """*fact* with the voice of each claim: of one voice are claims of copies, and those whose sentences are copies."""
    texts = {claim.id: copies.get(claim.document.id, claim.document) for claim in fact.claims}
    sentences = _originals({claim.id: claim.quote for claim in fact.claims}, SENTENCES)
    joined: dict[str, Document] = {}
    for claim, original in sentences.items():
        one, other = _voice(texts[claim], joined), _voice(texts[original], joined)
        first = min(one, other, key=_appearance)
        joined |= {one.id: first, other.id: first}
    return replace(fact, voices=tuple(_voice(texts[claim.id], joined).id for claim in fact.claims))


def _originals(texts: Mapping[str, str], copying: Copying) -> dict[str, str]:
    """Each of *texts* by key, with the key of that of which it is a copy, or its own.

    The longest come first, and only those that are no copies are looked into. So cost is near-linear, the order of
    *texts* changes nothing, and two texts are not one because both contain a third.
    """
    runs = {key: _runs(text, copying.words) for key, text in texts.items()}
    shared = _shared(runs.values())
    holders: defaultdict[Run, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for key in sorted(runs, key=lambda one: (-len(runs[one]), one)):
        found[key] = _original(runs[key], shared, holders, copying) or key
        if found[key] == key:
            for run in runs[key] & shared:
                if len(holders[run]) < WIDESPREAD:
                    holders[run].append(key)
    return found


def _shared(texts: Iterable[frozenset[Run]]) -> frozenset[Run]:
    """The runs that more than one of *texts* has: few of all there are."""
    met: set[Run] = set()
    shared: set[Run] = set()
    for runs in texts:
        shared |= met & runs
        met |= runs
    return frozenset(shared)


def _original(
    runs: frozenset[Run], shared: frozenset[Run], holders: Mapping[Run, Sequence[str]], copying: Copying
) -> str | None:
    """The one among *holders* of *shared* runs that has the most of *runs*, if they are enough to make those a copy."""
    if len(runs) < copying.least:
        return None
    told = Counter(holder for run in runs & shared for holder in holders.get(run, ()))
    most = max(told, key=lambda holder: (told[holder], holder), default=None)
    return most if most is not None and 100 * told[most] >= copying.share * len(runs) else None


def _runs(text: str, words: int) -> frozenset[Run]:
    """The runs of *words* words in *text*."""
    found = _WORD.findall(text.casefold())
    return frozenset(zip(*(found[start:] for start in range(words)), strict=False))


def _voice(document: Document, joined: Mapping[str, Document]) -> Document:
    """The document with which the voice of *document* begins, *joined* naming an earlier one of each voice."""
    while (first := joined.get(document.id, document)).id != document.id:
        document = first
    return document


def _appearance(document: Document) -> tuple[datetime, str]:
    """A sort key: by time of publication, undated last."""
    return document.appeared, document.id
