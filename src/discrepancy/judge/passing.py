"""Differences that the days explain on which something goes on, or on which it is reported."""

from datetime import timedelta

from discrepancy.judge.case import ABOUT_THEN, Case, published, stated
from discrepancy.model import Claim

_DAYS_ON_END = timedelta(days=4)
_TWO_MONTHS = timedelta(days=60)


def lasts_for_days(case: Case) -> bool:
    """What goes on for days, as meetings and visits do, is told with any of them."""
    told = [claim.timex.interval for claim in case.sides if claim.timex and claim.timex.interval]
    if case.measure is None or not case.measure.lasting or len(told) < len(case.sides):
        return False
    begins = [one.lower for one in told if one.lower is not None]
    ends = [one.upper for one in told if one.upper is not None]
    return len(begins) == len(ends) == len(told) and max(ends) - min(begins) <= _DAYS_ON_END


def changes_from_day_to_day(case: Case) -> bool:
    """What changes from day to day, as prices and counts of times do, is told by reports of different days."""
    if case.fact.dimension != "rank" and (case.measure is None or not case.measure.momentary):
        return False
    return all(_days_between(a, b) > ABOUT_THEN for a, b in case.crossing)


def a_birthday_lies_between(case: Case) -> bool:
    """An age is one more months later: a birthday may lie between the reports."""
    if case.measure is None or not case.measure.yearly:
        return False
    return all(_is_a_year_older(a, b) or _is_a_year_older(b, a) for a, b in case.crossing)


def _is_a_year_older(earlier: Claim, later: Claim) -> bool:
    a, b = published(earlier), published(later)
    young, old = stated(earlier), stated(later)
    if a is None or b is None or young is None or old is None:
        return False
    return old - young == 1 and b - a >= _TWO_MONTHS


def _days_between(left: Claim, right: Claim) -> timedelta:
    """How far the publications of two claims lie apart; not at all where one is not known."""
    a, b = published(left), published(right)
    return abs(a - b) if a and b else timedelta()
