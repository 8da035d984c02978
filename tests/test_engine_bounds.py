"""Blocks that are too large to compare all with all."""

import time
from collections import Counter
from pathlib import Path

from discrepancy.match import Block, blocks, bounded
from discrepancy.match.bounds import FIRST, SECOND
from discrepancy.model import LEFT_OUT, Claim, Frame
from discrepancy.ready import reading
from outlets import found_in
from report_samples import claim, document, length


def block_of(**measures: int) -> Block:
    """A block in which two outlets give so many lengths on each of *measures*."""
    claims: list[Claim] = []
    for outlet in ("Gazette", "Post"):
        report = document(outlet, "It is 19 km long.", "2031-03-05")
        claims += [
            claim(report, "19", length(19, 20), Frame(noun=noun))
            for noun, count in measures.items()
            for _ in range(count)
        ]
    (block,) = blocks({("story", "length"): claims}, reading().kinds)
    return block


def test_a_block_within_bounds_is_left_as_it_is() -> None:
    block = block_of(bridge=2, road=1)
    assert list(bounded(block, 6)) == [(FIRST, block)]


def test_a_large_block_is_split_by_what_is_measured() -> None:
    parts = list(bounded(block_of(bridge=2, road=1), 5))
    assert [(rule, len(part.claims)) for rule, part in parts] == [(SECOND, 4), (SECOND, 2)]


def test_what_is_still_too_large_is_told_and_left_out() -> None:
    parts = list(bounded(block_of(bridge=3, road=1), 5))
    assert Counter(rule for rule, _ in parts) == {LEFT_OUT: 1, SECOND: 1}
    assert sum(len(part.claims) for _, part in parts) == 8


def test_the_pairs_of_what_is_left_out_are_reckoned() -> None:
    block = block_of(bridge=3, road=1)
    assert block.crossing == len(list(block.pairs())) == 16


def test_a_sentence_without_end_costs_no_more_than_its_length(tmp_path: Path) -> None:
    sentence = "Anna Berg and Lars Dahl, ages 14 and 16, "
    spent: list[float] = []
    for times in (500, 2000):
        begun = time.process_time()
        assert found_in([sentence * times] * 2, tmp_path, "--no-cache", "--jobs", "1") == []
        spent.append(time.process_time() - begun)
    assert spent[1] < 8 * spent[0]
