"""The table of rules: each is explained, and its example is decided by it."""

from datetime import UTC, datetime, time

import pytest
from typer.testing import CliRunner

from discrepancy.adapters import TOOLBOX
from discrepancy.cli import app
from discrepancy.judge import LADDER, RULES, Rule, judge, misfits
from discrepancy.model import Claim, Document, Fact, Origin, Published
from discrepancy.pipeline import claims_of, framed, prepare
from discrepancy.tables import shipped

READING = prepare(shipped(), TOOLBOX)


def claims_in(rule: Rule) -> tuple[Claim, ...]:
    """The claim that each report of the example makes in its figure."""
    found = []
    for number, said in enumerate(rule.example):
        day = Published(datetime.combine(said.published, time(), UTC), "day", Origin.METADATA)
        document = Document(f"{rule.code}-{number}", f"Outlet {number}", said.text, published=day)
        claims = [one for one in claims_of(document, READING) if isinstance(one, Claim)]
        found += [claim for claim in framed(claims, READING).values() if said.figure in claim.literal]
    return tuple(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_an_example_is_decided_by_its_rule(rule: Rule) -> None:
    claims = claims_in(rule)
    assert len(claims) == len(rule.example)
    if len(claims) == 1:
        judgements = [judgement for _, judgement in misfits(claims)]
    else:
        dimension = claims[0].quantity.dimension if claims[0].quantity else "time"
        judgements = [judge(Fact(rule.name, dimension, claims), READING.lexicon.by_name)]
    assert [(one.rule, one.verdict) for one in judgements] == [(rule.code, rule.verdict)]


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
