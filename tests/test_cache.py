"""What is kept from one run to the next, and when it counts."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.cache import Remembering, Store, settings_digest
from discrepancy.cache.settings import PACKAGE
from discrepancy.cache.store import FILE
from discrepancy.model import Document, Published
from discrepancy.stage import HERE, Stage
from discrepancy.stages import key_of_document

COMMAND = Path(sys.executable).with_name("discrepancy")
HEAVY = {"spacy", "pint", "quantulum3", "dateparser", "numpy", "pydantic", "regex", "cattrs", "tomlkit"}
IDLE = {"adapters", "extract", "judge", "knowledge", "match", "normalise", "outcomes", "reading", "tables"}
"""What of this program has nothing to do where all is kept."""

TEXT = (
    "The longer bridge is {} kilometres from the border, the mayor of Elsby said on Monday. "
    "It carries 4,000 lorries a day, and was opened in May 2019. The older one was closed in 2016.\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept")


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four stories of three outlets."""
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    rows = [
        {"id": f"{story}-{outlet}", "outlet": f"Outlet {outlet}", "story": f"bridge {story}",
         "published": "2031-03-05", "text": TEXT.format(20 + story + 10 * outlet)}
        for story in range(4) for outlet in range(3)
    ]  # fmt: skip
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def kept(news: Path) -> Path:
    """What a run over the news has kept."""
    check(news, news.parent / "kept")
    return news.parent / "kept"


@pytest.fixture(scope="module")
def anew(news: Path) -> str:
    """What a run prints that keeps nothing."""
    return check(news, news.parent / "nothing", "--no-cache").stdout


def check(path: Path, cache: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the command under test
        [COMMAND, "check", path, "--show", "all", "--output-format", "json", "--exit-zero", "--cache", cache, "--stats",
         *arguments], capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip


def recalled(run: subprocess.CompletedProcess[str]) -> dict[str, tuple[int, int]]:
    """The items of each stage, and how many of them needed no work."""
    rows = (line.split() for line in run.stderr.splitlines()[1:])
    return {row[0]: (int(row[1]), int(row[2])) for row in rows if len(row) == 5 and row[1].isdigit()}


def number(batch: Sequence[int]) -> list[dict[str, int]]:
    calls.append(list(batch))
    return [{"number": one} for one in batch]


calls: list[list[int]] = []
STAGE: "Stage[int, dict[str, int]]" = Stage("number", number, dict[str, int], lambda _: 1, 2)


# Runs.


def test_a_run_after_which_nothing_changed_works_nothing_out_and_says_the_same(
    news: Path, kept: Path, anew: str
) -> None:
    again = check(news, kept)
    assert again.stdout == anew
    assert recalled(again) == {"read": (0, 0), "stories": (0, 0), "story": (4, 4), "check": (12, 0)}


def test_a_warm_run_loads_no_heavy_library_and_nothing_that_reads_or_judges(news: Path, kept: Path) -> None:
    code = "import sys\nfrom discrepancy.cli import app\ntry: app()\nfinally: print(*sys.modules, file=sys.stderr)"
    run = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code, "check", news, "--cache", kept, "--output-format", "json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert json.loads(run.stdout)["summary"]["documents"] == 12
    loaded = set(run.stderr.split())
    assert not {name.partition(".")[0] for name in loaded} & HEAVY
    assert not loaded & {f"discrepancy.{name}" for name in IDLE}


def test_one_changed_article_is_read_alone(news: Path, kept: Path, tmp_path: Path) -> None:
    rows = news.read_text(encoding="utf-8").splitlines()
    edited = tmp_path / "news.jsonl"
    edited.write_text("\n".join([rows[0].replace("4,000", "5,000"), *rows[1:]]), encoding="utf-8")
    changed = check(edited, kept)
    done = recalled(changed)
    assert done["story"] == (4, 3)
    assert done["claims"] == (3, 2)
    assert changed.stdout == check(edited, kept, "--no-cache").stdout


def test_many_runs_at_once_share_what_is_kept(news: Path, anew: str, tmp_path: Path) -> None:
    arguments = [COMMAND, "check", news, "--output-format", "json", "--show", "all", "--exit-zero", "--cache", tmp_path]
    runs = [
        subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")  # noqa: S603 - the command under test
        for _ in range(2)
    ]
    assert [run.communicate() for run in runs] == [(anew, "")] * 2


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_runs_that_were_killed_leave_nothing_wrong(news: Path, anew: str, tmp_path: Path) -> None:
    for seconds in (0.3, 0.8, 1.2, 1.6, 2.0):
        run = subprocess.Popen(  # noqa: S603 - the command under test
            [COMMAND, "check", news, "--exit-zero", "--cache", tmp_path], stdout=subprocess.DEVNULL
        )
        time.sleep(seconds)
        run.kill()
        run.wait()
    assert check(news, tmp_path).stdout == anew


def test_what_is_kept_can_be_told_and_dropped(kept: Path, tmp_path: Path) -> None:
    shutil.copy(kept / FILE, tmp_path)
    info, cleared, again = (
        subprocess.run([COMMAND, "cache", what, "--cache", tmp_path], capture_output=True, text=True, check=True)  # noqa: S603 - the command under test
        for what in ("info", "clear", "info")
    )  # fmt: skip
    assert str(tmp_path / FILE) in info.stdout
    assert "results dropped" in cleared.stdout
    assert "\n0 results" in again.stdout


# Keys.


def test_a_documents_key_names_all_of_it_but_its_place() -> None:
    day = Published(datetime(2031, 3, 5, tzinfo=UTC), "day")
    report = Document("a", "Gazette", "Four boats sank.")
    other: dict[str, Any] = {"published": day} | {one.name: "else" for one in fields(Document) if one.type is str}
    other["story"] = "else"
    changed = {name: key_of_document(replace(report, **{name: value})) for name, value in other.items()}
    same = {name for name, key in changed.items() if key == key_of_document(report)}
    assert same == {"path"}
    assert {one.name for one in fields(Document)} - other.keys() == {"line", "row"}


def test_results_depend_on_code_and_tables(tmp_path: Path) -> None:
    copy = tmp_path / "discrepancy"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    digest = settings_digest(copy)
    assert digest == settings_digest(PACKAGE)
    for changed in ("interval.py", "knowledge/units.toml", "knowledge/en/hedges.toml"):
        path = copy / changed
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        assert digest != (digest := settings_digest(copy))


# The engine that remembers.


def test_only_what_is_not_kept_is_worked_out(store: Store) -> None:
    engine = Remembering(HERE, store, "one")
    calls.clear()
    first = engine.run(STAGE, {"a": 1, "b": 2})
    both = engine.run(STAGE, {"c": 3, "b": 2, "a": 1})
    assert first == {"a": {"number": 1}, "b": {"number": 2}}
    assert list(both.items()) == [("c", {"number": 3}), ("b", {"number": 2}), ("a", {"number": 1})]
    assert calls == [[1, 2], [3]]


def test_results_of_other_settings_do_not_count(store: Store) -> None:
    calls.clear()
    for settings in ("one", "two", "one"):
        Remembering(HERE, store, settings).run(STAGE, {"a": 1})
    assert calls == [[1], [1]]


def test_a_result_of_another_shape_is_worked_out_anew(store: Store) -> None:
    Remembering(HERE, store, "one").run(
        replace(STAGE, gives=list[str], work=lambda batch: [["x"] for _ in batch]), {"a": 1}
    )  # type: ignore[arg-type] # on purpose
    assert Remembering(HERE, store, "one").run(STAGE, {"a": 1}) == {"a": {"number": 1}}


def test_what_does_not_last_is_not_kept(store: Store) -> None:
    calls.clear()
    for _ in range(2):
        Remembering(HERE, store, "one").run(
            replace(STAGE, lasting=lambda result: result["number"] > 1), {"a": 1, "b": 2}
        )
    assert calls == [[1, 2], [1]]


@given(st.text(st.characters(), max_size=20))
def test_no_text_is_too_odd_to_work_on(text: str) -> None:
    stage: Stage[str, tuple[str, ...]] = Stage("echo", lambda batch: [(one,) for one in batch], tuple[str, ...], len, 9)
    store = Store(Path(os.environ["DISCREPANCY_CACHE"]) / "odd")
    engine = Remembering(HERE, store, "one")
    for _ in range(2):
        assert engine.run(stage, {text: text, "\ud800": "\ud800"}) == {text: (text,), "\ud800": ("\ud800",)}
    assert not store.problem
    store.close()


# The store.


def test_a_store_stays_within_its_limit_and_drops_what_was_not_used(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=400_000)
    store.keep({"old": os.urandom(50_000)})
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE kept SET used = used - 9")
    for turn in range(20):
        store.keep({str(turn): os.urandom(50_000)})
        assert store.size() <= 400_000
        assert store.recall([str(turn)])
    store.close()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 800_000
    assert not Store(tmp_path).recall(["old"])


def test_what_is_used_stays_longest(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=400_000)
    store.keep({str(turn): os.urandom(50_000) for turn in range(5)})
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE kept SET used = used - 9")
    store.recall(["0"])
    store.keep({str(turn): os.urandom(50_000) for turn in range(5, 9)})
    assert store.recall(["0"])
    assert not store.problem
    store.close()


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + bytes(range(256)) * 40])
def test_a_file_that_is_no_database_is_made_anew(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(damage)
    store = Store(tmp_path)
    store.keep({"a": b"1"})
    assert store.recall(["a"]) == {"a": b"1"}
    store.close()


def test_a_damaged_file_is_never_believed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep({str(turn): b"whole" * 2_000 + os.urandom(3_000) for turn in range(40)})
    kept = store.recall(list(map(str, range(40))))
    store.close()
    data = bytearray((tmp_path / FILE).read_bytes())
    for place in range(5_000, len(data), 1_000):
        data[place] ^= 0xFF
    (tmp_path / FILE).write_bytes(data)
    found = Store(tmp_path).recall(list(map(str, range(40))))
    assert all(found[key] == kept[key] for key in found)
    store = Store(tmp_path)
    store.keep({"a": b"1"})
    assert store.recall(["a"]) == {"a": b"1"} or store.problem


def test_a_value_that_is_none_of_ours_is_passed_over(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep({"a": b"1"})
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE kept SET value = 'text'")
    assert store.recall(["a"]) == {}
    store.close()


def test_without_a_folder_to_write_in_it_works_all_the_same(news: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    run = check(news, tmp_path / "file" / "kept")
    assert json.loads(run.stdout)["summary"]["documents"] == 12
    assert "nothing is kept for the next run" in run.stderr
    store = Store(tmp_path / "file" / "kept")
    store.keep({"a": b"1"})
    assert (store.recall(["a"]), store.count(), store.size()) == ({}, 0, 0)


def test_a_store_that_others_hold_on_to_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.cache.store._PATIENCE", 0.1)
    first, second = Store(tmp_path), Store(tmp_path)
    first.keep({"a": b"1"})
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    second.keep({"b": b"2"})
    assert "locked" in second.problem
    other.execute("ROLLBACK")
    other.close()
    assert Store(tmp_path).recall(["a", "b"]) == {"a": b"1"}
    first.close()
