"""Laws of times held against each other."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.adapters import date_of
from discrepancy.extract.times.words import words_of
from discrepancy.model import Timex
from discrepancy.normalise.times.pairs import ZONES
from times_reading import THURSDAY, read

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive
OFFSETS = st.sampled_from(sorted(ZONES))


def told(text: str) -> Timex:
    return read(text)[-1][1]


def day_of(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


@given(MOMENTS, OFFSETS)
def test_a_moment_never_contradicts_what_any_clock_shows_then(moment: datetime, offset: timedelta) -> None:
    there = moment + offset
    zoned = told(f"It fell at {moment:%H:%M} GMT on {day_of(moment)}.")

    for words in (f"at {there:%H:%M} on {day_of(there)}", f"on {day_of(there)}", f"in {there:%B %Y}"):
        other = told(f"It fell {words}.")
        assert zoned.meets(other)
        assert other.meets(zoned)


@given(MOMENTS, st.timedeltas(timedelta(hours=1), timedelta(hours=11)))
def test_two_moments_with_zones_compare_to_the_minute(moment: datetime, later: timedelta) -> None:
    first, second = (told(f"It fell at {one:%H:%M} GMT on {day_of(one)}.") for one in (moment, moment + later))

    assert not first.meets(second)


@given(MOMENTS, st.timedeltas(timedelta(hours=1), timedelta(hours=11)))
def test_two_clocks_of_one_place_compare_to_the_minute(moment: datetime, later: timedelta) -> None:
    first, second = (told(f"In Tokyo it fell at {one:%H:%M} on {day_of(one)}.") for one in (moment, moment + later))

    assert not first.meets(second)


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(hours=26)), st.timedeltas(timedelta(hours=27), timedelta(30)))
def test_two_clocks_of_which_no_place_is_known_may_be_those_of_any_two(
    moment: datetime, near: timedelta, far: timedelta
) -> None:
    first, close, later = (
        told(f"It fell at {one:%H:%M} on {day_of(one)}.") for one in (moment, moment + near, moment + far)
    )

    assert first.meets(close)
    assert close.meets(first)
    assert not first.meets(later)


@given(MOMENTS, st.integers(1, 400))
def test_two_plain_days_stay_exact(moment: datetime, apart: int) -> None:
    first, same, other = (told(f"on {day_of(one)}") for one in (moment, moment, moment + timedelta(apart)))

    assert first.meets(same)
    assert not first.meets(other)


def test_late_on_a_day_may_be_early_on_the_next_in_greenwich() -> None:
    assert told("late on 3 May").meets(told("at 02:00 GMT on 4 May"))
    assert not told("late on 1 May").meets(told("at 02:00 GMT on 4 May"))


@given(MOMENTS)
def test_times_meet_themselves_and_each_other_alike(moment: datetime) -> None:
    words = (
        f"{moment:%H:%M} GMT on {day_of(moment)}",
        f"{moment:%H:%M} on {day_of(moment)}",
        day_of(moment),
        "midnight GMT",
    )
    times = [told(f"It fell at {one}.") for one in words]

    assert all(one.meets(one) for one in times)
    assert all(one.meets(other) == other.meets(one) for one in times for other in times)


@given(st.integers(1, 5000), st.sampled_from(["hours", "minutes", "seconds"]))
def test_hours_ago_count_from_noon_where_only_the_day_of_publication_is_known(count: int, unit: str) -> None:
    dated = date_of(f"{count} {unit} ago", datetime.fromisoformat(f"{THURSDAY}T12:00"))

    assert dated is not None
    assert told(f"It sank {count} {unit} ago.").value == f"{dated.time:%Y-%m-%d}"


@given(st.text(st.sampled_from("aA.m 10,/-:’s\n\t\xa0é")))
def test_words_stand_in_the_text_where_they_start_and_leave_only_space_between(text: str) -> None:
    words = words_of(text)
    spans = [words.span(place, place + 1) for place in range(len(words.texts))]
    borders = [0, *(border for span in spans for border in span), len(text)]

    assert [text[span.start : span.end] for span in spans] == words.texts
    assert not "".join(text[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True)).strip(" \t\xa0")
