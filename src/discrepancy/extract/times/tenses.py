"""Whether a sentence looks ahead or back."""

from collections.abc import Sequence

from discrepancy.extract.times.words import Lexicon

BEFORE, AFTER, OPENING = 20, 6, 14
"""How many words before and after an expression are asked, and how many after one that opens its sentence."""

STOPS = frozenset({".", "!", "?", "\n", ";"})
NEAR = 5
"""How many words before an expression a verb of the present tells that it lies ahead: "hits the shelves on Tuesday"."""
CLAUSES = frozenset(
    {"that", "which", "who", "whose", "whom", "where", "when", "whether", "if", "as", "because", "after", "while"}
)
"""What begins a clause with a tense of its own."""
QUOTES = frozenset({'"', "“", "”"})
SHORT_QUOTE = 12
"""How many words a quoted phrase may have that the sentence goes on around."""
AHEAD_OF = ("ahead", "of")
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})
BEHIND = "-1"
PASSIVES = frozenset({"be", "being"})
"""What makes a form of the past no past: "would be paid"."""
NOUN_OPENERS = frozenset({"a", "an", "the", "be", "still", "being"})


def tense_of(texts: Sequence[str], place: tuple[int, int], lexicon: Lexicon) -> int:
    """-1 where the nearest telling word before *place* looks back, 1 where it looks ahead, 0 where none tells."""
    start, end = place
    if (at_once := _at_once(texts, place, lexicon)) is not None:
        return at_once
    opening = start
    for index in range(start - 1, max(-1, start - BEFORE), -1):
        if texts[index] in QUOTES and index != opening:
            opening = _opening(texts, index)
        if texts[index] in STOPS or opening < 0:
            break
        if sign := _sign(texts, index, lexicon, near=start - index <= NEAR):
            return sign
    far = OPENING if _opens(texts, start) else AFTER
    for index in range(end, min(len(texts), end + far)):
        if texts[index] in STOPS or (index >= end + AFTER and texts[index] in CLAUSES):
            break
        if sign := _sign(texts, index, lexicon):
            return sign
    return 0


def _at_once(texts: Sequence[str], place: tuple[int, int], lexicon: Lexicon) -> int | None:
    """The way that the words directly before *place* look, or the possessive behind it; None where they do not tell."""
    start, end = place
    if start and lexicon.meaning(texts[start - 1], ("up_to",)):
        return -1 if _past(texts[max(0, start - BEFORE) : min(len(texts), end + AFTER)]) else 1
    led = _led_to(texts, start, lexicon) if start else 0
    return led or (-1 if end < len(texts) and texts[end] in {"'s", "’s"} else None)


def _led_to(texts: Sequence[str], start: int, lexicon: Lexicon) -> int:
    """The way that the words directly before *start* look: a verb, "ahead of", or "for" behind what was set."""
    verb = texts[start - 2 if start > 1 and texts[start - 1] == "on" else start - 1]
    if lexicon.meaning(verb, ("ahead_at_once",)):
        return 1
    if verb.endswith("ed") and lexicon.meaning(verb, ("ahead",)):
        return -1  # "vowed on Tuesday to leave"
    last = start - (texts[start - 1] in DETERMINERS)
    if tuple(texts[max(0, last - len(AHEAD_OF)) : last]) == AHEAD_OF:
        return 1
    set_for = texts[start - 1] == "for" and _clause_before(texts, start - 1)
    return int(any(lexicon.meaning(text, ("scheduling",)) for text in set_for or ()))


def _clause_before(texts: Sequence[str], index: int) -> Sequence[str]:
    """The words just before *index* in its sentence."""
    first = max(0, index - AFTER)
    last_stop = max((at for at in range(first, index) if texts[at] in STOPS), default=first)
    return texts[last_stop:index]


def _opening(texts: Sequence[str], index: int) -> int:
    """Where the short phrase opens that the quotation mark at *index* closes; -1 where it opens a speech itself."""
    for at in range(index - 1, max(-1, index - SHORT_QUOTE), -1):
        if texts[at] in QUOTES:
            return at
        if texts[at] in STOPS:
            break
    return -1


def _opens(texts: Sequence[str], start: int) -> bool:
    """Does the expression at *start* open its sentence, alone or behind one word: "On Tuesday"?"""
    word = start > 0 and texts[start - 1][0].isupper()
    return start == word or texts[start - 1 - word] in STOPS


def _sign(texts: Sequence[str], index: int, lexicon: Lexicon, *, near: bool = False) -> int:
    """The way that one word looks; some do only *near* to the expression."""
    text, before = texts[index], texts[max(0, index - 3) : index]
    tensed = text in lexicon.tensed or text.endswith("ed") or text.lower() in lexicon.tensed
    if not tensed or _is_name(text, before):
        return 0
    if text == "to" and before and lexicon.meaning(before[-1], ("about_to",)):
        return 0 if _past(before) else 1
    if lexicon.meaning(text, ("ahead_as_seen_then",)):
        return -1 if _past(before) else 1
    if known := lexicon.meaning(text, ("ahead", "behind", "ahead_nearby") if near else ("ahead", "behind")):
        return 0 if known == BEHIND and before and before[-1] in PASSIVES else int(known)
    past = len(text) > 4 and text.endswith("ed") and not (before and before[-1] in NOUN_OPENERS)  # noqa: PLR2004 - "need"
    return -1 if past else 0


def _is_name(text: str, before: Sequence[str]) -> bool:
    """Is *text* a name within its sentence: "Will", "Made in Heaven", “Meet the Mayor”?"""
    return text[0].isupper() and bool(before) and (before[-1][0].isalpha() or before[-1] in QUOTES)


def _past(texts: Sequence[str]) -> bool:
    """Is what lay ahead seen from a time that is past itself ("had been due")?"""
    return "had" in texts
