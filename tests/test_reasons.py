"""What is said to explain that two reports can both be right."""

from pathlib import Path

import pytest

from outlets import found_in


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("The bridge is 300 metres long.", "The bridge is 302 metres long.", "Rounding explains the difference."),
        ("The bridge is 300 metres long.", "The bridge is 984 feet long.", "Conversion explains the difference."),
        ("The bridge cost $312m.", "The bridge cost more than $300m.", "A hedge explains the difference."),
        (
            "The bridge is 100 km long.",
            "The bridge is about 60 miles long.",
            "Conversion and a hedge explain the difference.",
        ),
        (
            "The bridge opened in 1998.",
            "The bridge opened in May 1998.",
            "A less precise date explains the difference.",
        ),
        ("The bridge fell at 4:17 a.m.", "The bridge fell at 5.17am.", "Another clock explains the difference."),
    ],
)
def test_the_reason_is_named(left: str, right: str, why: str, tmp_path: Path) -> None:
    (found,) = found_in((left, right), tmp_path, "--show", "all")
    assert (found["rule"], found["why"]) == ("C301", why)
