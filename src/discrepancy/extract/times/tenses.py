"""Whether a sentence looks ahead or back."""

from collections.abc import Sequence
from typing import NamedTuple

from discrepancy.extract.times.signs import BEHIND, DETERMINERS, POSSESSIVES, QUOTES, is_past, is_torn, sign_of
from discrepancy.extract.times.words import Lexicon

BEFORE, AFTER, OPENING = 20, 6, 14
"""How many words before and after an expression are asked, and how many after one that opens its sentence."""

STOP = ";"
"""What ends a clause within a sentence."""
NEAR = 5
"""How many words before an expression a verb of the present tells that it lies ahead: "hits the shelves on Tuesday"."""
BESIDE = 4
"""How many words before an expression a verb of the past leaves no doubt: "resigned from the board in July"."""
CLAUSES = frozenset(
    {"that", "which", "who", "whose", "whom", "where", "when", "whether", "if", "as", "because", "after", "while"}
)
"""What begins a clause with a tense of its own."""
SHORT_QUOTE = 12
"""How many words a quoted phrase may have that the sentence goes on around."""
AHEAD_OF = ("ahead", "of")
PARTICLES = frozenset({"on", "out", "up", "off"})
"""Words that may stand between a verb and its day: "it comes out on Friday"."""
WITHIN = frozenset({"in", "at", "during", "for", "before", "until"})
"""Words that make what a day owns the time of the clause: "they will meet at Friday's talks"."""


class Place(NamedTuple):
    """Where an expression stands among the words of a text: from *start* to *end*, in a sentence *first* to *last*."""

    start: int
    end: int
    first: int
    last: int


class Outlook(NamedTuple):
    """-1 where a sentence looks back, 1 where ahead, 0 where nothing tells.

    *torn* says that it may as well look the other way, *over* that a verb just before leaves no doubt that it does look
    back.
    """

    tense: int = 0
    torn: bool = False
    over: bool = False


def outlook_of(texts: Sequence[str], place: Place, lexicon: Lexicon) -> Outlook:
    """The way that the nearest telling word looks, before *place* or else after it."""
    if at_once := _led_to(texts, place, lexicon):
        return Outlook(at_once)
    before = _before(texts, place, lexicon)
    if _owns(texts, place):
        return Outlook(BEHIND, torn=before.tense > 0)  # "they will skip Friday's debate", "… watch Friday's film"
    return before if before.tense else Outlook(_after(texts, place, lexicon))


def _owns(texts: Sequence[str], place: Place) -> bool:
    """Is *place* a day that owns what is told of, and not when the clause is: "Friday's vote would stand"?"""
    owns = place.end < len(texts) and texts[place.end] in POSSESSIVES
    return owns and not (place.start > place.first and texts[place.start - 1] in WITHIN)


def _before(texts: Sequence[str], place: Place, lexicon: Lexicon) -> Outlook:
    """The way that the nearest telling word before *place* looks, short quotations passed over."""
    start, _, first, _ = place
    opening = start
    for index in range(start - 1, max(first - 1, start - BEFORE), -1):
        if texts[index] in QUOTES and index != opening:
            opening = _opening(texts, index, first)
        if texts[index] == STOP or opening < 0:
            break
        if sign := sign_of(texts, index, lexicon, near=start - index <= NEAR):
            over = sign < 0 and start - index <= BESIDE and texts[start - 1] != "to"  # "was postponed to May 3"
            return Outlook(sign, torn=sign > 0 and is_torn(texts, index, lexicon), over=over)
    return Outlook()


def _opening(texts: Sequence[str], index: int, first: int) -> int:
    """Where the short phrase opens that the quotation mark at *index* closes; -1 where it opens a speech itself."""
    return next((at for at in range(index - 1, max(first - 1, index - SHORT_QUOTE), -1) if texts[at] in QUOTES), -1)


def _after(texts: Sequence[str], place: Place, lexicon: Lexicon) -> int:
    """The way that the next telling word after *place* looks."""
    start, end, first, last = place
    for index in range(end, min(last, end + (OPENING if start - first <= 1 else AFTER))):
        if texts[index] == STOP or (index >= end + AFTER and texts[index] in CLAUSES):
            break
        if sign := sign_of(texts, index, lexicon):
            return sign
    return 0


def _led_to(texts: Sequence[str], place: Place, lexicon: Lexicon) -> int:
    """The way that the words directly before *place* look: a verb, "until", "ahead of", "for" behind what was set."""
    start, end, first, _ = place
    led = texts[max(first, start - 1 - AFTER) : start]
    if not led:
        return 0
    if lexicon.meaning(led[-1], ("up_to",)):
        return -1 if is_past(texts[max(0, start - BEFORE) : min(len(texts), end + AFTER)]) else 1
    verb = next((text for text in led[:-4:-1] if text not in PARTICLES), led[-1])
    if lexicon.meaning(verb, ("ahead_at_once",)):
        return 1
    if verb.endswith("ed") and lexicon.meaning(verb, ("ahead",)):
        return -1  # "vowed on Tuesday to leave"
    last = len(led) - (led[-1] in DETERMINERS)
    if tuple(led[max(0, last - len(AHEAD_OF)) : last]) == AHEAD_OF:
        return 1
    return int(led[-1] == "for" and any(lexicon.meaning(text, ("scheduling",)) for text in led))
