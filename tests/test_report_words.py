"""Values in words: amounts in one unit, times as spans of the calendar."""

import doctest
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.interval import Interval, exactly
from discrepancy.model import Claim, Document, Kind, Published
from discrepancy.report import safe
from discrepancy.report.calendar_words import at_the_place, calendar_span, length_of, published_words
from discrepancy.report.dated import grain_bar
from discrepancy.report.figures import amounts_for
from discrepancy.report.ruler import Extent, ruler_for
from report_samples import MILE
from times_reading import read


def between(lower: object, upper: object, **ends: bool) -> Interval[Decimal]:
    return Interval(*(None if end is None else Decimal(str(end)) for end in (lower, upper)), **ends)


@pytest.mark.parametrize(
    ("unit", "dimension", "interval", "words"),
    [
        ("metre", "length", between(15000, 25000), "15–25 km (9.3–15.5 miles)"),
        ("metre", "length", between(MILE * Decimal("18.5"), MILE * Decimal("19.5")), "29.8–31.4 km (18.5–19.5 miles)"),
        ("metre", "length", between("1.75", "1.85"), "175–185 cm (68.9–72.8 inches)"),
        ("metre", "length", between(MILE, MILE, upper_open=False), "1.609 km (1 mile)"),
        ("", "count", between("18.5", "19.5"), "19"),
        ("one", "count", between("18.5", "19.5"), "19"),
        ("", "count", between(25, 35), "25–34"),
        ("", "count", between(30000, None, lower_open=True), "more than 30,000"),
        ("", "count", between(30000, None), "at least 30,000"),
        ("", "count", between(None, 12), "less than 12"),
        ("", "count", between(None, 12, upper_open=False), "at most 12"),
        ("", "count", between(None, None), "any value"),
        ("", "count", between(1150000, 1250000), "1.15–1.25 million"),
        ("", "count", exactly(Decimal(1234567)), "1,234,567"),
        ("", "count", between("0.2", "0.4"), "0.2–0.4"),
        ("dollar", "money:USD", between(3450000000, 3550000000), "$3.45–3.55 billion"),
        ("dollar", "money:USD", exactly(Decimal("-4.5")), "-$4.5"),
        ("krona", "money:SEK", between(95, 105), "95–105 kronas"),
        ("one", "share", between("0.025", "0.035"), "2.5–3.5%"),
        ("one", "share", between("-0.035", "-0.025"), "-3.5 to -2.5%"),
        ("one", "factor", between("2.5", "3.5"), "2.5–3.5"),
        ("percentage point", "percentage point", exactly(Decimal(1)), "1 percentage point"),
        ("kelvin", "temperature", between("303.15", "313.15"), "30–40 °C (86–104 °F)"),
        ("kelvin", "temperature difference", between("1.5", "2.5"), "1.5–2.5 °C (2.7–4.5 °F)"),
        ("day", "duration", between(4, 5, upper_open=False), "4–5 days"),
        ("day", "age", between("14975.25", "15340.5"), "41–42 years"),
        ("watt", "power", between(950000000, 1050000000), "0.95–1.05 GW"),
        ("barrel per day", "rate", between(19, 21), "19–21 barrels per day"),
        (
            "gram per day",
            "mass per day",
            between(85_000_000, 95_000_000),
            "85–95 tonnes per day (94–105 US tons per day)",
        ),
        ("", "count", exactly(Decimal("1e80")), "1.000e+80"),
    ],
)
def test_an_amount_reads_well(unit: str, dimension: str, interval: Interval[Decimal], words: str) -> None:
    assert amounts_for(unit, dimension, [interval]).words(interval) == words


def test_a_narrow_gap_is_never_rounded_away() -> None:
    near, far = between(15000, 25000), between("25004", "35000")
    amounts = amounts_for("metre", "length", [near, far])
    assert (amounts.short(near), amounts.short(far)) == ("15–25 km", "25.004–35 km")
    assert amounts.distance(near, far) == "0.004 km (0.00249 miles)"


def test_the_gap_between_counts_is_one_of_whole_numbers() -> None:
    amounts = amounts_for("", "count", [])
    assert amounts.distance(between("18.5", "19.5"), between("21.5", "22.5")) == "3"
    assert amounts.distance(between(25, 35), between(35, 45)) == "1"
    assert amounts.distance(between(25, 35), between(30, 45)) is None


@settings(deadline=None)
@given(
    st.decimals(allow_nan=False, allow_infinity=False),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.sampled_from(
        [("metre", "length"), ("", "count"), ("euro", "money:EUR"), ("kelvin", "temperature"), ("day", "duration")]
    ),
)
def test_no_amount_raises(one: Decimal, other: Decimal, kind: tuple[str, str]) -> None:
    lower, upper = sorted((one, other))
    interval = Interval(lower, upper, upper_open=False)
    amounts = amounts_for(*kind, [interval])
    assert amounts.words(interval)
    assert len(amounts.words(interval)) < 200
    amounts.distance(exactly(lower), exactly(upper))


def test_the_words_in_a_gap_never_run_over_the_edge() -> None:
    ends = [Extent(Decimal(0), Decimal(90)), Extent(Decimal(92), Decimal(100))]
    ruler = ruler_for(ends, 40)
    assert ruler is not None
    for below, above in ((0, 90), (90, 92), (5, 10), (100, 100)):
        for words in ("9 km", "nine hundred years", "a" * 60):
            drawn = ruler.gap(Extent(None, Decimal(below)), Extent(Decimal(above), None), words)
            assert len(drawn) <= 40
    assert ruler.bar(Extent(None, None)) == "◀" + "─" * 38 + "▶"


def moments(first: str, after: str) -> Interval[datetime]:
    return Interval(*(datetime.fromisoformat(end).replace(tzinfo=UTC) for end in (first, after)))


@pytest.mark.parametrize(
    ("first", "after", "words"),
    [
        ("2024-05-30", "2024-05-31", "30 May 2024"),
        ("2022-02-01", "2022-03-01", "February 2022"),
        ("2022-07-01", "2022-10-01", "July–September 2022"),
        ("2022-11-01", "2023-03-01", "November 2022 – February 2023"),
        ("2022-01-01", "2023-01-01", "2022"),
        ("2020-01-01", "2030-01-01", "2020–2029"),
        ("2024-06-01", "2024-06-11", "1–10 June 2024"),
        ("2024-05-27", "2024-06-03", "27 May – 2 June 2024"),
        ("2023-12-30", "2024-01-03", "30 December 2023 – 2 January 2024"),
        ("2024-05-30T14:00", "2024-05-30T15:00", "30 May 2024, 14:00–15:00 UTC"),
        ("2024-05-30T22:00", "2024-05-31T04:00", "30 May 2024, 22:00 UTC – 31 May 2024, 04:00 UTC"),
        ("0001-01-01", "9999-12-31T23:59:59", "1 January 1, 00:00 UTC – 31 December 9999, 23:59:59 UTC"),
    ],
)
def test_a_time_reads_as_a_span_of_the_calendar(first: str, after: str, words: str) -> None:
    assert calendar_span(moments(first, after)) == words


def test_a_half_bounded_time_says_from_where() -> None:
    day = datetime(2024, 5, 30, tzinfo=UTC)
    assert calendar_span(Interval(day, None)) == "from 30 May 2024"
    assert calendar_span(Interval(day, None, lower_open=True)) == "after 30 May 2024"
    assert calendar_span(Interval(None, day)) == "before 30 May 2024"
    assert calendar_span(Interval(None, day, upper_open=False)) == "up to 30 May 2024"
    assert calendar_span(Interval(None, None)) == "any time"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(days=3), "3 days"),
        (timedelta(days=2, hours=5), "2 days 5 hours"),
        (timedelta(days=1), "1 day"),
        (timedelta(hours=23), "23 hours"),
        (timedelta(days=400), "400 days"),
        (timedelta(days=3000), "about 8 years"),
        (timedelta(seconds=30), "30 seconds"),
    ],
)
def test_a_length_of_time_is_told_in_large_units(span: timedelta, words: str) -> None:
    assert length_of(span) == words


def test_a_document_appeared_as_precisely_as_is_known() -> None:
    time = datetime(2024, 5, 30, 9, 5, tzinfo=UTC)
    assert published_words(None) == "undated"
    assert published_words(Published(time, "day")) == "30 May 2024"
    assert published_words(Published(time, "minute")) == "30 May 2024, 09:05 UTC"


def test_the_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(safe).failed == 0


def test_times_without_a_zone_are_told_as_local() -> None:
    day = datetime(2031, 5, 13, tzinfo=UTC)
    evening = Interval(day.replace(hour=16), day.replace(hour=18))

    assert calendar_span(evening) == "13 May 2031, 16:00–18:00 UTC"
    assert calendar_span(at_the_place(evening)) == "13 May 2031, 16:00–18:00 local time"
    assert calendar_span(at_the_place(Interval(day, day + timedelta(1)))) == "13 May 2031"


@pytest.mark.parametrize(
    ("text", "bar"),
    [
        ("at 6 p.m. on 13 May", "━"),
        ("on 13 May", "━━"),
        ("last week", "━━━"),
        ("in March 2021", "━━━━"),
        ("in 2021", "━━━━━━━"),
        ("since 2021", "━━━━━━━▶"),
        ("before 13 May", "◀━━"),
        ("said last Wednesday", "╍╍"),
    ],
)
def test_a_bar_is_as_long_as_a_date_is_coarse(text: str, bar: str) -> None:
    mention, timex = read(text)[-1]
    document = Document("one", "outlet", text)
    claim = Claim("one", document, Kind.TIME, mention.span, mention.literal, mention.sentence, timex=timex)
    assert timex.interval is not None
    assert grain_bar(timex.interval, [claim]) == bar
