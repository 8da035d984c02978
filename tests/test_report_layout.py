"""In what order findings are shown, under which headings, how many, and how much of each."""

import io
import re
import shlex
from dataclasses import replace

import pytest

from discrepancy.compare import news
from discrepancy.model import Evidence, Finding, Link, Report, State, Story, Verdict
from discrepancy.report.console import console_for
from discrepancy.report.layout import GroupBy, Layout, Sort, arranged
from discrepancy.report.terminal.findings import print_report
from report_samples import claim, distance, document, everything, finding, quantity, report, toll

ALL = frozenset(Verdict)


def printed(found: Report, layout: Layout, width: str = "80") -> str:
    stream = io.StringIO()
    print_report(found, console_for(stream, {"COLUMNS": width}), ALL, layout)
    return stream.getvalue()


def headings(layout: Layout) -> list[str]:
    return [heading for heading, _ in arranged(everything(), ALL, layout)]


@pytest.mark.parametrize(
    ("group_by", "expected"),
    [
        (GroupBy.STORY, ["harbour", "inquiry"]),
        (GroupBy.VERDICT, ["conflict", "update", "agree"]),
        (GroupBy.DIMENSION, ["length", "time", "money (EUR)", "count"]),
        (GroupBy.NONE, [""]),
    ],
)
def test_findings_stand_under_what_they_have_in_common(group_by: GroupBy, expected: list[str]) -> None:
    assert headings(Layout(group_by=group_by)) == expected


@pytest.mark.parametrize(
    ("sort", "first"), [(Sort.VERDICT, "conflict"), (Sort.SCORE, "conflict"), (Sort.NEWEST, "update")]
)
def test_what_is_asked_for_comes_first(sort: Sort, first: str) -> None:
    found = replace(everything(), findings=(toll(), distance()))
    ((_, told),) = arranged(found, ALL, Layout(sort=sort, group_by=GroupBy.NONE))
    assert told[0].verdict == first


def test_a_limit_counts_over_all_groups_and_the_rest_is_told() -> None:
    text = printed(everything(), Layout(limit=2))
    assert text.count("  why   ") == 2
    assert "(4 not shown)" in " ".join(text.split())


def test_what_was_seen_in_reports_that_were_not_read_is_counted() -> None:
    assert "seen elsewhere" not in printed(everything(), Layout())
    assert "unreadable: 1; seen elsewhere: 12" in " ".join(
        printed(replace(everything(), elsewhere=12), Layout()).split()
    )


def test_a_story_that_was_found_is_called_by_its_headline() -> None:
    one = distance()
    loose = tuple(
        replace(claim, document=replace(claim.document, story=None, title=f"Tanker aground ({number})"))
        for number, claim in enumerate(one.fact.claims)
    )
    found = report([replace(one, fact=replace(one.fact, claims=loose))])
    stories = (Story("story of x", tuple(claim.document for claim in loose), loose),)
    assert printed(replace(found, stories=stories), Layout()).startswith("Tanker aground (0) · 1 conflict ─")


def test_the_command_that_flags_is_broken_where_a_shell_takes_it() -> None:
    where = tuple(map(shlex.quote, ("corpus/a long name of a folder", "corpus/another one")))
    text = printed(report([distance()]), Layout(where=where), "60")
    command = text.partition("  flag  ")[2].partition("\n\n")[0]
    assert shlex.split(command.replace("\\\n", "")) == [  # as a shell joins lines
        "discrepancy", "flag", "4be1c09d77aa", "corpus/a long name of a folder", "corpus/another one", "--reason", "…",
    ]  # fmt: skip
    assert max(map(len, text.splitlines())) <= 60


@pytest.mark.parametrize("name", ["corpus/" + "a-long-name-of-a-folder/" * 9, "it's / " * 30, "ö" * 200, "a b\\" * 50])
@pytest.mark.parametrize("width", ["40", "60", "100"])
def test_a_path_longer_than_a_line_is_broken_where_a_shell_takes_it(name: str, width: str) -> None:
    text = printed(report([distance()]), Layout(where=(shlex.quote(name), "corpus")), width)
    command = text.partition("  flag  ")[2].partition("\n\n")[0]
    assert shlex.split(command.replace("\\\n", "")) == [
        "discrepancy", "flag", "4be1c09d77aa", name, "corpus", "--reason", "…",
    ]  # fmt: skip
    assert max(map(len, text.splitlines())) <= int(width)


def test_more_is_told_on_request() -> None:
    one = distance()
    ids = [claim.id for claim in one.fact.claims]
    links = (Link(ids[0], ids[2], (Evidence("subject", "same", 2.25), Evidence("near", "none", 0.01)), 0.81),)
    text = printed(report([replace(one, fact=replace(one.fact, links=links))]), Layout(verbose=True))
    assert "link  The Coast Post and Daily Ledger: 0.81 from subject same +2.2" in text
    assert "near none" not in text
    assert "skipped · relative date without a publication date · 1 mention" in text
    assert "yesterday (harbour/coastpost)" in text


def test_a_long_sentence_is_told_whole_on_request() -> None:
    one = distance()
    long = document("Coast", f"It lay 20 km out, {'where the channel narrows and ' * 20}ends.")
    said = replace(one.fact.claims[0], document=long, sentence=one.fact.claims[0].sentence._replace(end=len(long.text)))
    found = report([replace(one, fact=replace(one.fact, claims=(said, *one.fact.claims[1:])))])
    assert "ends." not in printed(found, Layout())
    assert "ends." in printed(found, Layout(verbose=True))


def test_a_finding_of_the_baseline_with_other_values_is_not_called_flagged() -> None:
    known = replace(distance(), state=State.CHANGED, then="in the baseline with Northern Wire: 40 km")
    text = printed(report([known]), Layout())
    assert "\n  then  in the baseline with Northern Wire: 40 km\n" in text
    assert text.count("  flag  ") == 1  # the command that flags it


def test_what_was_left_out_because_it_was_seen_is_counted() -> None:
    left = news(report([distance(), replace(toll(), state=State.KNOWN), replace(toll(), state=State.FLAGGED)]))
    text = " ".join(printed(left, Layout()).split())
    assert "1 conflict, 0 updates, 0 compatible, 0 agree, 2 seen before; skipped" in text


def apart(unit: str, dimension: str, one: str, other: str) -> Finding:
    """Two outlets that tell an amount of *unit*, which do not meet."""
    said = "The harbour company told its owners that the sum came to {} in the end."
    camps = []
    for outlet, literal in (("Northern Wire", one), ("The Coast Post and Evening Ledger", other)):
        value = quantity(literal, literal, unit, dimension, upper_open=False)
        camps.append([claim(document(outlet, said.format(literal)), literal, value)])
    return finding("sum", camps)


LONG = {
    "money": apart("dollar", "money:USD", "4250000000", "5750000000"),
    "a rate": apart("dollar per share", "rate", "0.55", "0.85"),
    "a long unit": apart("ton of carbon dioxide for each inhabitant and year", "rate", "55.5", "85.25"),
    "length": distance(),
}


@pytest.mark.parametrize("width", range(40, 141))
def test_no_line_is_wider_than_the_screen_whatever_the_labels_of_its_scale(width: int) -> None:
    for name, one in LONG.items():
        lines = printed(report([one]), Layout(), str(width)).splitlines()
        assert max(map(len, lines)) <= width, name


def test_the_unit_of_a_scale_stands_behind_its_labels_or_beneath_them() -> None:
    for width in ("60", "80", "100"):
        rate = printed(report([LONG["a rate"]]), Layout(), width)
        assert re.search(r"^ .*dollars per share$", rate, re.MULTILINE)
    narrow = printed(report([LONG["a long unit"]]), Layout(), "80")
    assert re.search(r"^ +ton of carbon dioxide .*$", narrow, re.MULTILINE)
