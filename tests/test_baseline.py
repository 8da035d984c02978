"""The baseline: the same findings make the same bytes, and a bad file is told in one line."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.baseline import (
    BASELINE_FILE,
    Baseline,
    BaselineError,
    baseline_text,
    load,
    load_baseline,
    parse_baseline,
    write_baseline,
)
from discrepancy.model import Known

FIRST = Known("a0b1", "conflict", "D401", "berths · quay", ("Post: 3", "Wire: 5"), ("0a1b2c3d", "4e5f6a7b"))
TEXT = """\
# Findings that are known and fail no check; written by `discrepancy baseline`.
version = 2

[settings]
paths = ["reports"]
fingerprints = 2

[[finding]]
finding = "a0b1"
verdict = "conflict"
rule = "D401"
fact = "berths · quay"
values = ["Post: 3", "Wire: 5"]
quotes = ["0a1b2c3d", "4e5f6a7b"]
"""

FIRST_VERSION = """\
# Findings that are known and fail no check; written by `discrepancy baseline`.
version = 1

[settings]
paths = ["reports"]
fingerprints = 2

[[finding]]
finding = "a0b1"
verdict = "conflict"
rule = "D401"
fact = "berths · quay"
values = ["Post: 3", "Wire: 5"]
"""
"""As releases wrote it before findings kept their quotes."""

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
rows = st.builds(
    Known,
    st.text("0123456789abcdef", min_size=1, max_size=12),
    texts,
    texts,
    texts,
    st.lists(texts, max_size=3).map(tuple),
    st.lists(texts, max_size=3).map(tuple),
)


def test_a_baseline_is_written_for_the_reader() -> None:
    assert baseline_text(Baseline((FIRST,), ("reports",), 2)) == TEXT


@given(st.lists(rows, unique_by=lambda known: known.finding, max_size=6), st.lists(texts, max_size=2), st.randoms())
def test_findings_in_any_order_make_one_file_that_gives_them_back(
    several: list[Known], paths: list[str], chance: object
) -> None:
    shuffled = sorted(several, key=lambda _: chance.random())  # type: ignore[attr-defined] # hypothesis' own Random
    text = baseline_text(Baseline(tuple(several), tuple(paths), 2))
    assert baseline_text(Baseline(tuple(shuffled), tuple(paths), 2)) == text
    found = parse_baseline(text, "")
    assert found == Baseline(tuple(sorted(several, key=lambda known: known.finding)), tuple(paths), 2)
    assert baseline_text(found) == text


def test_a_missing_file_is_no_baseline(tmp_path: Path) -> None:
    assert load_baseline(tmp_path / BASELINE_FILE) is None


def test_every_earlier_version_can_be_brought_up() -> None:
    assert sorted(load.UPGRADES) == list(range(1, load.VERSION))


def test_a_file_of_the_first_version_is_brought_up() -> None:
    old = parse_baseline(FIRST_VERSION, "")
    assert old == Baseline((replace(FIRST, quotes=()),), ("reports",), 2)
    assert baseline_text(replace(old, findings=(FIRST,))) == TEXT


BAD = {
    "conflict markers": (f"<<<<<<< ours\n{TEXT}", "b.toml:1: a conflict of git; keep either side, then run `disc"),
    "what is no TOML": (f"?\n{TEXT}", "b.toml:1: invalid statement in column 1; mend the file,"),
    "a newer version": (
        TEXT.replace("version = 2", "version = 3"),
        "b.toml:2: version 3 is not known; it takes",
    ),
    "no version": (TEXT.replace("version = 2", 'version = "one"'), "b.toml:2: version 'one' is not known"),
    "an unknown key": (f"seen = 1\n{TEXT}", "b.toml:1: `seen` is not known; take it out"),
    "an unknown setting": (TEXT.replace("paths =", "path ="), "b.toml:4: laid out in another way than was written"),
    "a text for paths": (TEXT.replace('["reports"]', '"reports"'), "b.toml:4: laid out in another way"),
    "a second row": (f"{TEXT}\n{TEXT[TEXT.index('[[') :]}", "b.toml:16: a0b1 stands there twice; keep one of them"),
    "an unknown field": (
        f"{TEXT}line = 3\n",
        "b.toml:8: known fields are finding, verdict, rule, fact, values, quotes; make",
    ),
    "no values": (TEXT.replace("values = ", "# "), "b.toml:8: no `values` as it was written"),
    "findings of another kind": ("version = 1\nfinding = 1\n", "b.toml: laid out in another way"),
    "another kind": (TEXT.replace('"a0b1"', "1"), "b.toml:8: no `finding` as it was written"),
}


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_told_in_one_line_that_says_where(text: str, message: str) -> None:
    with pytest.raises(BaselineError) as told:
        parse_baseline(text, "b.toml")
    assert str(told.value).startswith(message)
    assert "\n" not in str(told.value)


def test_what_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / BASELINE_FILE
    path.write_bytes(b"\xff")
    with pytest.raises(BaselineError, match="not UTF-8"):
        load_baseline(path)
    with pytest.raises(BaselineError, match="cannot be read"):
        load_baseline(tmp_path)
    with pytest.raises(BaselineError, match="cannot be written"):
        write_baseline(tmp_path / "none" / BASELINE_FILE, Baseline(()))
