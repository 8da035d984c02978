"""What services read: GitHub's annotations, GitLab's code quality, JUnit, reviewdog, and linked data."""

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from discrepancy.model import Finding, Report, State
from discrepancy.report.formats import FORMATS, Selection
from discrepancy.report.safe import visible
from report_samples import cost, distance, everything, report, toll
from test_formats import ALL, HOSTILITY, TEXTS, written
from test_report_hostile import hostile_report


def text_of(name: str, shown: Report, selection: Selection = ALL) -> str:
    return next(form for form in FORMATS if form.name == name).text(shown, selection)


def placed(made: Finding, path: str) -> Finding:
    """*made* with its reports in files whose paths begin with *path*."""
    claims = (replace(one, document=replace(one.document, path=path + one.document.path)) for one in made.fact.claims)
    return replace(made, fact=replace(made.fact, claims=tuple(claims)))


def many(made: Finding, number: int) -> list[Finding]:
    return [replace(made, fingerprint=f"{one:012x}", score=1 - one / 1000) for one in range(number)]


# GitHub.

COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner reads of *text*: level, properties, message."""
    found = [COMMAND.fullmatch(line) for line in text.split("\n")[:-1]]
    assert all(found)
    return [(one[1], properties(one[2]), decoded(one[3])) for one in found if one]


def properties(given: str) -> dict[str, str]:
    return {name: decoded(value) for name, _, value in (one.partition("=") for one in given.split(","))}


def decoded(value: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(code, sign)
    return value


def test_an_annotation_marks_the_report_published_last_and_tells_all_sides() -> None:
    ((level, marks, message),) = commands(text_of("github", report([distance()])))
    assert level == "error"
    assert {**marks, "title": ""} == {
        "title": "", "file": "harbour/dailyledger.md", "line": "7", "endLine": "7", "col": "68", "endColumn": "84",
    }  # fmt: skip
    assert marks["title"] == "conflict: distance of the tanker from the harbour [4be1c09d77aa]"
    assert all(outlet in message for outlet in ("The Coast Post", "Northern Wire", "Daily Ledger"))


def test_the_worst_come_first_and_the_last_of_a_level_tells_how_many_more() -> None:
    told = commands(text_of("github", report([*many(toll(), 10), *many(distance(), 13)])))
    assert [level for level, _, _ in told] == ["error"] * 10 + ["warning"] * 10
    assert "[000000000000]" in told[0][1]["title"]
    assert told[9][2].startswith("and 4 more;")
    assert "more" not in told[19][2]


def test_what_has_been_seen_is_no_more_than_a_notice() -> None:
    states = {state: commands(text_of("github", report([replace(cost(), state=state)])))[0][0] for state in State}
    assert {state for state, level in states.items() if level == "error"} == {State.NEW, State.CHANGED}
    assert states[State.FLAGGED] == "notice"


def test_a_stale_flag_is_a_warning_where_it_stands() -> None:
    told = commands(text_of("github", everything()))
    (stale,) = [one for one in told if one[1]["title"] == "stale flag"]
    assert stale == (
        "warning",
        {"title": "stale flag", "file": "flags.toml", "line": "14"},
        "length of the quay (5ea1e0c2b7f4): no such finding any more",
    )


def test_what_could_not_be_read_is_a_notice_on_its_file() -> None:
    (*_, (level, marks, message)) = commands(text_of("github", everything()))
    assert (level, marks) == ("notice", {"title": "not read", "file": "harbour/photo.md"})
    assert message.startswith("not text (byte 1 is NUL)")


def test_a_report_from_standard_input_is_annotated_without_a_file() -> None:
    ((_, marks, _),) = commands(text_of("github", report([placed(distance(), "<stdin>")])))
    assert "file" not in marks


@HOSTILITY
@given(TEXTS)
def test_hostile_text_makes_no_command_of_its_own(text: str) -> None:
    told = commands(written("github", text))
    assert len(told) == 3
    assert {name for _, marks, _ in told for name in marks} <= {"title", "file", "line", "endLine", "col", "endColumn"}


@pytest.mark.parametrize(
    "text", ["a\n::error::b", "a%0A::stop-commands::x", "x,file=/etc/passwd", "::set-output name=a::b"]
)
def test_commands_in_articles_stay_text(text: str) -> None:
    told = commands(text_of("github", report([replace(distance(), why=text, flag="")])))
    assert f" {visible(text)}; 9.7 km" in told[0][2]
    assert told[0][1]["file"] == "harbour/dailyledger.md"


# GitLab.

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's documentation says of a code quality report."""


def issues(shown: Report) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(text_of("gitlab", shown))
    Draft202012Validator(CODE_QUALITY).validate(told)
    return told


def test_an_issue_bears_the_fingerprint_of_the_finding() -> None:
    told = {one["fingerprint"]: one["severity"] for one in issues(everything())}
    assert told == {
        "4be1c09d77aa": "major", "c27d41f0be93": "major", "77e0d1a2b3c4": "major", "90aa17c3e5d2": "minor",
        "1f00b2a9c4d8": "info", "0a0b0c0d0e0f": "info",
    }  # fmt: skip


def test_a_fingerprint_makes_one_issue() -> None:
    assert len(issues(report([distance(), distance()]))) == 1


def test_a_path_is_told_from_the_folder_of_the_run() -> None:
    made = distance()
    claims = tuple(
        replace(one, document=replace(one.document, path=f"./{one.document.path}")) for one in made.fact.claims
    )
    (issue,) = issues(report([replace(made, fact=replace(made.fact, claims=claims))]))
    assert issue["location"]["path"] == "harbour/northernwire.md"


@HOSTILITY
@given(TEXTS)
def test_hostile_text_leaves_issues_valid(text: str) -> None:
    assert len(issues(hostile_report(text))) == len({one.fingerprint for one in hostile_report(text).findings})


# JUnit.


def cases(shown: Report) -> list[ET.Element]:
    root = ET.fromstring(text_of("junit", shown))  # noqa: S314 - our own output
    told = list(root.iter("testcase"))
    for name, count in (("tests", len(told)), ("failures", len(list(root.iter("failure"))))):
        assert int(root.get(name, "")) == count == sum(int(suite.get(name, "")) for suite in root)
    assert int(root.get("skipped", "")) == len(list(root.iter("skipped")))
    return told


def test_an_unseen_conflict_fails_a_flagged_one_is_skipped_and_all_else_passes() -> None:
    outcomes = {(case.get("name") or "")[-13:-1]: {one.tag for one in case} for case in cases(everything())}
    assert outcomes == {
        "4be1c09d77aa": {"failure"}, "c27d41f0be93": {"failure"}, "77e0d1a2b3c4": {"failure"},
        "90aa17c3e5d2": {"system-out"}, "1f00b2a9c4d8": {"skipped", "system-out"}, "0a0b0c0d0e0f": {"system-out"},
    }  # fmt: skip


def test_a_skipped_case_gives_the_reason_of_the_flag() -> None:
    (case,) = cases(report([cost()]))
    skipped = case.find("skipped")
    assert skipped is not None
    assert skipped.get("message") == cost().flag


@HOSTILITY
@given(TEXTS)
def test_hostile_text_leaves_xml_whole(text: str) -> None:
    told = cases(hostile_report(text))
    assert len(told) == 2
    assert {one.tag for case in told for one in case.iter()} <= {"testcase", "failure", "system-out"}


# reviewdog.

POSITION = {
    "type": "object",
    "required": ["line"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "required": ["path", "range"],
    "properties": {
        "path": {"type": "string"},
        "range": {"type": "object", "required": ["start"], "properties": {"start": POSITION, "end": POSITION}},
    },
    "additionalProperties": False,
}
DIAGNOSTIC = {
    "type": "object",
    "required": ["message", "location", "severity"],
    "properties": {
        "message": {"type": "string"},
        "location": LOCATION,
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "source": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
        "code": {"type": "object", "required": ["value"], "properties": {"value": {"type": "string"}}},
        "related_locations": {
            "type": "array",
            "items": {"type": "object", "properties": {"message": {"type": "string"}, "location": LOCATION}},
        },
    },
    "additionalProperties": False,
}
"""What reviewdog's description of its format says of a diagnostic."""


def diagnostics(shown: Report) -> list[dict[str, Any]]:
    told = [json.loads(line) for line in text_of("rdjsonl", shown).split("\n")[:-1]]
    for one in told:
        Draft202012Validator(DIAGNOSTIC).validate(one)
    return told


def test_each_side_is_a_diagnostic_with_the_others_beside_it() -> None:
    told = diagnostics(report([distance()]))
    places = [one["location"]["path"] for one in told]
    assert places == ["harbour/northernwire.md", "harbour/thecoastpost.md", "harbour/dailyledger.md"]
    assert [one["location"]["path"] for one in told[0]["related_locations"]] == places[1:]


def test_columns_are_bytes() -> None:
    told = diagnostics(report([cost()]))
    euros = next(one for one in told if one["location"]["path"] == "harbour/northernwire.md")["location"]["range"]
    assert (euros["start"]["column"], euros["end"]["column"]) == (19, 19 + len("€1.2 billion".encode()))


@HOSTILITY
@given(TEXTS)
def test_hostile_text_leaves_diagnostics_valid(text: str) -> None:
    assert len(diagnostics(hostile_report(text))) == 5


# Linked data.


def test_a_claim_names_the_report_in_which_it_appears() -> None:
    graph = json.loads(text_of("json-ld", report([distance()])))
    assert graph["@context"] == "https://schema.org"
    assert {one["@type"] for one in graph["@graph"]} == {"Claim"}
    works = [one["appearance"] for one in graph["@graph"]]
    assert [work["publisher"]["name"] for work in works] == ["The Coast Post", "Northern Wire", "Daily Ledger"]
    assert [work["datePublished"] for work in works] == ["2031-03-07", "2031-03-06", "2031-03-07T14:05:00+00:00"]
    assert len({one["about"]["identifier"] for one in graph["@graph"]}) == 1


@HOSTILITY
@given(TEXTS)
def test_linked_data_can_stand_in_a_page(text: str) -> None:
    told = written("json-ld", text)
    assert "<" not in told
    assert len(json.loads(told)["@graph"]) == 5


def test_no_format_reviews_a_claim() -> None:
    assert not [form.name for form in FORMATS if "ClaimReview" in form.text(everything(), ALL)]
