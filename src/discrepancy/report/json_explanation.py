"""The explanation of a finding for machines."""

from typing import Any

from discrepancy.judge.rules import Rule
from discrepancy.report.claims import claim_record
from discrepancy.report.explanation import MEANS, Explanation, Step, Waterfall
from discrepancy.report.json_report import finding_record
from discrepancy.report.safe import json_text
from discrepancy.report.sides import Side
from discrepancy.report.steps import steps_of


def explanation_text(explanation: Explanation) -> str:
    """*explanation* as JSON, every comparison of every pair in it."""
    return json_text(explanation_record(explanation), indent=2) + "\n"


def explanation_record(explanation: Explanation) -> dict[str, Any]:
    """*explanation*; bits and probabilities are strings of decimals."""
    finding = finding_record(explanation.finding)
    return {
        **{name: value for name, value in finding.items() if name != "sides"},
        "score_means": explanation.score_means,
        "pairs": [_pair(one) for one in explanation.waterfalls],
        "sides": [_side(side) for side in explanation.sides],
        "rungs": [
            *(_rung(rule, holds=False) for rule in explanation.passed),
            _rung(explanation.decided, holds=True),
        ],
        "compatible_if": list(explanation.ways),
    }


def _pair(waterfall: Waterfall) -> dict[str, Any]:
    return {
        "left": waterfall.left.id,
        "right": waterfall.right.id,
        "probability": f"{waterfall.chance:.4f}",
        "joins": waterfall.joins,
        "gives_score": waterfall.scores,
        "steps": [_step(step) for step in waterfall.steps],
    }


def _step(step: Step) -> dict[str, str]:
    return {
        "comparison": step.comparison,
        "means": MEANS.get(step.comparison, ""),
        "level": step.level,
        "weight": f"{step.weight:.3f}",
        "sum": f"{step.total:.3f}",
        "probability": f"{step.chance:.4f}",
    }


def _side(side: Side) -> dict[str, Any]:
    record = claim_record(side.claim)
    named = ("id", "document", "outlet", "published", "span", "literal", "dimension", "printed", "timex", "interval")
    return {
        **{name: record[name] for name in named},
        "camp": side.camp,
        "steps": [{"step": name, "value": words} for name, words in steps_of(side.claim)],
    }


def _rung(rule: Rule, *, holds: bool) -> dict[str, Any]:
    return {"rule": rule.code, "verdict": rule.verdict, "means": rule.means, "holds": holds}
