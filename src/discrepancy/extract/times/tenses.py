"""Whether a sentence looks ahead or back."""

from collections.abc import Sequence

from discrepancy.extract.times.words import Lexicon

BEFORE, AFTER = 14, 6
"""How many words before and after an expression are asked."""


def tense_of(texts: Sequence[str], place: tuple[int, int], lexicon: Lexicon) -> int:
    """-1 where the nearest telling word before *place* looks back, 1 where it looks ahead, 0 where none tells."""
    for index in range(place[0] - 1, max(-1, place[0] - BEFORE), -1):
        if texts[index] in STOPS:
            break
        if sign := _sign(texts[index], lexicon):
            return sign
    for index in range(place[1], min(len(texts), place[1] + AFTER)):
        if texts[index] in STOPS:
            break
        if sign := _sign(texts[index], lexicon):
            return sign
    return 0


STOPS = frozenset({".", "!", "?", "\n", ";"})


def _sign(text: str, lexicon: Lexicon) -> int:
    known = lexicon.meaning(text, ("ahead", "behind"))
    if known:
        return int(known)
    return -1 if len(text) > 4 and text.endswith("ed") else 0  # noqa: PLR2004 - past tenses are that long
