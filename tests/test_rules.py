"""The table of rules: each is explained, and its example is decided by it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from discrepancy.cli import app
from discrepancy.cli.examine import claims_in
from discrepancy.cli.intake import Intake
from discrepancy.judge import LADDER, RULES, Rule, judge, misfits
from discrepancy.judge.rules import Said
from discrepancy.model import Claim, Fact
from discrepancy.normalise.frames import compile_lexicon
from discrepancy.tables import shipped

WITHIN = ("I503", "I504", "U202")
"""Rules on several claims of one report."""

MEASURES = compile_lexicon(shipped().frames).by_name


def claims_of(rule: Rule, folder: Path) -> tuple[Claim, ...]:
    """The claim that each report of the example makes in its figure."""
    for number, said in enumerate(rule.example):
        text = f"---\noutlet: Outlet {number}\npublished: {said.published}\n---\n{said.text}\n"
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    claims = list(claims_in(Intake([str(folder)])))
    return tuple(claim for said in rule.example for claim in claims if _makes(claim, said))


def _makes(claim: Claim, said: Said) -> bool:
    return said.text in claim.document.text and said.figure in claim.literal


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.code not in WITHIN], ids=lambda rule: rule.code)
def test_an_example_is_decided_by_its_rule(rule: Rule, tmp_path: Path) -> None:
    claims = claims_of(rule, tmp_path)
    assert len(claims) == len(rule.example)
    if len(claims) == 1:
        judgements = [judgement for _, judgement in misfits(claims)]
    else:
        dimension = claims[0].quantity.dimension if claims[0].quantity else "time"
        judgements = [judge(Fact(rule.name, dimension, claims), MEASURES)]
    assert [(one.rule, one.verdict) for one in judgements] == [(rule.code, rule.verdict)]


@pytest.mark.parametrize("code", WITHIN)
def test_a_report_that_contradicts_itself_is_found(code: str, tmp_path: Path) -> None:
    rule = next(rule for rule in RULES if rule.code == code)
    (said,) = rule.example
    (tmp_path / "report.md").write_text(said.text, encoding="utf-8")
    printed = CliRunner().invoke(app, ["check", str(tmp_path), "--output-format", "json"])
    (finding,) = json.loads(printed.stdout)["findings"]
    assert (finding["rule"], finding["verdict"], finding["internal"]) == (code, rule.verdict, True)


def test_every_rule_is_in_the_table_once_under_a_name_of_its_own() -> None:
    assert [rule.code for rule in RULES][: len(LADDER)] == [rung.rule for rung in LADDER]
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.means.endswith(".") for rule in RULES)


def test_rules_are_explained_all_or_one() -> None:
    every, one, none = (
        CliRunner(env={"COLUMNS": "100"}).invoke(app, ["rules", *codes]) for codes in ([], ["d401"], ["X1"])
    )
    assert all(rule.code in every.stdout and rule.example[0].text in every.stdout for rule in RULES)
    assert one.stdout.splitlines()[0] == "D401 conflict: No value satisfies all."
    assert (none.exit_code, none.stdout) == (2, "")
    assert none.stderr.startswith("discrepancy: no rule is called X1; known are A101, ")
