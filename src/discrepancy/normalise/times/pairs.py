"""Where a clock stands: what a second one in parentheses tells of its zone, and the places named beside it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from discrepancy.interval import Interval
from discrepancy.knowledge.calendar import PlaceRow
from discrepancy.model import CLOCK_GRAINS, WEEKDAYS, Mention, Span, TimePhrase, Timex
from discrepancy.normalise.times.hours import MINUTE, distance_of, since_midnight
from discrepancy.normalise.times.periods import midnight
from discrepancy.normalise.times.years import MONTH_NAMES

ZONES = frozenset(timedelta(minutes=minutes) for minutes in range(-12 * 60, 14 * 60 + 1, 60)) | frozenset(
    timedelta(minutes=minutes) for minutes in (-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765)
)
"""The distances from Greenwich that some clock shows."""

_PLACED = re.compile(r"\b(?:in|near|from|at|of|to|outside|off|over)\s+(?:the\s+)?(?=([A-Z]\w*))")
"""Words that put what follows on the map."""

_LEADING_UP = re.compile(r",?(?:\s+(?:at|around|about|shortly|just|before|after))*\s*$")
_GOING_ON = re.compile(r",? (?:in|near|at|outside) (?:the )?")
"""What may stand between a place and a clock that is told of it."""


_CAPITAL = re.compile(r"\b[A-Z][^\W_]*")


LONGEST_LEAD = 120
"""How many characters before a clock may hold a place and the words that lead from it to the clock."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, the places that it names in their order, and what clocks show there.

    *all_known* says that no other place can be meant.
    """

    text: str
    names: tuple[str, ...]
    clocks: tuple[timedelta, ...]
    all_known: bool


@dataclass(frozen=True, slots=True)
class Places:
    """The distances from Greenwich of named places, and their names by first word."""

    offsets: Mapping[str, tuple[str, ...]]
    by_word: Mapping[str, tuple[str, ...]]

    def named_in(self, text: str) -> list[str]:
        """The places that *text* names, in its order, each once."""
        first = (word for word in _CAPITAL.finditer(text) if word[0] in self.by_word)
        return list(dict.fromkeys(name for word in first for name in self._names_at(word, text)))

    def _names_at(self, word: re.Match[str], text: str) -> Iterator[str]:
        """The names of places that begin with *word* and end where a word does: "India" is not in "Indiana"."""
        for name in self.by_word[word[0]]:
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                yield name

    def scene_of(self, text: str) -> Scene:
        """What *text*, a sentence, tells of places."""
        names = self.named_in(text)
        return Scene(text, tuple(names), self._clocks_at(names), self._all_known_in(text))

    def clocks_in(self, text: str) -> tuple[timedelta, ...]:
        """The distances from Greenwich that clocks may show at the places that *text* names."""
        return self._clocks_at(self.named_in(text))

    def _clocks_at(self, names: Iterable[str]) -> tuple[timedelta, ...]:
        return tuple(sorted({_distance(offset) for name in names for offset in self.offsets[name]}))

    def next_to(self, text: str, start: int, end: int) -> str | None:
        """The place named right before the characters from *start* to *end* of *text*, or right after them."""
        before = _LEADING_UP.sub("", text[max(0, start - LONGEST_LEAD) : start])
        after = _GOING_ON.match(text, end)
        told = [name for name in self.offsets if before.endswith(name) and not before[: -len(name)][-1:].isalnum()]
        told += [name for name in self.offsets if after and text.startswith(name, after.end())]
        return max(told, key=len, default=None)

    def clock_of(self, text: str) -> tuple[timedelta, ...]:
        """What clocks show at all places that *text* names, none where they do not show the same."""
        clocks = {tuple(sorted(map(_distance, self.offsets[name]))) for name in self.named_in(text)}
        return clocks.pop() if len(clocks) == 1 else ()

    def _all_known_in(self, text: str) -> bool:
        """Are all places that *text* names known, so that no other clock can be meant?"""
        names = (*self.offsets, *MONTH_NAMES, *WEEKDAYS)
        return all(text.startswith(names, found.start(1)) for found in _PLACED.finditer(text))


def _distance(offset: str) -> timedelta:
    """How far from Greenwich a clock stands that shows *offset* ("+03:30")."""
    return since_midnight(offset[1:]) * (-1 if offset.startswith("-") else 1)


def compile_places(rows: Iterable[PlaceRow]) -> Places:
    """Index *rows*; a name in several of them ("Georgia") may be any of its places."""
    offsets: dict[str, tuple[str, ...]] = {}
    for row in rows:
        for name in row.names:
            offsets[name] = (*offsets.get(name, ()), *row.offsets)
    by_word: dict[str, tuple[str, ...]] = {}
    for name in offsets:
        first = _CAPITAL.match(name)
        word = first[0] if first else name
        by_word[word] = (*by_word.get(word, ()), name)
    return Places(offsets, by_word)


def paired(timex: Timex, phrase: TimePhrase, places: Places, scene: Scene, within: Span) -> Timex:
    """*timex*, *within* the sentence of its *scene*, with what a second clock tells: the zone, or a misfit."""
    if not (phrase.other and phrase.clock and timex.interval and timex.interval.lower and timex.interval.upper):
        return timex
    day = (timex.interval.lower + (timex.interval.upper - timex.interval.lower) / 2).date()
    between = _between(phrase.clock, phrase.other, day)
    if phrase.zone is not None:
        stated = distance_of(phrase.zone, day) or timedelta()
        fits = stated - between in {timedelta(), timedelta(1)}
        return timex if fits else _misfit(timex, phrase, day, _right(phrase, [stated]))
    possible = [
        offset
        for name in scene.names
        for text in places.offsets[name]
        if (offset := distance_of(text, day)) is not None
    ]
    shown = between if between in possible or between in ZONES else between + timedelta(1)
    pinned = places.next_to(scene.text, within.start, within.end)
    if shown in possible or (shown in ZONES and not (pinned or (scene.names and scene.all_known))):
        interval = Interval(timex.interval.lower - shown, timex.interval.upper - shown)
        return replace(timex, interval=interval, local=False)
    where = pinned or (scene.names[0] if scene.names else None)
    if where is None:
        return _misfit(timex, phrase, day, NO_ZONE)
    there = [_distance(offset) for offset in places.offsets[where]]
    shown_there = Interval(timex.interval.lower - max(there), timex.interval.upper - min(there))
    meant = replace(timex, interval=shown_there, local=False)
    return _misfit(meant, phrase, day, _right(phrase, there, f" in {where}"))


Clocks = Callable[[], tuple[timedelta, ...]]
"""What clocks show at the places of a whole report; asked for where needed, and found once."""


def placed(timex: Timex, places: Places, mention: Mention[TimePhrase], scene: Scene, elsewhere: Clocks) -> Timex:
    """*timex* with the zone of the place whose time *mention* gives ("5 p.m. Moscow time"), else with what clocks show.

    That is at the places that its *scene* names, else *elsewhere* in the report, where all of them have one time.
    Where a place has summer time, which of its two distances held is left open.
    """
    if not timex.local or timex.grain not in CLOCK_GRAINS or timex.interval is None:
        return timex
    lower, upper = timex.interval.lower, timex.interval.upper
    own = places.clocks_in(mention.literal)
    if own and lower and upper and lower.year > MINYEAR and upper.year < MAXYEAR:
        return replace(timex, interval=Interval(lower - max(own), upper - min(own)), local=False)
    clocks = (scene.clocks or elsewhere()) if scene.all_known else ()
    return replace(timex, clocks=clocks, there=_LOCAL.search(mention.literal) is not None)


_LOCAL = re.compile(r"\blocal\s+time\b", re.IGNORECASE)


NO_ZONE = "no zone's clock shows the one at the time of the other"


def _between(clock: str, other: tuple[str, str], day: date) -> timedelta:
    """How far *clock* is from Greenwich if it shows the same moment as the *other*: less than 12 hours either way."""
    text, zone = other
    apart = since_midnight(clock) - since_midnight(text) + (distance_of(zone, day) or timedelta())
    return (apart + HALF) % timedelta(1) - HALF


HALF = timedelta(hours=11, minutes=59)


def _right(phrase: TimePhrase, distances: Iterable[timedelta], where: str = "") -> str:
    """What the second clock should show, at one of *distances* from Greenwich."""
    clock = since_midnight(phrase.clock or "00:00")
    minutes = sorted(int(((clock - one) % timedelta(1)).total_seconds()) // 60 for one in distances)
    return f"{phrase.clock}{where} is {' or '.join(f'{one // 60:02}:{one % 60:02}' for one in minutes)} GMT"


def _misfit(timex: Timex, phrase: TimePhrase, day: date, right: str) -> Timex:
    """*timex*, whose second clock should show what is *right*; on *day* it shows another moment."""
    text, zone = phrase.other or ("00:00", "GMT")
    moment = midnight(day) + since_midnight(text) - (distance_of(zone, day) or timedelta())
    shown = Interval(moment, moment + MINUTE)
    other = replace(timex, value=f"{moment:%Y-%m-%dT%H:%M}", interval=shown, named=shown, local=False)
    return replace(timex, misfit=right, other=other)
