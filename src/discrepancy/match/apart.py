"""What tells two claims apart, however alike their words: their periods, and which of several."""

import re
from datetime import datetime

from discrepancy.interval import Interval
from discrepancy.match.blocks import Block
from discrepancy.match.kinds import turn_in
from discrepancy.match.wording import frame_of, measure
from discrepancy.model import Claim, Grain


def told_apart(left: Claim, right: Claim, block: Block) -> bool:
    """Do two claims that differ say themselves that they tell of two things?"""
    return (
        _of_other_years(left, right)
        or _of_other_months(left, right, block)
        or _over_other_spans(left, right, block)
        or _of_other_turns(left, right, block)
        or _ranked_within_others(left, right)
        or _of_opposites(left, right, block)
        or _of_other_happenings(left, right, block)
        or _of_another_extent(left, right, block)
        or _from_other_places(left, right)
    )


def _of_other_years(left: Claim, right: Claim) -> bool:
    """Are two quantities told of years, and of none in common; or one alone of a year gone by?

    An age is that of today, whatever happened when.
    """
    if any(one.quantity is None or frame_of(one).attribute == "age" for one in (left, right)):
        return False
    a, b = _years(left), _years(right)
    if a and b:
        return a.isdisjoint(b)
    return _is_gone_by(left, a) or _is_gone_by(right, b)


def _years(claim: Claim) -> frozenset[int]:
    """The years that stand beside what is measured: "in 2013", "for 2023"."""
    return frozenset(map(int, (frame_of(claim).scope.time or "").split()))


def _is_gone_by(claim: Claim, years: frozenset[int]) -> bool:
    published = claim.document.published
    return published is not None and bool(years) and max(years) < published.time.year - 1


def _of_other_months(left: Claim, right: Claim, block: Block) -> bool:
    """Are two quantities told of months or quarters, and of none in common: "3.2% in May"?"""
    a, b = (_month(claim, block) for claim in (left, right))
    return a is not None and b is not None and not a.overlaps(b)


def _month(claim: Claim, block: Block) -> Interval[datetime] | None:
    """The month or quarter in which what is measured was as it is told; None where it is told of several or none."""
    told = [one.timex.interval for one in block.beside(claim) if one.timex and _is_told_in(claim, one)]
    return told[0] if claim.quantity is not None and len(told) == 1 else None


def _is_told_in(claim: Claim, time: Claim) -> bool:
    """Is *time* the month or quarter "in" which what *claim* measures was as it is told?"""
    words = time.literal.lower().split()
    inside = any(role == _INSIDE and word in words for role, word in frame_of(claim).arguments)
    return inside and time.timex is not None and time.timex.grain in _MONTHS


_INSIDE = "in"
_MONTHS = frozenset({Grain.MONTH, Grain.QUARTER})


def _over_other_spans(left: Claim, right: Claim, block: Block) -> bool:
    """Did two quantities rise or fall over spans of two lengths: "on Monday", "this week"?"""
    if not all(one.quantity and one.quantity.change for one in (left, right)):
        return False
    a, b = ({one.timex.grain for one in block.beside(claim) if one.timex} & _SPANS for claim in (left, right))
    return len(a) == len(b) == 1 and a != b


_SPANS = frozenset({Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR})


def _of_other_turns(left: Claim, right: Claim, block: Block) -> bool:
    """Do two claims tell of two of one kind: "the first convoy", "a second convoy"?"""
    turns = ((_turn(left, thing, block), _turn(right, thing, block)) for thing in _things(left) & _things(right))
    return any(a != b and {a, b} != {"", _FIRST} for a, b in turns)


def _things(claim: Claim) -> frozenset[str]:
    """What *claim* is told of by its nouns: who did it, and what is measured."""
    frame = frame_of(claim)
    return frozenset(word for word in (frame.subject, frame.noun) if word)


def _turn(claim: Claim, thing: str, block: Block) -> str:
    """Which of several *thing* tells of near *claim* in its sentence, where it says so."""
    start, end = max(claim.sentence.start, claim.span.start - _NEAR), min(claim.sentence.end, claim.span.end + _NEAR)
    return turn_in(_WORD.findall(claim.document.text[start:end].lower()), thing, block.kinds.turns)


_NEAR = 200  # characters
_WORD = re.compile(r"[\w'’-]+")
_FIRST = "first"


def _ranked_within_others(left: Claim, right: Claim) -> bool:
    """Are two ranks told within two times: "the third attack in a month", "the fifth this year"?"""
    a, b = (frame_of(claim).rank for claim in (left, right))
    return bool(a and b and a.within and b.within and a.within != b.within)


def _of_opposites(left: Claim, right: Claim, block: Block) -> bool:
    """Is the one told of whom the other is not: of men, and of women?"""
    a, b = _things(left), _things(right)
    return any(frozenset((one, other)) in block.kinds.opposed for one in a - b for other in b - a)


def _of_other_happenings(left: Claim, right: Claim, block: Block) -> bool:
    """Are two times those of two things that happen by their names: the announcement, and the start?"""
    return block.kind == "time" and measure(left, right, block) in ("different", "unlike")


def _of_another_extent(left: Claim, right: Claim, block: Block) -> bool:
    """Is one told of a place, and the other of farther than that: "in Norland", "worldwide"?"""
    wide, other = (_extent(claim, block) for claim in (left, right))
    return wide != other and frame_of(right if wide else left).scope.place is not None


def _extent(claim: Claim, block: Block) -> bool:
    """Is the figure itself said to be of all the world or all the land, right before or behind it?"""
    text, (start, end) = claim.document.text, claim.span
    before = text[max(claim.sentence.start, start - _BESIDE) : start]
    behind = text[end : min(claim.sentence.end, end + _BESIDE)]
    words = (*_PHRASE_END.split(before)[-1].split(), *_PHRASE_END.split(behind)[0].split())
    return not block.kinds.extents.isdisjoint(word.lower() for word in words)


_BESIDE = 25  # characters
_PHRASE_END = re.compile(r"[,;.:()]|\band\b")


def _from_other_places(left: Claim, right: Claim) -> bool:
    """Are two distances told from places of two names: "20 km north of Lund", "45 km south of Arad"?"""
    a, b = (_points(claim) for claim in (left, right))
    return bool(a and b) and not any(one.startswith(other) or other.startswith(one) for one in a for other in b)


def _points(claim: Claim) -> frozenset[str]:
    """The beginnings of the names of what the figure is told from, right behind it."""
    if claim.quantity is None or claim.quantity.dimension != "length":
        return frozenset()
    found = _FROM.match(claim.document.text, claim.span.end, claim.sentence.end)
    return frozenset(name[:_STEM] for name in _NAME.findall(found[1])) if found else frozenset()


_STEM = 4  # letters: of Russia, the Russian border
_FROM = re.compile(
    r"\s(?:(?:due|to the|north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?\s){0,3}"
    r"(?:of|from|off|outside)\s((?:[^\W\d][\w'’-]*\s?){1,6})"
)
_NAME = re.compile(r"\b[A-Z][\w'’-]+")


def limits_a_figure(claim: Claim, block: Block) -> bool:
    """Is it the period of a figure beside it, and no date of what happened?

    "A profit of $41 million for 2030", "inflation was 3% in May".
    """
    if claim.timex is None:
        return False
    return any(_is_period_of(one, claim) for one in block.beside(claim) if one.quantity is not None)


def _is_period_of(figure: Claim, time: Claim) -> bool:
    """Is *figure* told for that *time*, or a share in that month?"""
    share = figure.quantity is not None and figure.quantity.dimension == "share"
    return (_PERIOD, time.literal) in frame_of(figure).arguments or (share and _is_told_in(figure, time))


_PERIOD = "for"
