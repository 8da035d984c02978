"""What the times of a text lend each other: years, and the sense of which of them carry the story."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from discrepancy.model import Document, Mention, TimePhrase

_JOINT = re.compile(r"[\s,]*(?:and|or|to|through|until|till|-|–|—|/|and early|and late|to early|to late)[\s,]*")
LONGEST_JOINT = 14


def lent(document: Document, mentions: Sequence[Mention]) -> Iterator[TimePhrase]:
    """The phrases of *mentions*, a date without a year lent that of the date it is joined to ("May and June 1916")."""
    phrases = [one.reading for one in mentions if isinstance(one.reading, TimePhrase)]
    for index in range(len(phrases) - 2, -1, -1):
        here, after = phrases[index], phrases[index + 1]
        if not _lacks_year(here) or after.year is None or after.sense not in CALENDAR:
            continue
        start, end = mentions[index].span.end, mentions[index + 1].span.start
        if end - start <= LONGEST_JOINT and _JOINT.fullmatch(document.text, start, end):
            phrases[index] = replace(here, year=after.year - _comes_later(here, after))
    yield from phrases


CALENDAR = frozenset({"calendar", "days", "years"})


def _lacks_year(phrase: TimePhrase) -> bool:
    named = not (phrase.month is phrase.season is phrase.quarter is None)
    return phrase.sense in CALENDAR and named and phrase.year is None and phrase.shift is None


def _comes_later(here: TimePhrase, after: TimePhrase) -> int:
    """1 where *here*, told first, would follow *after* in the same year ("from October to March 1916")."""
    if here.month is not None and after.month is not None:
        return int((here.month, here.day or 0) > (after.month, after.day or 31))
    return 0


def asides(phrases: Sequence[TimePhrase]) -> frozenset[int]:
    """The places of the years that do not lie between the years told just before and just after them."""
    told = [(place, phrase.year) for place, phrase in enumerate(phrases) if phrase.year is not None]
    return frozenset(
        place
        for (_, before), (place, year), (_, after) in zip(told, told[1:], told[2:], strict=False)
        if year != sorted((before, year, after))[1]
    )
