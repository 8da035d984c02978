"""TIMEX3 values of durations and sets."""

from decimal import Decimal

from discrepancy.model import TimePhrase

LETTERS = {
    "second": ("PT", "S", 1),
    "minute": ("PT", "M", 1),
    "hour": ("PT", "H", 1),
    "day": ("P", "D", 1),
    "night": ("P", "D", 1),
    "week": ("P", "W", 1),
    "weekend": ("P", "W", 1),
    "fortnight": ("P", "W", 2),
    "month": ("P", "M", 1),
    "quarter": ("P", "Q", 1),
    "half": ("P", "M", 6),
    "year": ("P", "Y", 1),
    "decade": ("P", "Y", 10),
    "century": ("P", "Y", 100),
    "millennium": ("P", "Y", 1000),
}
"""The prefix and the letter of each unit, and how many of that letter it holds."""

FINER = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60)}
"""What a fraction is given in."""


def duration_value(phrase: TimePhrase) -> str:
    """The value of a duration."""
    prefix, letter, times = LETTERS[phrase.unit or "day"]
    if phrase.vague or phrase.count is None:
        return f"{prefix}X{letter}"
    count = phrase.count * times
    value = f"{prefix}{_counted(count, letter, prefix)}"
    if phrase.more:
        more_prefix, more_letter, more_times = LETTERS[phrase.more[1]]
        joint = "T" if more_prefix == "PT" and prefix == "P" else ""
        value += f"{joint}{_plain(phrase.more[0] * more_times)}{more_letter}"
    return value


def _counted(count: Decimal, letter: str, prefix: str) -> str:
    """*count* of the unit *letter*, a fraction given in the finer unit where it comes out whole there."""
    whole = int(count)
    if count != whole and letter in FINER and (letter != "M" or prefix == "PT"):
        finer, times = FINER[letter]
        rest = (count - whole) * times
        if rest == int(rest):
            return f"{whole}{letter}{int(rest)}{finer}" if whole else f"{int(rest)}{finer}"
    return f"{_plain(count)}{letter}"


def _plain(count: Decimal) -> str:
    return f"{count.normalize():f}"


def set_value(phrase: TimePhrase) -> str:
    """The value of something repeated."""
    if phrase.value:
        return phrase.value
    if phrase.weekday is not None:
        return f"XXXX-WXX-{phrase.weekday}" + (f"T{phrase.part}" if phrase.part else "")
    if phrase.month is not None:
        return f"XXXX-{phrase.month:02}"
    if phrase.season is not None:
        return f"XXXX-{('WI', 'SP', 'SU', 'FA')[phrase.season - 1]}"
    if phrase.part:
        return f"XXXX-XX-XXT{phrase.part}"
    prefix, letter, times = LETTERS[phrase.unit or "day"]
    return f"{prefix}{_plain((phrase.count or Decimal(1)) * times)}{letter}"
