"""Archives: shards of Parquet, files behind URLs, and reports as Parquet."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import fsspec
import pyarrow as pa
import pytest
from pyarrow import parquet as pq
from typer.testing import CliRunner

from discrepancy.cli import app
from discrepancy.model import Document, Report, Unreadable, Verdict
from discrepancy.read import read
from discrepancy.report.claims import claim_record
from discrepancy.report.formats import PARQUET, Selection
from discrepancy.report.json_report import report_parts
from report_samples import everything

ROWS: list[dict[str, Any]] = [
    {"id": "gazette-1", "outlet": "Gazette", "story": "bridge", "title": "A bridge opens at last",
     "published": datetime(2031, 3, 5, 18, 30, tzinfo=UTC), "text": "The bridge at Elsby is 19 km from the border.\n"},
    {"id": "post-1", "outlet": "Post", "story": "bridge", "title": "", "published": datetime(2031, 3, 5, tzinfo=UTC),
     "text": "The bridge at Elsby is 31 km from the border.\n"},
]  # fmt: skip


@pytest.fixture
def shard(tmp_path: Path) -> Path:
    path = tmp_path / "desk" / "news.parquet"
    path.parent.mkdir()
    pq.write_table(pa.Table.from_pylist([row | {"mood": 3} for row in ROWS]), path)
    return path


@pytest.fixture
def memory() -> Iterator[Any]:
    """A file system that is none of this machine."""
    system = fsspec.filesystem("memory")
    yield system
    system.store.clear()


def lines() -> str:
    return "\n".join(json.dumps(row | {"published": row["published"].isoformat()}) for row in ROWS)


def documents(*paths: object) -> list[Document]:
    found = list(read(list(map(str, paths))))
    assert all(isinstance(one, Document) for one in found), [str(one) for one in found]
    return [one for one in found if isinstance(one, Document)]


def what(found: list[Document]) -> list[tuple[object, ...]]:
    return [(one.id, one.outlet, one.title, one.published, one.story, one.text, one.line) for one in found]


def told(*paths: object) -> list[str]:
    return [str(one) for one in read(list(map(str, paths))) if isinstance(one, Unreadable)]


def test_a_shard_of_parquet_reads_like_json_lines(shard: Path) -> None:
    beside = shard.with_name("news.jsonl")
    beside.write_text(lines(), encoding="utf-8")
    assert what(documents(shard)) == what(documents(beside))


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        (pa.array([None, "A bridge.\n"]), "no `text`"),
        (pa.array([b"\xff", b"A bridge.\n"]), "no `text`"),
        (pa.array(["  ", "A bridge.\n"]), "`text` is empty"),
    ],
)
def test_a_row_that_is_no_document_is_told_by_its_number(shard: Path, column: pa.Array, reason: str) -> None:
    pq.write_table(pa.table({"id": ["a", "b"], "text": column}), shard)
    first = told(shard)[0]
    assert first.startswith(f"{shard}:1: {reason}")


def test_what_is_no_parquet_and_what_is_empty_is_told(shard: Path) -> None:
    shard.write_text("text", encoding="utf-8")
    assert "not Parquet" in told(shard)[0]
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), shard)
    assert "empty" in told(shard)[0]
    pq.write_table(pa.table({"time": pa.array([1], pa.timestamp("ns")), "body": ["A bridge."]}), shard)
    assert "no `text`" in told(shard)[0]


def test_without_pyarrow_the_message_says_what_to_install(shard: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert told(shard) == [f"{shard}: Parquet needs pyarrow; install discrepancy[parquet]"]


def test_a_url_stands_for_a_file_a_folder_or_a_pattern(memory: Any, shard: Path) -> None:
    memory.pipe_file("/desk/a/news.jsonl", lines().encode())
    memory.pipe_file("/desk/b/news.parquet", shard.read_bytes())
    memory.pipe_file("/desk/b/notes.bin", b"\x00")
    alone = documents("memory://desk/a/news.jsonl")
    assert what(alone) == what(documents(shard))
    assert {one.path for one in alone} == {"memory:///desk/a/news.jsonl"}
    assert [one.id for one in documents("memory://desk/*/news.*")] == [
        "gazette-1", "post-1", "gazette-1#2", "post-1#2",
    ]  # fmt: skip
    assert len([one for one in read(["memory://desk/"]) if isinstance(one, Document)]) == 4
    assert ["notes.bin" in one for one in told("memory://desk/")] == [True]
    assert what(documents(f"file://{shard}")) == what(documents(shard))


@pytest.mark.parametrize("url", ["memory://desk/none.jsonl", "nowhere://desk/news.jsonl", "memory://none/*.jsonl"])
def test_a_url_behind_which_nothing_is_is_told_and_ends_the_run_as_unusable(memory: Any, url: str) -> None:
    assert not memory.store
    assert len(told(url)) == 1
    run = CliRunner().invoke(app, ["check", url, "--no-cache"])
    assert run.exit_code == 2
    (path,) = {one.path for one in read([url]) if isinstance(one, Unreadable)}
    assert "://" in path
    assert f"nothing in {path} could be read" in run.stderr


def test_a_protocol_whose_package_is_missing_is_told(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not memory.store

    def missing(_: str) -> None:
        raise ImportError("install aiohttp")

    monkeypatch.setattr("fsspec.url_to_fs", missing)
    url = "https://example.org/x.txt"
    words = "https:// takes packages that are missing (install aiohttp); install them, or name a file instead"
    assert told(url) == [f"{url}: {words}"]
    run = CliRunner().invoke(app, ["check", url, "--no-cache"])
    assert run.stderr.splitlines()[-1] == f"discrepancy: nothing in {url} could be read"


def test_the_tables_hold_what_the_contract_says() -> None:
    report = everything()
    files = PARQUET.files(report, Selection(frozenset(Verdict)))
    assert (
        rows_of(files["findings.parquet"]) == json.loads("".join(report_parts(report, frozenset(Verdict))))["findings"]
    )
    assert rows_of(files["claims.parquet"]) == [claim_record(one) for story in report.stories for one in story.claims]


def test_tables_without_rows_have_their_columns() -> None:
    full, empty = (
        PARQUET.files(report, Selection(frozenset(Verdict)))
        for report in (everything(), Report((), (), (), everything().coverage))
    )
    for name, data in empty.items():
        assert pq.read_schema(pa.BufferReader(data)) == pq.read_schema(pa.BufferReader(full[name]))
        assert not rows_of(data)


def rows_of(data: bytes) -> list[dict[str, Any]]:
    return list(pq.read_table(pa.BufferReader(data)).to_pylist())


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize("place", ["{}/tables", "memory://desk/tables"])
def test_a_check_writes_claims_and_findings_as_parquet(place: str, shard: Path, tmp_path: Path) -> None:
    folder = place.format(tmp_path)
    run = CliRunner().invoke(
        app,
        ["check", str(shard), "--no-cache", "--exit-zero", "--output-format", "json", "--output", f"parquet={folder}"],
    )
    assert run.exit_code == 0, run.output
    claims, findings = (
        rows_of(fsspec.open(f"{folder}/{name}.parquet").open().read()) for name in ("claims", "findings")
    )
    assert findings == json.loads(run.stdout)["findings"]
    assert [one["literal"] for one in claims] == ["19 km", "31 km"]
    assert all(one["subject"] for one in claims), "what was worked out to compare them is kept"


def test_parquet_is_no_text_and_needs_a_folder(shard: Path) -> None:
    for arguments, words in (
        (["--output", "parquet="], "names no folder"),
        (["--output-format", "parquet"], "no format"),
    ):
        run = CliRunner().invoke(app, ["check", str(shard), "--no-cache", *arguments])
        assert run.exit_code == 2
        assert words in run.stderr
