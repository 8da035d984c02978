"""What has changed between two reports contradicts nothing."""

from pathlib import Path

import pytest

from outlets import found_in

AGE = ("Anna Berg, 41, runs the harbour.", "Anna Berg, 42, runs the harbour.")
PRICE = ("Shares in Grey Harbour closed at $20.", "Shares in Grey Harbour closed at $27.")


@pytest.mark.parametrize(
    ("texts", "days", "verdicts"),
    [
        (AGE, ("2031-03-07", "2031-07-07"), ["compatible C308"]),
        (AGE[::-1], ("2031-03-07", "2031-07-07"), ["conflict D401"]),
        (AGE, ("2031-03-07", "2031-03-27"), ["conflict D401"]),
        (PRICE, ("2031-03-07", "2031-03-17"), ["compatible C307"]),
        (PRICE, ("2031-03-07", "2031-03-07"), ["conflict D401"]),
    ],
)
def test_what_changes_with_time_is_told_of_another_time(
    texts: tuple[str, str], days: tuple[str, str], verdicts: list[str], tmp_path: Path
) -> None:
    found = found_in(texts, tmp_path, "--show", "all", days=days)
    assert [f"{one['verdict']} {one['rule']}" for one in found] == verdicts
