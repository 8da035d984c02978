"""Stamps that the other reports of a story contradict."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from discrepancy.cli import app
from discrepancy.model import Anchor, Claim, Document, Finding, Published, Seen, Verdict
from discrepancy.pipeline import check
from discrepancy.ready import reading
from discrepancy.stage import HERE
from discrepancy.stages import Told, framed_in, in_doubt, stamped_wrong, told_in

FIRST = "A strong earthquake struck the border region on Sunday and killed 60 people."
SECOND = "The earthquake struck the border region on Nov. 12, 2017 and killed some 60 people."


def report(name: str, published: str, text: str) -> Document:
    stamp = Published(datetime.fromisoformat(published).replace(tzinfo=UTC), "day")
    return Document(name, f"{name} outlet", text, published=stamp, story="quake")


@cache
def told(document: Document) -> Told:
    return told_in([document], reading, HERE)[document.id]


def framed(documents: Sequence[Document]) -> list[Claim]:
    claims = [claim for document in documents for claim in told(document).claims]
    return list(framed_in(claims, reading, HERE).values())


def in_doubt_of(*documents: Document) -> set[str]:
    """The names of the reports whose stamps are contradicted."""
    return set(stamped_wrong(framed(documents), reading))


@pytest.mark.parametrize(
    ("others", "late"),
    [
        ((SECOND,), FIRST),  # a date with its year
        ((FIRST,), FIRST),  # the same words weeks before
        (
            (
                "The liner ran aground off the northern cape early on Tuesday, and 200 passengers were taken off.",
                "All 200 passengers were taken off a liner on the northern cape on Tuesday.",
            ),
            "Some 200 passengers had to be taken off a liner that ran aground on the northern cape on Tuesday.",
        ),
        (
            ("The night train left Westport at 11:36 p.m. on 14 November and hit a tree.",),
            "The train, which left Westport at 11:36 p.m. on Tuesday, hit a tree on its way.",
        ),
        (
            ("The mill burned down on Sunday. Its owner was arrested on Monday.",),
            "The owner of the mill was arrested on Monday. It had burned down on Sunday.",
        ),
    ],
)
def test_a_report_that_calls_a_past_event_sunday_has_a_doubtful_stamp(others: Sequence[str], late: str) -> None:
    first = [report(f"early {number}", "2017-11-15", text) for number, text in enumerate(others)]
    assert in_doubt_of(*first, report("late", "2019-03-21", late)) == {"late"}


@pytest.mark.parametrize(
    ("published", "late"),
    [
        ("2017-11-16", FIRST),  # of one time
        ("2019-03-21", "On Nov. 12, 2017 an earthquake struck the border region. On Sunday it was struck again."),
        ("2018-03-21", "A strong earthquake struck the border region on Sunday, as one had last November."),
        ("2019-03-21", "A strong earthquake struck the border region on Sunday, 17 March."),
        ("2019-03-21", "The border region held its elections on Monday, and the mayor kept her seat."),
        ("2017-12-06", "A strong storm flooded the coast on Sunday and killed 11 people."),
        ("2017-12-06", "A strong earthquake struck the border region on Thursday and killed 60 people."),
    ],
)
def test_a_report_of_another_time_has_none(published: str, late: str) -> None:
    first = report("gazette", "2017-11-13", FIRST), report("post", "2017-11-15", SECOND)
    assert in_doubt_of(*first, report("late", published, late)) == set()


def test_what_two_outlets_tell_of_one_later_day_bears_both_out() -> None:
    first, second = report("gazette", "2017-11-13", FIRST), report("post", "2017-12-05", FIRST)
    later = report("radio", "2017-12-06", FIRST.replace("strong ", ""))
    assert in_doubt_of(first, second) == {"post"}
    assert in_doubt_of(first, second, later) == set()


def test_a_report_that_itself_dates_what_it_calls_sunday_long_after_has_a_doubtful_stamp() -> None:
    own = f"{FIRST} The earthquake struck the border region on Sunday, Nov. 12, 2017."
    assert in_doubt_of(report("late", "2019-03-21", own)) == {"late"}
    assert in_doubt_of(report("late", "2017-11-21", own)) == set()


def test_only_what_counts_from_the_stamp_is_doubtful() -> None:
    (claim,) = (one for one in framed([report("late", "2019-03-21", FIRST)]) if one.timex)
    dated, amount = (one for one in framed([report("other", "2019-03-21", SECOND)]))
    wrong = frozenset({"late", "other"})
    assert claim.timex
    assert in_doubt(claim, wrong).timex == replace(claim.timex, doubtful=True)
    assert in_doubt(claim, frozenset()) is claim
    assert dated.timex
    assert dated.timex.anchor is Anchor.NONE
    assert in_doubt(dated, wrong) is dated
    assert in_doubt(amount, wrong) is amount


def findings(*documents: Document) -> list[Finding]:
    return list(check(documents, (), reading, Seen()).findings)


def test_a_date_that_counts_from_a_doubtful_stamp_makes_no_conflict() -> None:
    other = "The earthquake struck the border region on Nov. 12, 2017 and killed 60 people."
    early = report("gazette", "2017-11-13", FIRST), report("post", "2017-11-15", other)
    found = findings(*early, report("late", "2019-03-21", FIRST))
    dates = [one for one in found if any(claim.timex for claim in one.fact.claims)]
    assert [(one.verdict, one.rule) for one in dates] == [(Verdict.COMPATIBLE, "C303")]
    assert [
        claim.document.id for one in dates for claim in one.fact.claims if claim.timex and claim.timex.doubtful
    ] == ["late"]


def write_story(folder: Path) -> None:
    other = "The earthquake struck the border region on Nov. 12, 2017 and killed 60 people."
    for name, day, text in (
        ("gazette", "2017-11-13", FIRST), ("post", "2017-11-15", other), ("radio", "2019-03-21", FIRST),
    ):  # fmt: skip
        (folder / f"{name}.md").write_text(f"---\npublished: {day}\n---\n{text}\n", encoding="utf-8")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_claims_and_the_timeline_mark_what_counts_from_it(jobs: str, tmp_path: Path) -> None:
    write_story(tmp_path)
    claims, listed, timeline = (
        CliRunner().invoke(app, [*command, str(tmp_path), "--jobs", jobs]).stdout
        for command in (("claims", "--output-format", "jsonl"), ("claims",), ("timeline",))
    )
    rows = [json.loads(line) for line in claims.splitlines()]
    assert [(row["outlet"], row["literal"]) for row in rows if row["doubtful"]] == [("radio", "Sunday")]
    assert "17 March 2019~" in listed
    assert "‹Sunday›~" in timeline
    assert all(
        printed.count("~ the date it counts from is doubtful") == 1 for printed in (listed, " ".join(timeline.split()))
    )


TEXTS = (
    FIRST,
    SECOND,
    "A strong earthquake hit the border region on Sunday evening, and 60 people died.",
    "Rescuers found a boy alive on Tuesday, two days after the earthquake.",
    "The minister will visit the border region on Friday, he said on Wednesday.",
)
STORIES = st.lists(st.tuples(st.sampled_from(TEXTS), st.integers(0, 900)), min_size=1, max_size=6)
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def story(told_on: Sequence[tuple[str, int]], moved: int = 0) -> list[Document]:
    start = datetime(2017, 11, 13) + timedelta(moved)  # noqa: DTZ001 - a day
    days = ((text, f"{start + timedelta(day):%Y-%m-%d}") for text, day in told_on)
    return [report(f"report {number}", day, text) for number, (text, day) in enumerate(days)]


@SLOW
@given(STORIES, st.data())
def test_the_order_of_reports_changes_no_doubt(told_on: list[tuple[str, int]], data: st.DataObject) -> None:
    documents = story(told_on)
    assert in_doubt_of(*documents) == in_doubt_of(*data.draw(st.permutations(documents)))


@SLOW
@given(STORIES)
def test_the_first_of_a_story_is_never_in_doubt(told_on: list[tuple[str, int]]) -> None:
    documents = story([(text, day) for text, day in told_on if text != SECOND])
    first = min((one.published.time for one in documents if one.published), default=None)
    earliest = {one.id for one in documents if one.published and one.published.time == first}
    assert in_doubt_of(*documents).isdisjoint(earliest)


@SLOW
@given(STORIES, st.integers(0, 3000))
def test_without_dates_of_the_calendar_only_the_distance_of_stamps_counts(
    told_on: list[tuple[str, int]], weeks: int
) -> None:
    relative = [(text, day) for text, day in told_on if text != SECOND]
    assert in_doubt_of(*story(relative)) == in_doubt_of(*story(relative, moved=7 * weeks))
