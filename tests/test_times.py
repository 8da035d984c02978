"""Times, found and resolved."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from discrepancy.model import Anchor, Timex
from times_reading import left_by, read, skipped

CASES = Path(__file__).parent / "cases" / "times"


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]


PHRASINGS = [pair for case in cases("readings") for pair in case["readings"].items()]
NO_TIMES = [text for case in cases("none") for text in case["texts"]]


@pytest.mark.parametrize(("text", "wanted"), PHRASINGS)
def test_a_phrasing_means_what_it_says(text: str, wanted: str) -> None:
    assert [f"{timex.type} {timex.value}" for _, timex in read(text)] == [wanted]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("case", cases("stories"), ids=lambda case: case["name"])
def test_times_hang_together(case: dict[str, Any]) -> None:
    published = [case["published"]] if "published" in case else []
    found = [[mention.literal, f"{timex.type} {timex.value}"] for mention, timex in read(case["text"], *published)]

    assert found == case["readings"]


def only(text: str, published: str | None = "2024-05-30") -> Timex:
    ((_, timex),) = read(text, published)
    return timex


def shown(timex: Timex) -> str:
    return str(timex.interval).replace("+00:00", "")


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("in February 2022", "[2022-02-01T00:00, 2022-03-01T00:00)"),
        ("in early June 2024", "[2024-06-01T00:00, 2024-06-13T00:00)"),
        ("earlier this month", "[2024-05-01T00:00, 2024-05-31T00:00)"),
        ("later this year", "[2024-05-30T00:00, 2025-01-01T00:00)"),
        ("at 10:47 p.m. GMT on May 13", "[2024-05-13T22:47, 2024-05-13T22:48)"),
        ("at 10:47 p.m. EST on 13 May", "[2024-05-14T03:47, 2024-05-14T03:48)"),
        ("at midnight (21:00 GMT)", "[2024-05-30T20:40, 2024-05-30T21:20)"),
        ("last weekend", "[2024-05-24T00:00, 2024-05-27T00:00)"),
        ("in the winter of 1994", "[1993-12-01T00:00, 1994-03-23T00:00)"),
    ],
)
def test_a_time_leaves_an_interval(text: str, interval: str) -> None:
    assert shown(only(text)) == interval


def test_both_ends_of_a_range_leave_the_whole_of_it() -> None:
    found = read("The fair ran from May 13-15.")

    assert [timex.value for _, timex in found] == ["2024-05-13", "2024-05-15"]
    assert {shown(timex) for _, timex in found} == {"[2024-05-13T00:00, 2024-05-16T00:00)"}


def test_the_days_of_a_list_leave_the_whole_of_it() -> None:
    assert {shown(timex) for _, timex in read("They met on May 13, 14 and 15.")} == {
        "[2024-05-13T00:00, 2024-05-16T00:00)"
    }


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("May 30-June 2", "[2024-05-30, ∞)", "(-∞, 2024-06-03)"),
        ("(13 October 1925 – 8 April 2013)", "[1925-10-13, ∞)", "(-∞, 2013-04-09)"),
        ("open Monday through Wednesday", "[2024-05-27, ∞)", "(-∞, 2024-05-30)"),
        ("between 2007 and early 2011", "[2007-01-01, ∞)", "(-∞, 2011-06-01)"),
        ("from 1965 to 1981", "[1965-01-01, 1982-01-01)", "[1965-01-01, 1982-01-01)"),
    ],
)
def test_the_ends_of_a_range_leave_what_lies_between(text: str, first: str, second: str) -> None:
    assert [shown(timex).replace("T00:00", "") for _, timex in read(text)] == [first, second]


def test_a_night_without_its_day_may_be_the_one_before_or_after() -> None:
    timex = only("The town was shelled overnight.")

    assert timex.ambiguous
    assert shown(timex) == "[2024-05-29T17:00, 2024-05-31T06:00)"


def test_last_wednesday_on_a_thursday_may_be_either_of_two() -> None:
    timex = only("He spoke last Wednesday.")

    assert timex.ambiguous
    assert shown(timex) == "[2024-05-22T00:00, 2024-05-30T00:00)"


def test_the_day_after_publication_told_as_past_may_be_either_of_two() -> None:
    timex = only("He spoke on Friday.")

    assert timex.value == "2024-05-24"
    assert timex.ambiguous
    assert shown(timex) == "[2024-05-24T00:00, 2024-06-01T00:00)"
    assert not only("He will speak on Friday.").ambiguous


@pytest.mark.parametrize("text", ["It was due to open on Monday.", "They will skip Monday's walk."])
def test_what_was_planned_for_a_weekday_may_lie_ahead_or_behind(text: str) -> None:
    timex = only(text)

    assert timex.ambiguous
    assert shown(timex) == "[2024-05-27T00:00, 2024-06-04T00:00)"


def test_last_february_in_march_may_be_either_of_two() -> None:
    timex = only("It sank last February.", "2024-03-05")

    assert timex.value == "2024-02"
    assert timex.ambiguous
    assert shown(timex) == "[2023-02-01T00:00, 2024-03-01T00:00)"


def test_a_clock_after_two_days_may_be_of_either() -> None:
    (*_, (_, timex)) = read("It burned on Tuesday. On Wednesday he wept. The fire began at 6:10 p.m.")

    assert timex.ambiguous
    assert shown(timex) == "[2024-05-28T18:07, 2024-05-29T18:13)"


def test_a_midnight_of_a_named_day_may_be_at_either_end() -> None:
    assert only("It burned at midnight Tuesday.").ambiguous
    assert not only("They will meet at midnight Tuesday.").ambiguous
    assert not only("It burned shortly before midnight Tuesday.").ambiguous


def test_a_clock_without_a_zone_is_local() -> None:
    assert only("at 10:47 p.m. on May 13").local
    assert not only("at 10:47 p.m. GMT on May 13").local


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("It fell at 5:02 p.m. Moscow time.", "[2024-05-30T14:02, 2024-05-30T14:03)"),
        ("It fell at 5:02 p.m. New York time.", "[2024-05-30T21:02, 2024-05-30T22:03)"),
    ],
)
def test_the_time_of_a_place_is_that_of_its_zone(text: str, moment: str) -> None:
    timex = only(text)

    assert not timex.local
    assert shown(timex) == moment


def test_clocks_of_places_that_share_no_time_may_show_one_moment() -> None:
    left, there, here = (
        only(text)
        for text in (
            "It fell at 5:02 p.m. in Tokyo.",
            "It fell at 11:02 a.m. in Moscow.",
            "It fell at 5:40 p.m. in Tokyo.",
        )
    )

    assert left.meets(there)
    assert not left.meets(here)
    assert not here.meets(there)


def test_clocks_compare_where_the_place_is_one() -> None:
    one, same, near, unplaced = (
        read(text)[-1][1]
        for text in (
            "The tower stood in Tokyo. It fell at 5:02 p.m.",
            "In Osaka the rain had begun. The tower in Tokyo fell at 5:40 p.m.",
            "The tower stood in Tokyo, not in Moscow. It fell at 5:40 p.m.",
            "The tower fell at 5:40 p.m.",
        )
    )

    assert not one.meets(same)
    assert one.meets(near)
    assert one.meets(unplaced)
    assert unplaced.meets(near)


def test_clocks_that_are_said_to_be_local_compare_wherever_it_was() -> None:
    one, other, bare = (only(f"It fell at 5:{text}.") for text in ("02 p.m. local time", "40pm local time", "40 p.m."))

    assert not one.meets(other)
    assert one.meets(bare)


def test_a_name_within_another_word_is_no_place() -> None:
    assert only("It fell at 5:02 p.m. in Indiana.").clocks == ()
    assert only("It fell at 5:02 p.m. in India.").clocks == (timedelta(hours=5, minutes=30),)


def test_a_clock_beside_a_place_that_is_not_known_may_be_that_of_any() -> None:
    assert only("It fell at 5:02 p.m. in Zzyzx.").clocks == ()
    assert only("It fell at 5:02 p.m.").clocks == ()
    assert only("It fell at 5:02 p.m. in Tokyo.").clocks == (timedelta(hours=9),)


@pytest.mark.parametrize(
    ("text", "value", "interval"),
    [
        ("In the quarter ended July 31, 2023, it sold more.", "2023-Q2", "[2023-05-01, 2023-08-01)"),
        ("In its fourth quarter ended Aug. 26, 2023, it sold more.", "2023-Q4", "[2023-05-27, 2023-08-27)"),
    ],
)
def test_a_quarter_that_ended_on_a_day_is_the_three_months_up_to_it(text: str, value: str, interval: str) -> None:
    (_, timex), _ = read(text)

    assert timex.value == value
    assert shown(timex).replace("T00:00", "") == interval


def test_last_week_on_a_sunday_may_be_the_week_that_ends() -> None:
    timex = only("He met her last week.", "2024-05-26")

    assert timex.ambiguous
    assert shown(timex).replace("T00:00", "") == "[2024-05-12, 2024-05-27)"


def test_a_weekday_that_does_not_fit_its_date_is_a_misfit() -> None:
    assert only("on Saturday, Dec. 31, 2017").misfit == "31 December 2017 was a Sunday"
    assert only("on Sunday, Dec. 31, 2017").misfit == ""


def test_a_weekday_of_the_julian_calendar_fits() -> None:
    assert only("on Wednesday, 25 October 1917").misfit == ""
    assert only("on Saturday, 14 October 1066").misfit == ""
    assert only("on Tuesday, 25 October 1917").misfit != ""


def test_weekdays_that_fit_no_year_near_the_stamp_make_it_doubtful() -> None:
    times = [timex for _, timex in read("It rained on Sunday, May 13. The dam broke on Wednesday, May 16.")]

    assert [(timex.doubtful, timex.misfit) for timex in times] == [(True, ""), (True, "")]


def test_a_weekday_that_fits_no_year_is_a_misfit_near_publication_alone() -> None:
    assert only("on Thursday, May 31").misfit == "31 May 2024 was a Friday"
    assert only("It was shut on Thursday, May 29.").misfit == "29 May 2024 was a Wednesday"
    assert only("It will be shut on Thursday, May 29.").misfit == ""
    assert only("on Thursday, August 31").misfit == ""


def test_a_weekday_chooses_among_years() -> None:
    assert only("on Tuesday, 30 May").value == "2023-05-30"


def test_a_second_clock_that_fits_no_zone_of_the_place_is_a_misfit() -> None:
    misfit = only("The ship left Seattle at 11:36 a.m. (0336 GMT).")
    assert misfit.misfit == "11:36 in Seattle is 18:36 or 19:36 GMT"
    assert misfit.other
    assert misfit.other.value == "2024-05-30T03:36"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left Seattle at 11:36 a.m. (0336 GMT) for Zzyzx Island but turned round over the Qwert Sea.",
        "At about 11:36 a.m. (0336 GMT) in Seattle, the guests from Zzyzx went ashore.",
    ],
)
def test_the_place_next_to_a_clock_is_the_one_meant(text: str) -> None:
    assert read(text)[0][1].misfit == "11:36 in Seattle is 18:36 or 19:36 GMT"


@pytest.mark.parametrize(
    "text",
    [
        "Georgia said it began at 4:03 a.m. (0003 GMT).",
        "Talks in Washington on the fire in Zzyzx began at 4 p.m. (1200 GMT).",
        "It struck London in winter, at 9 p.m. (2100 GMT) on 3 January.",
        "It began at 8 p.m. EST (0100 GMT).",
        "It fell at 5:45 p.m. (1200 GMT).",
    ],
)
def test_a_second_clock_that_some_place_meant_may_show_is_no_misfit(text: str) -> None:
    assert read(text)[0][1].misfit == ""


def test_a_second_clock_that_no_zone_shows_is_a_misfit() -> None:
    assert (
        only("It fell at 6:00 a.m. (6:10 a.m. GMT).").misfit == "no zone's clock shows the one at the time of the other"
    )


def test_a_second_clock_that_fits_gives_the_zone() -> None:
    timex = only("It left Seattle at 11:36 a.m. (1836 GMT).")

    assert timex.misfit == ""
    assert not timex.local
    assert shown(timex) == "[2024-05-30T18:36, 2024-05-30T18:37)"


@pytest.mark.parametrize("text", ["He left yesterday.", "He left on Monday.", "two weeks ago", "in May", "last year"])
def test_a_relative_date_without_a_publication_date_is_skipped(text: str) -> None:
    assert read(text, None) == []
    assert [one.reason for one in skipped(text, None)] == ["relative date without a publication date"]


@pytest.mark.parametrize(
    ("text", "value", "doubtful"),
    [
        ("“The mill burned today,” the owner said.", "2024-05-30", True),
        ("“The mill burned today,” the owner said on Tuesday.", "2024-05-28", False),
        ('On May 13 the owner said: "The mill burned last night."', "2024-05-12TNI", False),
        ('"I will sell it tomorrow," he said, "or burn it."', "2024-05-31", True),
        ("“The mill burned today,” he said. On Tuesday it had rained.", "2024-05-30", True),
        ("“The mill burned in April,” the owner said.", "2024-04", False),
        ("The mill burned today, the owner said: “It was old.”", "2024-05-30", False),
        ("“The mill burned today,” he said of a town that will vote Friday.", "2024-05-30", True),
    ],
)
def test_a_day_named_in_a_quotation_is_that_of_the_saying(text: str, value: str, doubtful: bool) -> None:  # noqa: FBT001 - a parameter of cases
    timex = next(timex for _, timex in read(text) if timex.value == value)

    assert timex.doubtful is doubtful


@pytest.mark.parametrize(
    "text",
    [
        "On May 13 he rang. The clerk left the day after the mill workers struck.",
        "The clerk left the morning after the vote.",
        "The clerk left on the night of the storm.",
        "He had waited for the day she came.",
        "He had waited since the day the old mill opened.",
    ],
)
def test_a_time_that_only_an_event_tells_is_skipped(text: str) -> None:
    assert skipped(text)[-1].reason == "counted from an event whose day is not told"


@pytest.mark.parametrize(
    "text",
    [
        "We will rebuild it. — Mill Owner (@millowner) May 3, 2024",
        "Updated at 12:40 p.m. ET\nThe mill burned.",
        "The mill burned. This story was updated on May 28.",
        "Last updated: 10:45 a.m.",
    ],
)
def test_a_stamp_is_no_claim(text: str) -> None:
    assert skipped(text)[0].reason == "a stamp, not a claim"


def test_what_is_told_of_an_update_is_no_stamp() -> None:
    assert skipped("Updated on Tuesday, the list names forty mills. It was posted on May 3.") == []


def test_the_story_goes_on_without_a_publication_date() -> None:
    found = read("He came on 13 May 2021. The next day it rained. In June he left.", None)

    assert [timex.value for _, timex in found] == ["2021-05-13", "2021-05-14", "2021-06"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It fell on 3 May 2011. On 12 June it was rebuilt.", ["2011-05-03", "2011-06-12"]),
        ("In 2011 he left. In June he returned.", ["2011", "2011-06"]),
        ("He was born on 3 May 1951. The vote is on 12 June.", ["1951-05-03"]),
        (
            "He came in 1951. " + "The hall was full of those who had known him. " * 2 + "On 12 June it burned.",
            ["1951"],
        ),
        ("It burned on 14 August.", []),
    ],
)
def test_without_a_publication_date_a_date_is_of_the_year_told_just_before(text: str, values: list[str]) -> None:
    assert [timex.value for _, timex in read(text, None)] == values


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The Sept. 11 attacks", "before 2023-09-12"),
        ("The July 7 bombings", "before 2023-07-08"),
        ("The May 13 attack", "[2024-05-13, 2024-05-14)"),
        ("He wrote of Sept. 11, 2001. The Sept. 11 attacks", "[2001-09-11, 2001-09-12)"),
        ("They met the Friday deadline", "[2024-05-24, 2024-06-01)"),
    ],
)
def test_a_day_that_names_what_happened_leaves_its_year_open(text: str, left: str) -> None:
    assert left_by(f"{text} shook the town.") == left


def test_a_date_either_way_round_is_skipped() -> None:
    assert [one.reason for one in skipped("on 05/06/24")] == ["day and month could be either way round"]


@pytest.mark.parametrize("text", ["on June 31, 2020", "on 31 February", "on 30/02/2024", "2024-13-45"])
def test_a_day_that_is_not_on_the_calendar_is_skipped(text: str) -> None:
    assert [one.reason for one in skipped(text)] == ["no such day"]


def test_a_stamp_that_the_text_contradicts_is_doubtful() -> None:
    text = "The bridge fell on Sunday. On 14 August 2018 the mayor wept. By 20 August 2018 all was cleared."
    (_, sunday), *_ = read(text, "2021-03-02")

    assert sunday.doubtful
    assert sunday.anchor is Anchor.PUBLISHED


def test_one_old_day_does_not_make_a_stamp_doubtful() -> None:
    (_, sunday), *_ = read(
        "He spoke on Sunday. The bridge fell on 14 August 2018. In August 2018 he wept.", "2021-03-02"
    )

    assert not sunday.doubtful


def test_a_stamp_that_the_text_bears_out_is_not_doubtful() -> None:
    (_, sunday), *_ = read("The bridge fell on Sunday. It was built in May 2018 and repaired in 2020.", "2021-03-02")

    assert not sunday.doubtful


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It stood before 2018.", "before"),
        ("It stood in 2018.", "in"),
        ("It opens by 2022.", "by"),
        ("It has stood since July 2011.", "since"),
        ("It stood from 1967 to 1981.", "to"),
        ("He moved to Friday.", "in"),
    ],
)
def test_the_words_before_a_time_give_its_relation(text: str, relation: str) -> None:
    _, timex = read(text)[-1]

    assert timex.relation == relation


@pytest.mark.parametrize(("text", "met"), [("in 2019", False), ("in 2016", True), ("in December 2017", True)])
def test_before_2018_excludes_later_years_alone(text: str, met: bool) -> None:  # noqa: FBT001 - a parameter of cases
    left, right = only("It stood before 2018.").interval, only(text).interval

    assert left is not None
    assert right is not None
    assert left.overlaps(right) is met


@pytest.mark.parametrize(
    ("loose", "precise"),
    [
        ("two years ago", "in 2021"),
        ("a decade ago", "in 2012"),
        ("in early June", "on 10 June"),
        ("at the end of 2016", "in December 2016"),
        ("two weeks ago", "on 13 May"),
        ("last week", "on Sunday, 19 May"),
        ("earlier this week", "on Tuesday"),
        ("last fall", "on 20 December 2023"),
        ("at about 6 p.m.", "at 6:08 p.m."),
        ("shortly after midnight on May 13", "at 12:20 a.m. on May 13"),
    ],
)
def test_a_loose_time_leaves_the_precise_one(loose: str, precise: str) -> None:
    left, right = only(loose).interval, only(precise).interval

    assert left is not None
    assert right is not None
    assert left.overlaps(right)


def test_hours_ago_are_counted_from_the_minute_of_publication() -> None:
    ((_, timex),) = read("It sank three hours ago.", "2024-05-30T01:30")

    assert timex.value == "2024-05-29T22:30"
    assert shown(timex) == "[2024-05-29T21:30, 2024-05-29T23:31)"
