"""`discrepancy explain`: the numbers behind a finding, as they were and in full."""

import io
import json
import math
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from unicodedata import category

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from discrepancy.cli import app
from discrepancy.cli.examine import report_of
from discrepancy.cli.intake import Intake
from discrepancy.judge import LADDER
from discrepancy.match.outright import OUTRIGHT
from discrepancy.model import Evidence, Finding, Link, Report, Seen, Verdict
from discrepancy.report.console import console_for
from discrepancy.report.explanation import MEANS, Waterfall, explained, folded, told
from discrepancy.report.json_explanation import explanation_record
from discrepancy.report.steps import steps_of
from discrepancy.report.terminal.explain import print_explanation
from discrepancy.tables import shipped
from quantities_reading import quantities
from report_samples import claim, cost, distance, document, everything, finding, length
from test_report_hostile import HOSTILE, hostile_report
from test_report_snapshots import held

ROOT = Path(__file__).parents[1]
MATCHING = shipped().matching
RUNGS = [rung.rule for rung in LADDER]


@pytest.fixture(scope="module")
def corpus() -> Report:
    return report_of(Intake([str(ROOT / "corpus")]), Seen())


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def run(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "80"}).invoke(app, ["explain", *arguments])


def named(corpus: Report, literal: str) -> Finding:
    """The conflict between reports of which one says *literal*."""
    return next(
        one
        for one in corpus.findings
        if one.verdict is Verdict.CONFLICT and literal in {claim.literal for claim in one.fact.claims}
    )


def printed(one: Finding, width: str = "80", *, all_of_it: bool = False) -> str:
    stream = io.StringIO()
    print_explanation(explained(one), console_for(stream, {"COLUMNS": width}), everything=all_of_it)
    return stream.getvalue()


@pytest.mark.usefixtures("at_home")
def test_an_explanation_looks_as_it_did(corpus: Report) -> None:
    done = run(named(corpus, "19 miles (30 km)").fingerprint[:8])
    assert (done.exit_code, done.stderr) == (0, "")
    assert all(len(line) <= 80 and line == line.rstrip() for line in done.stdout.split("\n"))
    held("explain-80.txt", without_weights(done.stdout))


def without_weights(text: str) -> str:
    """*text* without what each training changes."""
    text = re.sub(r"(?m)^    \w+ .*[+-]\d+\.\d\d .*\n", "", text)
    return re.sub(r"(?<=score  )\d\.\d\d|\d\.\d\d(?= · gives)", "0.00", text)


def test_a_waterfall_looks_as_it_did() -> None:
    one = distance()
    left, right = one.fact.claims[:2]
    weights = (("prior", "all", -5.5), ("noun", "same", 3.25), ("near", "some", -0.2), ("closeness", "apart", -1.0))
    link = Link(left.id, right.id, tuple(Evidence(*weight) for weight in (*weights, ("measure", "same", 5.0))), 0.75)
    shown = printed(replace(one, score=0.75, scored_by=link, fact=replace(one.fact, links=(link,))))
    held("waterfall-80.txt", shown.partition("joins the claims")[2].partition("how each value")[0])


@pytest.mark.usefixtures("at_home")
def test_scripts_get_all_of_it(corpus: Report) -> None:
    one = named(corpus, "19 miles (30 km)")
    record = json.loads(run(one.fingerprint, "corpus", "--output-format", "json").stdout)
    assert record == json.loads(json.dumps(explanation_record(explained(one)))) | {"sides": record["sides"]}
    assert [len(pair["steps"]) for pair in record["pairs"]] == [len(link.evidence) for link in one.fact.links]


def waterfalls(report: Report) -> list[Waterfall]:
    return [waterfall for one in report.findings for waterfall in explained(one).waterfalls]


def test_a_waterfall_ends_at_the_probability_that_was_decided_on(corpus: Report) -> None:
    assert waterfalls(corpus)
    for one in waterfalls(corpus):
        assert math.isclose(one.steps[-1].chance, one.chance)
        assert one.steps[0].comparison == "prior"
        sizes = [abs(step.weight) for step in one.steps[1:]]
        assert sizes == sorted(sizes, reverse=True)


def test_what_is_folded_is_summed(corpus: Report) -> None:
    for one in waterfalls(corpus):
        kept, rest = folded(one.steps)
        assert rest is not None
        assert len(kept) + int(rest.level) == len(one.steps)
        assert math.isclose(kept[-1].total + rest.weight, one.steps[-1].total)


def test_the_pairs_that_are_told_hold_all_claims_together_and_give_the_score(corpus: Report) -> None:
    for one in (one for one in corpus.findings if one.fact.links):
        shown = told(explained(one), everything=False)
        joined = {shown[0].left.id}
        for _ in shown:
            joined |= {end for pair in shown for end in (pair.left.id, pair.right.id) if joined & _ends(pair)}
        assert joined == {claim.id for claim in one.fact.claims}
        assert [pair.chance for pair in shown if pair.scores] == [one.score]


def _ends(pair: Waterfall) -> set[str]:
    return {pair.left.id, pair.right.id}


def test_every_comparison_is_explained(corpus: Report) -> None:
    met = {step.comparison for one in waterfalls(corpus) for step in one.steps}
    assert all(MEANS[name] for name in met)


def test_every_comparison_that_weighs_is_explained_by_a_name_of_its_own() -> None:
    learnt = {row.comparison for row in MATCHING.weights}
    reasoned = {(row.comparison, row.level) for row in MATCHING.reasoned}
    assert all(MEANS[name] for name in learnt | {name for name, _ in reasoned})
    assert reasoned >= OUTRIGHT.keys()
    assert learnt.isdisjoint(name for name, _ in OUTRIGHT)
    assert len(set(MEANS.values())) == len(MEANS)


def test_the_rungs_up_to_the_one_that_decided_are_told(corpus: Report) -> None:
    for one in corpus.findings:
        explanation = explained(one)
        rungs = [rule.code for rule in (*explanation.passed, explanation.decided)]
        assert rungs == (RUNGS[: RUNGS.index(one.rule) + 1] if one.rule in RUNGS else [one.rule])


def test_it_is_told_how_far_which_value_would_have_to_reach() -> None:
    near, far = (
        document(outlet, f"It is {words} away.") for outlet, words in (("Gazette", "20 km"), ("Post", "30 km"))
    )
    sides = [[claim(near, "20 km", length(15, 25))], [claim(far, "30 km", length(26, 35))]]
    reach, hedge = explained(finding("distance", sides)).ways
    assert reach.endswith("would have to reach up to 26 km, or 26–35 km (16.2–21.7 miles) below 25 km.")
    assert reach.startswith("15–25 km")
    assert "“at least” with the lower figure" in hedge


def test_a_finding_within_one_claim_is_explained(corpus: Report) -> None:
    text = " ".join(printed(named(corpus, "59 metres")).split())
    assert "score 1.00: It lies within one claim" in text
    assert "I501 holds" in text
    assert "The figures would have to be conversions of each other: 59 metres would be" in text


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The bridge was shut on Saturday, Dec. 31, 2018.", "I502"),
        ("The storm killed 19 people. In all 12 people were killed by the storm.", "I503"),
    ],
)
def test_findings_within_one_report_are_explained(tmp_path: Path, text: str, rule: str) -> None:
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    (one,) = report_of(Intake([str(tmp_path)]), Seen()).findings
    done = run(one.fingerprint[:5].upper(), str(tmp_path))
    assert done.exit_code == 0
    assert f"{rule} holds" in done.stdout
    assert "does not hold" not in done.stdout


def test_each_rendering_is_taken_to_the_base_unit() -> None:
    (quantity,) = quantities("20 kilometres (12 miles)")
    assert [str(part) for part in quantity.parts] == ["[15,000, 25,000)", "[18,507.456, 20,116.8)"]
    near = document("Gazette", "It is 20 kilometres (12 miles) away.")
    steps = steps_of(claim(near, "20 kilometres (12 miles)", quantity))
    assert [name for name, _ in steps].count("base unit") == 3
    assert ("printed", "12, unit mile, last digit worth 1") in steps
    assert ("base unit", "[15,000, 25,000) metres") in steps


@pytest.mark.usefixtures("at_home")
def test_an_id_that_fits_none_or_several_is_told_in_one_line(corpus: Report) -> None:
    ids = sorted(one.fingerprint for one in corpus.findings)
    several = next(one[0] for one, other in pairwise(ids) if one[0] == other[0])
    mistyped = f"{ids[0][:11]}x"
    for name, words in (
        (mistyped, f"no finding has the id {mistyped}; nearest are {ids[0]}, "),
        (several, f"{several} begins the ids of "),
        (" ", "no finding has the id (empty); "),
    ):
        done = run(name, "corpus")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith(f"discrepancy: {words}")
        assert done.stderr.count("\n") == 1


def test_without_findings_there_is_nothing_to_explain(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("The bridge is 20 km from the border.", encoding="utf-8")
    done = run("4be1c0", str(tmp_path))
    assert (done.exit_code, done.stderr) == (2, "discrepancy: there are no findings in these reports\n")


def test_all_comparisons_are_shown_on_request(corpus: Report) -> None:
    one = named(corpus, "19 miles (30 km)")
    brief, full = printed(one), printed(one, all_of_it=True)
    assert "\n    others " in brief
    assert "\n    others " not in full
    assert all(f"\n    {part.comparison} " in full for link in one.fact.links for part in link.evidence)
    assert MEANS["event"] in full


@pytest.mark.parametrize("width", ["40", "80", "120"])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_leaves_the_layout_intact(name: str, width: str) -> None:
    for one in hostile_report(HOSTILE[name]).findings:
        left, right = one.fact.claims[:2]
        link = Link(left.id, right.id, (Evidence("prior", "all", -5.0), Evidence("noun", "same", 7.0)), one.score)
        text = printed(replace(one, rule="D401", scored_by=link, fact=replace(one.fact, links=(link,))), width)
        assert max(map(cell_len, text.split("\n"))) <= int(width)
        assert not {category(sign) for sign in text if sign != "\n"} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
        assert "gives the score" in " ".join(text.split())


def test_what_is_built_by_hand_is_explained_as_well() -> None:
    for one in (*everything().findings, distance(), cost()):
        assert printed(one)
        assert explanation_record(explained(one))["compatible_if"]
