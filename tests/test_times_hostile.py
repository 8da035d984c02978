"""No text makes the reading of times raise, slow down or depend on where it runs."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.model import Relation
from times_reading import read, resolutions

WORDS = "May may 13 1998 th , . - – the last Monday week weeks ago later 10:30 p.m. GMT ( ) 2 1/2 two thousand BC"
MORE_WORDS = (
    "'s ’ '98 0336 of in end every first quarter 99/99/99 9999-99-99 0000-00-00 years é hundred \u0660 ٣ and half "
    "before after since until by no than about midnight mid hours"
)
EXCLUDING = frozenset({Relation.BEFORE, Relation.AFTER})
PIECES = st.sampled_from([*WORDS.split(), *MORE_WORDS.split(), " ", "\n", "\x00", "\ud7ff"])


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=30),
    st.sampled_from(["", " "]),
    st.sampled_from([None, "2024-05-30", "0001-01-01", "9999-12-31"]),
)
def test_no_text_of_calendar_words_raises(pieces: list[str], joint: str, published: str | None) -> None:
    text = joint.join(pieces)
    for mention, timex in read(text, published):
        assert text[mention.span.start : mention.span.end] == mention.literal
        assert timex.value
        if timex.named and timex.interval and timex.relation not in EXCLUDING:
            assert timex.interval.overlaps(timex.named)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    resolutions(text)


HOSTILE = [
    "9" * 50_000,
    "9," * 25_000,
    "1:" * 25_000,
    "the " * 12_500,
    "the end of " * 5_000,
    "two and a half " * 3_500,
    "early mid late " * 3_500,
    "thousand " * 5_000,
    "9-" * 25_000,
    "a.m." * 12_500,
    "May" * 15_000,
    "May " * 12_500,
    "May 13, " * 6_000,
    "1998 " * 10_000,
    "two days later " * 3_500,
    "more than " * 5_000,
    "'" * 50_000,
    "(" * 50_000,
    "\n" * 50_000,
    "next to last " * 4_000,
    "no later than " * 4_000,
    "from 1967 to " * 4_000,
    "At 9 p.m. it rang. " * 2_500,
    "In Rome at 9 p.m. (0300 GMT) it rang. " * 1_300,
    "at 9 p.m. " * 5_000,
    "at 11:36 a.m. (0336 GMT) " * 2_000,
    " " * 50_000,
    "999999999 hours ago",
    "before 0001 and after 9999, about 9998 and about 0002",
    "9" * 4_400 + " years ago",
    "999999999 centuries ago",
    "nine hundred million millennia later than 9999",
    "in 0000 BC and 0 AD",
    "31 February 99999",
]


def cost(text: str) -> float:
    began = time.process_time()
    resolutions(text)
    return time.process_time() - began


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12].strip() or "blank")
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    dates = max(cost("in 1998, " * 500) for _ in range(2))

    assert cost(text) < 60 * dates


PROGRAM = """
import datetime, sys; sys.path.insert(0, {tests!r})
import dateparser.date, dateparser.freshness_date_parser, dateparser.parser
from times_reading import read

class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(int(sys.argv[1]), 2, 3, tzinfo=tz)

    utcnow = today = now

for name, module in list(sys.modules.items()):
    asks = vars(module).get("datetime") is datetime.datetime
    if asks and name.startswith("dateparser.") and name != "dateparser.conf":  # which only asks for the type
        module.datetime = Clock

text = "He left yesterday, on Monday at 9 p.m., three hours ago, two years and three months ago. 03/04/24, 13/05/24."
print(read(text))
print(read(text, None))
"""


@pytest.mark.slow
def test_a_reading_is_the_same_under_any_clock_zone_locale_and_hash_seed() -> None:
    tests = str(Path(__file__).parent)
    outputs = set()
    for zone, language, seed, year in (
        ("Pacific/Kiritimati", "C", "0", "1999"),
        ("America/Los_Angeles", "de_DE.UTF-8", "77", "2031"),
    ):
        environment = os.environ | {"TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(  # noqa: S603 - this interpreter, on a program of our own
            [sys.executable, "-c", PROGRAM.format(tests=tests), year],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        outputs.add(done.stdout)

    assert len(outputs) == 1
