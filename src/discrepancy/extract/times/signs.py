"""Whether one word of a sentence looks ahead or back."""

from collections.abc import Sequence

from discrepancy.extract.times.words import Lexicon

BEHIND = -1
QUOTES = frozenset({'"', "“", "”"})
POSSESSIVES = frozenset({"'s", "’s"})
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "my", "our", "any", "no"})
PRONOUNS = frozenset({"it", "he", "she", "that", "what", "who", "there"})
"""Words whose "'s" is a verb."""
PASSIVES = frozenset({"be", "being", "is", "are"})
"""What makes a form of the past no past: "would be paid", "is heard"."""
NO_VERBS = PASSIVES | {"still"}
"""What makes a form in -ed none of a verb of the past."""
NO_PAST, PAST_ALL_THE_SAME = ("eed", "hundred"), ("greed", "freed", "teed", "creed")
"""Endings in -ed of words that are no past, and of those that are."""
SHORTEST = 5
"""How many letters a past has at least: "need" is none."""
NEAREST = 3
"""How many words before a word are asked what it is."""


def sign_of(texts: Sequence[str], index: int, lexicon: Lexicon, *, near: bool = False) -> int:
    """The way that one word looks; some do only *near* to the expression."""
    text = texts[index]
    if not (text.endswith("ed") or text in lexicon.tensed or text.lower() in lexicon.tensed):
        return 0
    before = texts[max(0, index - NEAREST) : index]
    return 0 if _is_name(text, before) else _sign(texts, index, before, lexicon, near=near)


def _sign(texts: Sequence[str], index: int, before: Sequence[str], lexicon: Lexicon, *, near: bool) -> int:
    """The way that a word looks which may tell a tense, *before* being the words before it."""
    text = texts[index]
    if text == "to" and before and lexicon.meaning(before[-1], ("about_to",)):
        return 0 if is_past(before) else 1
    if _is_noun(before) and not lexicon.meaning(text, ("ahead_as_noun",)):
        return 0
    if lexicon.meaning(text, ("ahead_as_seen_then",)):
        return BEHIND if is_past(before) else 1
    if known := lexicon.meaning(text, ("ahead", "behind", "ahead_nearby") if near else ("ahead", "behind")):
        return int(known) if _is_finite(texts, index, lexicon) else 0
    return BEHIND if _is_past_form(text) and not (before and before[-1] in NO_VERBS) else 0


def _is_finite(texts: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    """Does the word at *index* tell a time of its own: no passive, no infinitive, no noun without its object?"""
    before = texts[index - 1] if index else ""
    if lexicon.meaning(texts[index], ("behind",)):
        return before not in PASSIVES
    named = lexicon.meaning(texts[index], ("ahead_before_its_object",)) is not None
    return before != "to" and (not named or _has_object(texts, index))


def is_torn(texts: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    """Is the word at *index*, which looks ahead, told of the past: "was due on Friday" of either Friday?"""
    planned = texts[index] == "to" or lexicon.meaning(texts[index], ("ahead_as_seen_then",))
    return bool(planned) and not {"was", "were"}.isdisjoint(texts[max(0, index - NEAREST) : index])


def is_past(texts: Sequence[str]) -> bool:
    """Is what lay ahead seen from a time that is past itself ("had been due")?"""
    return "had" in texts


def _is_name(text: str, before: Sequence[str]) -> bool:
    """Is *text* a name within its sentence: "Will", "Made in Heaven", “Meet the Mayor”?"""
    led = bool(before) and (before[-1][0].isalpha() or before[-1] in QUOTES or before[-1] in POSSESSIVES)
    return led and text[0].isupper()


def _is_noun(before: Sequence[str]) -> bool:
    """Does a determiner or an owner end *before*, so that no verb follows: "his plans", "a newly planned visit"?"""
    owned = len(before) > 1 and before[-1] in POSSESSIVES and before[-2].lower() not in PRONOUNS
    last = before[:-1] if before and before[-1].endswith("ly") else before
    return owned or (bool(last) and last[-1].lower() in DETERMINERS)


def _has_object(texts: Sequence[str], index: int) -> bool:
    """Does what a verb needs follow the word at *index*: "plans to leave", "plans a walk", not "plans were"?"""
    return index + 1 < len(texts) and (texts[index + 1] in DETERMINERS or texts[index + 1] in {"to", "another"})


def _is_past_form(text: str) -> bool:
    """Does *text* end as a past does, and not as "succeed" or "hundred"?"""
    ends = text.endswith("ed") and not text.endswith(NO_PAST)
    return len(text) >= SHORTEST and (ends or text.endswith(PAST_ALL_THE_SAME))
