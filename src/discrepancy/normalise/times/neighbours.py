"""What the times of a text lend each other: years, the ends of ranges, days to count from, who carries the story."""

import re
from collections.abc import Sequence
from dataclasses import replace

from discrepancy.model import Document, Mention, Relation, Span, TimePhrase
from discrepancy.normalise.times.hours import names_day
from discrepancy.normalise.times.reckoning import APPOSED, EVENT

_JOINT = re.compile(r"[\s,]*(?:and|or|to|through|until|till|-|–|—|/|and early|and late|to early|to late)[\s,]*")
LONGEST_JOINT, LONGEST_CLAUSE = 18, 81


_RANGE = re.compile(r"\s*(?:-|–|—|to|through|until|till)\s*(?:the\s)?")
_OF_DAY = re.compile(r",?\s+(?:on\s)?(?:the\s)?")
_EVENT = re.compile(
    r"\s+(?:(?!\b(?:that|which|who|when|while|as|and|but|to|will|would|says?|said)\b)[^,;:.!?()\"“”]){0,80}"
)
"""What may stand between a distance and the day of the event that it is counted from, in one clause."""
_ENDED = re.compile(r"\s*,?\s*(?:that\s|which\s)?(?:ended|ending|ends)\s(?:on\s|in\s)?")


def linked(document: Document, mentions: Sequence[Mention[TimePhrase]]) -> list[TimePhrase]:
    """The phrases of *mentions* with what they lend the one before: years, and that it is the first end of a range."""
    phrases = _of_years([one.reading for one in mentions], mentions)
    for index in range(len(phrases) - 2, -1, -1):
        start, end = mentions[index].span.end, mentions[index + 1].span.start
        if start <= end <= start + LONGEST_JOINT:
            phrases[index : index + 2] = _joined(phrases[index], phrases[index + 1], document.text[start:end])
        if phrases[index].value == EVENT and start <= end <= start + LONGEST_CLAUSE:
            phrases[index] = _from_event(phrases[index], phrases[index + 1], document.text[start:end])
    return [_apposed(place, phrases, mentions, document) for place in range(len(phrases))]


def _of_years(phrases: Sequence[TimePhrase], mentions: Sequence[Mention[TimePhrase]]) -> list[TimePhrase]:
    """*phrases*, those that compare with a year ago what was told of many months compared with that year."""
    found: list[TimePhrase] = []
    many: Span | None = None
    for phrase, mention in zip(phrases, mentions, strict=True):
        if phrase.sense == "duration" and phrase.unit in {"month", "year"}:
            many = mention.sentence if phrase.unit == "year" or (phrase.count or 0) > MONTHS_OF_QUARTER else None
        elif phrase.quarter:
            many = None
        of_year = many == mention.sentence and _is_year_ago(phrase)
        found.append(replace(phrase, sense="report", unit="year", story=False) if of_year else phrase)
    return found


MONTHS_OF_QUARTER = 3


def _is_year_ago(phrase: TimePhrase) -> bool:
    """Does *phrase* compare with the year before: "a year earlier", "the 1988 period"?"""
    if phrase.sense == "report":
        return phrase.shift == -1 or phrase.year is not None
    return phrase.sense == "distance" and phrase.unit == "year" and phrase.shift == -1 and phrase.count in {None, 1}


def _from_event(phrase: TimePhrase, after: TimePhrase, joint: str) -> TimePhrase:
    """*phrase*, a distance from an event, counted from the day that the clause tells the event with."""
    return replace(phrase, beside=after) if names_one_day(after) and _EVENT.fullmatch(joint) else phrase


def _apposed(
    place: int, phrases: Sequence[TimePhrase], mentions: Sequence[Mention[TimePhrase]], document: Document
) -> TimePhrase:
    """The phrase at *place*; a distance from an event that follows a date, or a date and another one, is that date."""
    phrase = phrases[place]
    if phrase.value != EVENT:
        return phrase
    start = mentions[place].span.start
    for before in range(place - 1, max(-1, place - 3), -1):
        end = mentions[before].span.end
        if phrases[before].sense in DATED:
            joint = document.text[end:start] if start - end <= LONGEST_CLAUSE else ""
            return replace(phrase, value=APPOSED) if _APPOSED.fullmatch(joint) else phrase
    return phrase


def names_one_day(phrase: TimePhrase) -> bool:
    """Does *phrase* name a day by itself, by its date, its name or its distance from publication?"""
    near = phrase.sense == "turned" and phrase.unit == "day" and not phrase.story
    return near or phrase.sense in {"days", "iso", "numeric"} or phrase.day is not None or _has_name(phrase)


def _has_name(phrase: TimePhrase) -> bool:
    return phrase.sense in OF_DAYS and (phrase.weekday is not None or phrase.holiday is not None)


def _joined(here: TimePhrase, after: TimePhrase, joint: str) -> tuple[TimePhrase, TimePhrase]:
    """Two phrases with *joint* between them."""
    if _lacks_year(here) and after.year is not None and after.sense in CALENDAR and _JOINT.fullmatch(joint):
        here = replace(here, year=after.year - _comes_later(here, after))
    if here.sense == "clock" and not names_day(here) and after.holiday is not None and _OF_DAY.fullmatch(joint):
        here = replace(here, holiday=after.holiday, year=after.year)
    if (here.sense == "report" or here.quarter) and after.sense == "calendar" and _ENDED.fullmatch(joint):
        here = replace(here, beside=after)
    if (
        {here.sense, after.sense} <= DATED
        and here.until is here.since is after.since is None
        and _RANGE.fullmatch(joint)
    ):
        return _ends(here, after)
    return here, after


def _ends(here: TimePhrase, after: TimePhrase) -> tuple[TimePhrase, TimePhrase]:
    """Two phrases as the ends of a range, unless the words before them say otherwise."""
    if here.relation not in {Relation.IN, Relation.FROM} or after.relation not in {
        Relation.IN,
        Relation.UNTIL,
        Relation.TO,
    }:
        return here, after
    if here.sense == after.sense == "weekday" and after.shift is None:
        after = replace(after, story=True, tense=1)  # the first one after the day just told
    return replace(here, relation=Relation.FROM), replace(after, relation=Relation.TO)


_APPOSED = re.compile(
    r"[\s,(–—-]{1,4}(?:(?:[\w-]{1,12} ){1,3}(?:after|before) [^,;:.!?()\"“”]{1,80} and )?(?:only |just |exactly )?"
)
"""What may stand between a date and a distance from an event that tells of it, such as another one."""

DATED = frozenset({"calendar", "days", "iso", "numeric", "weekday", "clock"})
"""The senses that name a time of their own."""

OF_DAYS = DATED | {"part"}
"""The senses that may name a day."""

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
    """The places of the years that do not lie between the years told just before and just after them.

    One that the next phrase speaks of as "that year" carries the story on all the same.
    """
    told = [(place, phrase.year) for place, phrase in enumerate(phrases) if phrase.year is not None]
    return frozenset(
        place
        for (_, before), (place, year), (_, after) in zip(told, told[1:], told[2:], strict=False)
        if year != sorted((before, year, after))[1] and not _is_of_that_year(phrases[place + 1])
    )


def _is_of_that_year(phrase: TimePhrase) -> bool:
    """Does *phrase* speak of the year told last: "in August of that year"?"""
    return phrase.story and phrase.shift == 0 and (phrase.unit == "year" or phrase.month is not None)
