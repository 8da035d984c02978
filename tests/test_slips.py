"""Values of one thing that differ as by a slip of the pen are joined, whatever else their sentences say."""

from pathlib import Path

import pytest

from outlets import found_in


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (
            "By comparison, an earlier rocket flew 1,000 kilometres over the northern islands in July.",
            "But that one flew only 998 miles, experts noted, and fell into the bay.",
            "conflict",
        ),
        (
            "By comparison, an earlier rocket flew 1,000 kilometres over the northern islands in July.",
            "But that one flew only 998 km, experts noted, and fell into the bay.",
            None,
        ),
        (
            "By comparison, an earlier rocket flew 1,000 kilometres over the northern islands in July.",
            "The new pipeline is 998 miles long, experts noted, and ends in the bay.",
            None,
        ),
        (
            "The ferry from Lowmouth landed in Tokyo at 10:15 p.m. on 4 March.",
            "Passengers cheered as it landed in Tokyo at 10:15 a.m. on 4 March, one said.",
            "conflict",
        ),
    ],
    ids=["another unit", "rounded", "another measure", "the other half of the day"],
)
def test_slips_are_told(one: str, other: str, verdict: str | None, tmp_path: Path) -> None:
    found = [finding["verdict"] for finding in found_in([one, other], tmp_path) if finding["verdict"] != "compatible"]
    assert found == ([verdict] if verdict else [])
