"""The first sweep: what it shares and what it passes over changes no evidence."""

from decimal import Decimal
from math import inf
from pathlib import Path

import pytest

from discrepancy.match import Block, blocks, keyed
from discrepancy.match.evidence import COMPARISONS, TOGETHER
from discrepancy.match.links import LEAST, weighed
from discrepancy.match.sift import sift
from discrepancy.match.slips import digits
from discrepancy.match.values import company
from discrepancy.match.weights import total
from discrepancy.match.wording import frame_of
from discrepancy.model import Document
from discrepancy.read import read
from discrepancy.ready import reading
from discrepancy.stage import HERE
from discrepancy.stages import framed_in, told_in

CORPUS = Path(__file__).parents[1] / "corpus"
RANKED = 2.0  # bits within which the next best partner of a claim matters


@pytest.fixture(scope="module")
def met() -> list[Block]:
    """The blocks of the shipped corpus."""
    documents = [one for one in read([str(CORPUS)]) if isinstance(one, Document)]
    told = told_in(documents, reading, HERE)
    groups = keyed(
        (claim for one in told.values() for claim in one.claims), {one.id: one.story or "" for one in documents}
    )
    framed = framed_in((claim for claims in groups.values() for claim in claims), reading, HERE)
    return list(blocks({key: [framed[one.id] for one in claims] for key, claims in groups.items()}, reading().kinds))


def test_claims_of_equal_views_have_equal_levels(met: list[Block]) -> None:
    for block in met:
        pairs = list(block.pairs())
        candidates, passed = sift(pairs, block, reading().weights[block.kind].first, -inf)
        assert [one.pair for one in candidates] == pairs
        assert not passed
        for (left, right), levels, _ in candidates:
            told = {compare.__name__: compare(left, right, block) for compare in COMPARISONS}
            assert dict(levels) == told | {one.__name__: one(told, left, block) for one in TOGETHER}


def test_what_several_comparisons_come_to_is_told_by_those_named(met: list[Block]) -> None:
    for block in met:
        alike: dict[object, set[str]] = {}
        for (left, _), levels, _ in sift(block.pairs(), block, reading().weights[block.kind].first, -inf)[0]:
            told = dict(levels)
            for one, names in TOGETHER.items():
                seen = (one, frame_of(left).attribute, *(told[name] for name in names))
                assert one({name: told[name] for name in names}, left, block) == told[one.__name__]
                alike.setdefault(seen, set()).add(told[one.__name__])
        assert all(len(levels) == 1 for levels in alike.values())


def test_what_is_passed_over_weighs_too_little(met: list[Block]) -> None:
    for block in met:
        first = reading().weights[block.kind].first
        every = sift(block.pairs(), block, first, -inf)[0]
        kept = sift(block.pairs(), block, first, LEAST)[0]
        assert kept == [one for one in every if one.weight >= LEAST]
        assert all(one.weight == total(one.levels, first) for one in kept)


def test_what_is_passed_over_changes_no_standing(met: list[Block]) -> None:
    for block in met:
        first, pairs = reading().weights[block.kind].first, list(block.pairs())
        every = {(left.id, right.id): levels for (left, right), levels in weighed(pairs, block, first)}
        for (left, right), levels in weighed(pairs, block, first, LEAST):
            if total(levels, first) >= LEAST + RANKED:
                assert levels == every[left.id, right.id]


def test_the_digits_of_figures_are_counted_once_a_claim_and_not_once_a_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "The harbour paid " + " and ".join(f"${number} million" for number in range(101, 131)) + "."
    documents = [Document(id=outlet, outlet=outlet, published=None, title="", text=listed) for outlet in ("a", "b")]
    told = told_in(documents, reading, HERE)
    groups = keyed((claim for one in told.values() for claim in one.claims), dict.fromkeys("ab", ""))
    framed = framed_in((claim for claims in groups.values() for claim in claims), reading, HERE)
    (block,) = blocks({key: [framed[one.id] for one in claims] for key, claims in groups.items()}, reading().kinds)
    counted: list[Decimal] = []
    monkeypatch.setattr("discrepancy.match.values.digits", lambda figure: counted.append(figure) or digits(figure))
    assert {company(left, right, block) for left, right in block.pairs()} == {"telling"}
    assert len(counted) <= len(block.claims) ** 2
