"""How each sense of a phrase is reckoned."""

from collections.abc import Callable

from discrepancy.model import TimePhrase, Timex, TimexType
from discrepancy.normalise.times.dates import calendar, iso, numeric, ranged, remembered, report, week_of
from discrepancy.normalise.times.hours import clock, part
from discrepancy.normalise.times.reckoning import UNTOLD, Reckoned, Reckoning, undated
from discrepancy.normalise.times.spans import duration_value, set_value
from discrepancy.normalise.times.story import Story
from discrepancy.normalise.times.turns import distance, turned, weekday, weekday_of_week, weeks_from


def duration(phrase: TimePhrase, _: Story) -> Reckoning:
    """A length of time."""
    return Reckoned(Timex(TimexType.DURATION, duration_value(phrase), phrase.mod))


def repeated(phrase: TimePhrase, _: Story) -> Reckoning:
    """Something that comes again and again."""
    return Reckoned(Timex(TimexType.SET, set_value(phrase), phrase.mod))


def reference(phrase: TimePhrase, _: Story) -> Reckoning:
    """A time without a date."""
    return undated(phrase, phrase.value)


def untold(_: TimePhrase, __: Story) -> Reckoning:
    """A time that is told by an event alone: "the night of the storm"."""
    return UNTOLD


SENSES: dict[str, Callable[[TimePhrase, Story], Reckoning]] = {
    "calendar": calendar,
    "remembered": remembered,
    "days": ranged,
    "years": ranged,
    "iso": iso,
    "numeric": numeric,
    "weekday": weekday,
    "weekday_of_week": weekday_of_week,
    "weeks_from": weeks_from,
    "turned": turned,
    "distance": distance,
    "clock": clock,
    "part": part,
    "report": report,
    "week_of": week_of,
    "duration": duration,
    "set": repeated,
    "reference": reference,
    "untold": untold,
}
