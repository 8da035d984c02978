"""Facts from links, each of which is looked at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.match.facts import connected, shared_out
from discrepancy.model import Finding
from discrepancy.report.formats import Selection, reviewdog
from report_samples import distance, report

NAMES = st.sampled_from("abcdefgh")


@given(st.lists(st.tuples(NAMES, NAMES)), st.lists(st.tuples(NAMES, NAMES)))
def test_a_link_is_of_the_group_that_holds_both_its_ends(
    joining: list[tuple[str, str]], found: list[tuple[str, str]]
) -> None:
    groups = connected(joining)
    told = dict(shared_out(groups, ((left, right, number) for number, (left, right) in enumerate(found))))
    assert list(told) == groups
    for members, own in told.items():
        assert own == [number for number, ends in enumerate(found) if members.issuperset(ends)]


def test_a_finding_is_told_once_however_many_sides_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Finding] = []
    told = reviewdog.message_of
    monkeypatch.setattr(reviewdog, "message_of", lambda finding: asked.append(finding) or told(finding))
    one = distance()
    printed = reviewdog.diagnostics(report([one]), Selection(frozenset({one.verdict})))
    assert len(printed.splitlines()) == len(one.fact.claims) > 1
    assert asked == [one]
