"""Whether a sentence looks ahead or back."""

from collections.abc import Sequence

from discrepancy.extract.times.words import Lexicon

BEFORE, AFTER, OPENING = 20, 6, 14
"""How many words before and after an expression are asked, and how many after one that opens its sentence."""

STOPS = frozenset({".", "!", "?", "\n", ";"})
BEHIND = "-1"
PASSIVES = frozenset({"be", "being"})
"""What makes a form of the past no past: "would be paid"."""
NOUN_OPENERS = frozenset({"a", "an", "the", "be", "still", "being"})


def tense_of(texts: Sequence[str], place: tuple[int, int], lexicon: Lexicon) -> int:
    """-1 where the nearest telling word before *place* looks back, 1 where it looks ahead, 0 where none tells."""
    start, end = place
    if start and lexicon.meaning(texts[start - 1], ("up_to",)):
        return -1 if _past(texts[max(0, start - BEFORE) : min(len(texts), end + AFTER)]) else 1
    near = start - 2 if start > 1 and texts[start - 1] == "on" else start - 1
    if near >= 0 and lexicon.meaning(texts[near], ("ahead_at_once",)):
        return 1
    if end < len(texts) and texts[end] in {"'s", "’s"}:
        return -1
    for index in range(start - 1, max(-1, start - BEFORE), -1):
        if texts[index] in STOPS:
            break
        if sign := _sign(texts, index, lexicon):
            return sign
    far = OPENING if _opens(texts, start) else AFTER
    for index in range(end, min(len(texts), end + far)):
        if texts[index] in STOPS:
            break
        if sign := _sign(texts, index, lexicon):
            return sign
    return 0


def _opens(texts: Sequence[str], start: int) -> bool:
    """Does the expression at *start* open its sentence, alone or behind one word: "On Tuesday"?"""
    return start == 0 or texts[start - 1] in STOPS or (texts[start - 1][0].isupper() and _opens(texts, start - 1))


def _sign(texts: Sequence[str], index: int, lexicon: Lexicon) -> int:
    """The way that one word looks."""
    text = texts[index]
    before = texts[max(0, index - 3) : index]
    if text[0].isupper() and before and before[-1][0].isalpha():
        return 0  # a name: "Will", "Made in Heaven"
    if text == "to" and before and lexicon.meaning(before[-1], ("about_to",)):
        return 0 if _past(before) else 1
    if lexicon.meaning(text, ("ahead_as_seen_then",)):
        return -1 if _past(before) else 1
    if known := lexicon.meaning(text, ("ahead", "behind")):
        return 0 if known == BEHIND and before and before[-1] in PASSIVES else int(known)
    past = len(text) > 4 and text.endswith("ed") and not (before and before[-1] in NOUN_OPENERS)  # noqa: PLR2004 - "need"
    return -1 if past else 0


def _past(texts: Sequence[str]) -> bool:
    """Is what lay ahead seen from a time that is past itself ("had been due")?"""
    return "had" in texts
