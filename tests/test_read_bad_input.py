"""Bad input: one clear line each, and the rest is still read."""

# ruff: noqa: E501 - messages stand whole

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.model import Document, Unreadable
from discrepancy.read import read
from discrepancy.read.readers import endings

GOOD = "Two bridges opened on Monday.\n"
MEGABYTE = 1_000_000


def told(folder: Path) -> list[str]:
    """What is said of the files in *folder*, in which a good one was put."""
    (folder / "zz.txt").write_text(GOOD, encoding="utf-8")
    found = list(read([str(folder)]))
    assert [one.id for one in found if isinstance(one, Document)] == ["zz.txt"]
    return [str(one).removeprefix(f"{folder.as_posix()}/") for one in found if isinstance(one, Unreadable)]


FILES = {
    "not UTF-8": ("a.txt", b"One.\nTwo \xff.\n", "a.txt:2: not UTF-8 (byte 10 of the file); save it as UTF-8"),
    "empty": ("a.txt", b"", "a.txt: empty; write the article's text into it, or leave it out"),
    "white": ("a.txt", b" \n\n", "a.txt: empty; write the article's text into it, or leave it out"),
    "empty rows": ("a.jsonl", b"\n", "a.jsonl: empty; write one object a line into it, or leave it out"),
    "binary": ("a.txt", b"PK\0\1", "a.txt: not text (byte 3 is NUL); save it as UTF-8 text, or leave it out"),
    "binary rows": ("a.jsonl", b"PK\0\1", "a.jsonl: not JSON Lines (NUL bytes); save it as UTF-8 text, or leave it out"),
    "other": ("a.pdf", b"%PDF", "a.pdf: nothing reads .pdf files; known are .jsonl, .markdown, .md, .ndjson, .parquet, .txt"),
    "large": ("a.txt", b"x" * 10 * MEGABYTE, "a.txt: larger than 5 MB; split it, or leave it out"),
    "large row": ("a.jsonl", b'{"text": "' + b"x" * 10 * MEGABYTE, "a.jsonl:1: larger than 5 MB; split it, or leave it out"),
    "open front matter": (
        "a.md", b"---\noutlet: Post\n\nText.",
        "a.md:1: front matter is opened and never closed; end it with a line of three hyphens",
    ),
    "broken front matter": (
        "a.md", b"---\noutlet: Post\ntitle: [a\n---\nText.",
        "a.md:4: broken front matter (expected ',' or ']', but got '<stream end>'); mend it, or put the value in quotes",
    ),
    "no front matter": ("a.md", b"---\nText.\n---\nText.", "a.md:2: front matter is no list of fields; write one `field: value` a line"),
    "bad date": (
        "a.md", b"---\noutlet: Post\npublished: soon\n---\nText.",
        "a.md:3: front matter: published: 'soon' is no full date; write it as 2024-05-30 or 2024-05-30T18:00Z",
    ),
    "impossible date": ("a.md", b"---\npublished: 2019-02-31\n---\nText.", "a.md:2: broken front matter (day is out of range for month); mend it"),
    "no text field": ("a.md", b"---\ntitle: [a]\n---\nText.", "a.md:2: front matter: title: ['a'] is no text; put it in quotes"),
    "front matter alone": ("a.md", b"---\ntitle: a\n---\n", "a.md: empty; write the article's text into it, or leave it out"),
}  # fmt: skip


@pytest.mark.parametrize("name", ["a.html", "A.HTM", "a.xhtml", "a.rtf"])
def test_a_page_is_refused_with_the_same_words_in_its_folder_and_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(f"<p>{GOOD}</p>", encoding="utf-8")
    (alone,) = read([str(tmp_path / name)])
    (below,) = read([str(tmp_path)])
    assert alone == below
    assert f": nothing reads .{name.rpartition('.')[2].lower()} files; known are " in str(alone)


@pytest.mark.parametrize("start", ["<!DOCTYPE html>", "\n <HTML lang=en>", "<?xml version='1.0'?>", r"{\rtf1\ansi"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "page", "a.log"])
def test_a_page_by_another_name_is_known_by_its_beginning(name: str, start: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(f"{start}<p>{GOOD}</p>", encoding="utf-8")
    (alone,) = read([str(tmp_path / name)])
    assert str(alone).endswith(f"/{name}: a page with its markup; save its article as text, and name that")
    (piped,) = read(["-"], io.BytesIO((tmp_path / name).read_bytes()))
    assert str(piped) == "<stdin>: a page with its markup; save its article as text, and name that"


@pytest.mark.parametrize(
    "text", ["<p>Not a page, 3 < 4.</p>", "The tag <html> opens a page.", "<htmlish> is 20 km away."]
)
def test_text_with_marks_in_it_is_text(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert [one.text for one in read([str(tmp_path / "a.txt")]) if isinstance(one, Document)] == [text]


@pytest.mark.parametrize(("name", "data", "message"), FILES.values(), ids=FILES.keys())
def test_a_bad_file_is_told_in_one_line_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    lines = told(tmp_path)
    assert len(lines) == 1
    assert lines[0].startswith(message)
    assert "\n" not in lines[0]


ROWS = {
    "a list": ("[1]", 'no object; write each row as {"text": …, "outlet": …}'),
    "no text": ('{"id": 1}', 'no `text`; give the article as a string, {"text": …}'),
    "text that is none": ('{"text": 7}', 'no `text`; give the article as a string, {"text": …}'),
    "empty text": ('{"text": " "}', "`text` is empty; give the article, or leave the row out"),
    "broken": ('{"text": "a"', "not JSON (expecting ',' delimiter, column 13); write one object a line"),
    "deep": ("[" * 100_000, "not JSON within reason; write one object a line"),
    "a long number": (f'{{"text": {"9" * 5000}}}', "not JSON within reason; write one object a line"),
    "a bad date": ('{"text": "a", "published": "soon"}', "published: 'soon' is no full date; write it as 2024-05-30 or"),
    "a bad outlet": ('{"text": "a", "outlet": {}}', "outlet: {} is no text; put it in quotes"),
    "not UTF-8": ('{"text": "a\udcff"}', "not UTF-8 (byte 12 of the line); save the file as UTF-8"),
    "NUL": ('{"text": "a\0"}', "not JSON (invalid control character at, column 12)"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "message"), ROWS.values(), ids=ROWS.keys())
def test_a_bad_row_is_told_by_its_line_and_the_other_rows_are_read(tmp_path: Path, row: str, message: str) -> None:
    good = json.dumps({"text": GOOD})
    (tmp_path / "a.jsonl").write_bytes(f"{good}\n{row}\n{good}".encode(errors="surrogateescape"))
    first, bad, last = read([str(tmp_path)])
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, Unreadable)
    assert bad.line == 2
    assert bad.reason.startswith(message)


def test_a_missing_path_and_a_folder_without_reports_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = list(read([str(tmp_path / "none"), str(tmp_path / "empty"), str(tmp_path / "none")]))
    assert [str(one).removeprefix(f"{tmp_path.as_posix()}/") for one in found] == [
        "none: no such file or folder; check the path",
        "empty: no reports in this folder; put .txt, .md or .jsonl files there, or name another",
    ]


def test_a_file_and_a_folder_that_may_not_be_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    if os.geteuid() == 0:  # to whom nothing is closed
        _close(monkeypatch, tmp_path)
    assert sorted(told(tmp_path)) == [
        "a.txt: cannot be read (permission denied)",
        "closed: cannot be read (permission denied)",
    ]
    (tmp_path / "closed").chmod(0o700)


def _close(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    opened, scanned = Path.open, os.scandir

    def refuse(path: object, *rest: object, **named: object) -> object:
        if str(path) == str(folder / "a.txt"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *rest, **named)  # type: ignore[call-overload] # passed on as it came

    def refuse_folder(path: str) -> object:
        if str(path) == str(folder / "closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scanned(path)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(os, "scandir", refuse_folder)


def test_a_name_that_is_not_unicode_can_be_shown(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"\xe9.txt")).write_text("", encoding="utf-8")
    except OSError:
        pytest.skip("this disk knows only Unicode names")
    (line,) = told(tmp_path)
    assert line.encode().startswith("\N{REPLACEMENT CHARACTER}.txt: empty".encode())


def test_a_reader_from_elsewhere_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        def load(self) -> object:
            raise ImportError("no module named x")

    monkeypatch.setitem(endings(), "pdf", Point())  # type: ignore[arg-type] # as much of an entry point as is used
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert told(tmp_path) == ["a.pdf: its reader failed (ImportError: no module named x)"]


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["a.txt", "a.md", "a.jsonl", "sources.toml"]),
    st.sampled_from([b"", b"---\n", b"{"]),
)
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str, head: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    (folder / name).write_bytes(head + data)
    for one in read([str(folder)]):
        str(one).encode()
