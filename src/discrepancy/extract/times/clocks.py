"""The clock: `hh:mm` from figures, words and halves of the day."""

import re

_CLOCK = re.compile(r"([0-9]{1,2})[:.]?([0-9]{2})?(:[0-9]{2})?")
NOON = 12
HOUR = 60


def spoken_clock(text: str, minutes: int) -> str:
    """What the face of a clock shows *minutes* from the hour *text*, in neither half of the day.

    >>> spoken_clock("4", 30), spoken_clock("5", -13), spoken_clock("1", -10)
    ('4:30', '4:47', '12:50')
    """
    hour, minute = divmod(int(text) * HOUR + minutes, HOUR)
    return f"{(hour - 1) % NOON + 1}:{minute:02}"


def clock_of(text: str, meridiem: str | None) -> str:
    """The time that *text* shows, as `hh:mm` of 24 hours, with seconds where it has them.

    >>> clock_of("10.30pm", None), clock_of("12:47", "am"), clock_of("0336", None)
    ('22:30', '00:47', '03:36')
    """
    found = _CLOCK.match(text)
    if found is None:
        return text
    hour = int(found[1])
    half = meridiem or text[-2:].lower()
    if half == "pm" and hour < NOON:
        hour += NOON
    if half == "am" and hour == NOON:
        hour = 0
    return f"{hour:02}:{found[2] or '00'}{found[3] or ''}"
