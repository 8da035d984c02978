"""`sources.toml`: the fields of a folder's files, by file pattern."""

# ruff: noqa: E501 - messages stand whole

from pathlib import Path

import pytest

from discrepancy.model import Document, Unreadable
from discrepancy.read import read

BODY = "Two bridges over the river opened on Monday.\n"
SOURCES = """
[[source]]
files = "000_*.txt"
outlet = "Evening Post"
published = 2019-06-03
story = "bridge"

[[source]]
files = ["*.txt", "deep/*.md"]
outlet = "The Others"
language = "fr"
"""


def folder_with(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def outlets(path: Path) -> dict[str, str]:
    return {one.id: one.outlet for one in read([str(path)]) if isinstance(one, Document)}


def told(path: Path) -> list[str]:
    found = read([str(path)])
    return [str(one).removeprefix(f"{path.as_posix()}/") for one in found if isinstance(one, Unreadable)]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder_with(tmp_path, **{"000_a.txt": BODY, "b.txt": BODY, "deep/c.txt": BODY, "deep/d.md": BODY, "e.md": BODY})
    (tmp_path / "sources.toml").write_text(SOURCES, encoding="utf-8")
    return tmp_path


def test_the_first_row_that_fits_a_file_gives_its_fields(desk: Path) -> None:
    assert outlets(desk) == {
        "000_a.txt": "Evening Post", "b.txt": "The Others", "deep/c.txt": "The Others", "deep/d.md": "The Others", "e.md": "e",
    }  # fmt: skip
    first = next(one for one in read([str(desk)]) if isinstance(one, Document))
    assert first.story == "bridge"
    assert first.published
    assert first.published.time.isoformat() == "2019-06-03T00:00:00+00:00"


def test_front_matter_comes_before_it_field_by_field(desk: Path) -> None:
    (desk / "b.txt").write_text(f"---\noutlet: Morning\n---\n{BODY}", encoding="utf-8")
    found = {one.id: one for one in read([str(desk)]) if isinstance(one, Document)}
    assert (found["b.txt"].outlet, found["b.txt"].language) == ("Morning", "fr")


def test_a_nearer_folder_comes_before_a_farther_one(desk: Path) -> None:
    (desk / "deep" / "sources.toml").write_text('[[source]]\nfiles = "c.*"\noutlet = "Near"\n', encoding="utf-8")
    assert outlets(desk)["deep/c.txt"] == "Near"
    assert outlets(desk)["deep/d.md"] == "The Others"


def test_a_single_file_has_the_fields_of_its_folder(desk: Path) -> None:
    assert outlets(desk / "000_a.txt") == {"000_a.txt": "Evening Post"}


def test_rows_take_from_it_what_they_do_not_say(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text('[[source]]\nfiles = "c.jsonl"\noutlet = "Wire"\n', encoding="utf-8")
    (tmp_path / "c.jsonl").write_text('{"text": "One."}\n{"text": "Two.", "outlet": "Post"}\n', encoding="utf-8")
    assert outlets(tmp_path) == {"c.jsonl:1": "Wire", "c.jsonl:2": "Post"}


BAD = {
    "no TOML": ("[[source]]\nfiles = x\n", "sources.toml:2: invalid value in column 9; mend the file"),
    "no list": ('source = "x"\n', "sources.toml: `source` is no list of tables; head each row with [[source]]"),
    "other keys": ("[sources]\n", "sources.toml: unknown key `sources`; head each row with [[source]]"),
    "no pattern": (
        '\n[[source]]\noutlet = "a"\n',
        'sources.toml:2: source 1: files: give the pattern of the files it speaks of, as in files = "morning-*.txt"',
    ),
    "an unknown field": (
        '[[source]]\nfiles = "b"\n[[source]]\nfiles = "a"\noutlets = "a"\n',
        "sources.toml:3: source 2: unknown field `outlets`; known are files, outlet, published, title, story, url, language, version",
    ),
    "a bad date": (
        '[[source]]\nfiles = "a"\npublished = "May"\n',
        "sources.toml:1: source 1: published: 'May' is no full date; write it as 2024-05-30 or 2024-05-30T18:00Z",
    ),
    "a bad outlet": ('[[source]]\nfiles = "a"\noutlet = []\n', "sources.toml:1: source 1: outlet: [] is no text; put it in quotes"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD.keys())
def test_a_bad_row_is_told_and_the_other_rows_hold(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "z.txt").write_text(BODY, encoding="utf-8")
    broken = "[[source]]" not in text or "= x" in text
    good = "" if broken else '\n[[source]]\nfiles = "z.*"\noutlet = "Zed"\n'
    (tmp_path / "sources.toml").write_text(text + good, encoding="utf-8")
    assert told(tmp_path) == [message]
    assert outlets(tmp_path) == {"z.txt": "z" if broken else "Zed"}


def test_several_files_of_one_folder_tell_its_fault_once(tmp_path: Path) -> None:
    folder_with(tmp_path, **{"a.txt": BODY, "b.txt": BODY, "sources.toml": "x"})
    found = list(read([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]))
    assert [isinstance(one, Unreadable) for one in found] == [True, False, False]
