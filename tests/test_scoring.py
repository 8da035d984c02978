"""Which two claims of a finding give its score."""

from collections.abc import Sequence

import pytest

from discrepancy.judge import judge, scoring
from discrepancy.model import Claim, Fact, Finding, Link
from discrepancy.report.explanation import explained
from test_camps import a_claim, a_figure

TIMES = [a_claim(number, said=f"It fell {time}.") for number, time in enumerate(("on 3 May", "on 4 May"))]
MOMENT = a_claim(2, said="It fell at 22:00 GMT on 3 May.")
RANGES = [a_figure(number, *ends, spanning=True) for number, ends in enumerate(((1, 7), (1, 9), (3, 8)))]


def a_finding(claims: Sequence[Claim], links: Sequence[Link]) -> Finding:
    fact = Fact("", "", tuple(claims), tuple(links))
    judged = judge(fact, {})
    camps = tuple(tuple(claim.id for claim in camp) for camp in judged.camps)
    link = scoring(fact, judged)
    score = link.probability if link else 1.0
    return Finding(fact, judged.verdict, judged.rule, judged.why, camps, score, "", scored_by=link)


@pytest.mark.parametrize("claims", [[*TIMES, MOMENT], RANGES])
def test_claims_that_meet_give_no_score_where_others_exclude_each_other(claims: Sequence[Claim]) -> None:
    excluding, meeting = Link("0", "1", (), 0.5), Link("1", "2", (), 0.9)
    assert not claims[0].meets(claims[1])
    assert claims[1].meets(claims[2])
    one = a_finding(claims, [meeting, excluding])
    assert (one.score, one.scored_by) == (0.5, excluding)


def test_the_score_is_explained_by_the_pair_that_gives_it_though_another_is_as_likely() -> None:
    links = [Link("0", "2", (), 0.5), Link("1", "2", (), 0.5), Link("0", "1", (), 0.5)]
    one = a_finding([*TIMES, MOMENT], links)
    assert [(pair.left.id, pair.right.id) for pair in explained(one).waterfalls if pair.scores] == [("0", "1")]


def test_without_links_nothing_gives_the_score() -> None:
    assert a_finding(TIMES, []).scored_by is None


def test_where_all_can_be_true_the_surest_link_gives_the_score() -> None:
    surest = Link("0", "2", (), 0.8)
    assert a_finding([TIMES[0], MOMENT], [surest]).scored_by == surest
