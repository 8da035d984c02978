"""One check on every engine: the reports are the same, byte for byte, also where a worker is killed on the way."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FrameType

import pytest
from typer.testing import CliRunner

from discrepancy.cli import app
from discrepancy.engine import Pool
from discrepancy.engine.cluster import Cluster, ClusterError
from discrepancy.model import Document, Seen, Unreadable, Verdict
from discrepancy.pipeline import check
from discrepancy.read import content_of, read
from discrepancy.reading import Reading
from discrepancy.ready import reading
from discrepancy.report.formats import Selection, format_named
from discrepancy.stage import HERE, Engine
from discrepancy.toolbox import Parse

HANGS = 400
"""Seconds after which a test of a cluster is taken to wait for something that never comes."""

ASIDE = ", past the mill, the farm and the old inn that stand on either bank," * 20
TEXT = "The {} bridge" + ASIDE + " is {} kilometres from the border, the mayor said on Monday; {:,} lorries cross it.\n"

pytestmark = pytest.mark.slow


@contextmanager
def ending_in_time() -> Iterator[None]:
    """Let nothing within hang."""

    def give_up(_: int, __: FrameType | None) -> None:
        pytest.fail(f"nothing came for {HANGS} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(HANGS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with ending_in_time(), Cluster(2) as one:
        yield one


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Three outlets on seven bridges, the reports of each bridge on several shards; one row is broken."""
    folder = tmp_path_factory.mktemp("shards")
    rows = [
        {"id": f"{story}", "outlet": f"Outlet {outlet}", "story": f"bridge {story}", "published": "2031-03-05",
         "text": TEXT.format("longer" if story or outlet else "longest", 20 + 11 * outlet, 4_000 + story) * 2}
        for outlet in range(3) for story in range(7)
    ]  # fmt: skip
    lines = [json.dumps(row) for row in rows]
    paths = [folder / name for name in ("a.jsonl", "b.jsonl", "c.jsonl")]
    for path, part in zip(paths, (lines[:5], [*lines[5:9], "{"], lines[9:]), strict=True):
        path.write_text("\n".join(part), encoding="utf-8")
    return [str(path) for path in paths]


def report_on(engine: Engine, paths: Sequence[str], prepare: Callable[[], Reading] = reading) -> str:
    """The report on the documents at *paths*, read and checked by *engine*, as JSON."""
    contents = partial(engine.read, content_of=content_of) if isinstance(engine, Pool | Cluster) else None
    found = list(read(paths, contents=lambda parts: contents(list(parts))) if contents else read(paths))
    documents = [one for one in found if isinstance(one, Document)]
    report = check(documents, [one for one in found if isinstance(one, Unreadable)], prepare, Seen(), engine)
    form = format_named("json")
    assert form is not None
    return form.text(report, Selection(frozenset(Verdict)))


@pytest.fixture(scope="module")
def expected(shards: list[str]) -> str:
    return report_on(HERE, shards)


ENGINES: dict[str, Callable[[], AbstractContextManager[Engine]]] = {
    "here": lambda: nullcontext(HERE),
    "one process": lambda: Pool(1),
    "processes": lambda: Pool(2),
}


def test_what_is_expected_is_worth_a_comparison(expected: str) -> None:
    report = json.loads(expected)
    assert report["summary"]["documents"] == 21
    assert report["summary"]["unreadable"] == 1
    assert len(report["findings"]) >= 7


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_of_one_machine_gives_the_same_report(name: str, shards: list[str], expected: str) -> None:
    with ENGINES[name]() as engine:
        assert report_on(engine, shards) == expected


def test_a_cluster_gives_the_same_report(cluster: Cluster, shards: list[str], expected: str) -> None:
    with ending_in_time():
        assert report_on(cluster, shards) == expected
    assert cluster.account.costs["claims"].items == 21, "the workers did it"


def test_a_cluster_checks_documents_that_it_has_not_read(cluster: Cluster, shards: list[str], expected: str) -> None:
    with ending_in_time():
        cluster.forget()
        found = list(read(shards))
        documents = [one for one in found if isinstance(one, Document)]
        report = check(documents, (), reading, Seen(), cluster)
    assert {one.fingerprint for one in report.findings} == {one["id"] for one in json.loads(expected)["findings"]}


@pytest.mark.parametrize("number", [1, 2, 3, 7, 8, 9, 15, 16, 17])
def test_a_cluster_reads_all_of_any_number_of_shards(cluster: Cluster, number: int) -> None:
    shards = [str(one) for one in range(number)]
    with ending_in_time():
        read_by_it = list(cluster.read(shards, lambda shard: (Document(shard, "Gazette", "Text."),)))
        cluster.forget()
    assert [one.id for one in read_by_it if isinstance(one, Document)] == shards


def killed_once(marker: Path) -> Reading:
    """The usual reading, but that the first process to parse is killed by a signal that it cannot catch."""

    def parse(sentences: Sequence[str]) -> list[Parse]:
        try:
            marker.touch(exist_ok=False)
        except FileExistsError:
            return usual.toolbox.parse(sentences)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    usual = reading()
    return replace(usual, toolbox=replace(usual.toolbox, parse=parse))


def test_a_worker_that_is_killed_changes_nothing(
    cluster: Cluster, shards: list[str], expected: str, tmp_path: Path
) -> None:
    marker = tmp_path / "killed"
    with ending_in_time():
        assert report_on(cluster, shards, partial(killed_once, marker)) == expected
    assert marker.exists()


def fatal(word: str) -> Reading:
    """The usual reading, but that a sentence with *word* ends the process that parses it."""

    def parse(sentences: Sequence[str]) -> list[Parse]:
        if any(word in one for one in sentences):
            os.kill(os.getpid(), signal.SIGKILL)
        return usual.toolbox.parse(sentences)

    usual = reading()
    return replace(usual, toolbox=replace(usual.toolbox, parse=parse))


def test_a_document_that_ends_every_worker_is_told(shards: list[str]) -> None:
    with ending_in_time(), Cluster(1) as small, pytest.raises(ClusterError, match="ends one worker after the other"):
        report_on(small, shards, partial(fatal, "longest"))


@pytest.mark.parametrize("command", ["check", "claims"])
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--scheduler", "tcp://127.0.0.1:9"], "--scheduler: only --engine dask has one"),
        (
            ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"],
            "--engine dask: tcp://127.0.0.1:9 cannot be reached, or is no scheduler (",
        ),
    ],
)
def test_a_cluster_that_cannot_be_had_ends_the_run_as_unusable(
    command: str, arguments: list[str], words: str, shards: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discrepancy.engine.cluster.CONNECTING", 1)
    with ending_in_time():
        run = CliRunner().invoke(app, [command, *arguments, "--no-cache", *shards])
    assert run.exit_code == 2
    assert words in run.stderr
    begins = "discrepancy: connecting to the scheduler tcp://127.0.0.1:9 (ends after 1 s without it, "
    assert (begins in run.stderr) == ("dask" in arguments)
    assert "Traceback" not in run.stderr


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, shards: list[str]) -> None:
    monkeypatch.setattr("discrepancy.engine.cluster.CONNECTING", 1)
    with (
        ending_in_time(),
        Cluster(2, "tcp://127.0.0.1:9") as nobody,
        pytest.raises(ClusterError, match=r"127\.0\.0\.1:9"),
    ):
        list(nobody.read(shards, lambda _: ()))


def test_a_server_that_is_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch, shards: list[str]) -> None:
    monkeypatch.setattr("discrepancy.engine.cluster.CONNECTING", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent, ending_in_time():
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with (
            Cluster(2, address) as nobody,
            pytest.raises(ClusterError, match=r"no scheduler \(nothing .* within 1 s\)"),
        ):
            list(nobody.read(shards, lambda _: ()))


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupt_while_a_cluster_starts_ends_the_run_in_silence(shards: list[str]) -> None:
    code = (
        "import distributed, os, signal, threading\nfrom discrepancy import cli\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell in the background has it ignored
        "class Starting(distributed.LocalCluster):\n"
        "    async def _start(self):\n"
        "        threading.Timer(0.7, os.killpg, (0, signal.SIGINT)).start()\n"  # the workers have begun to start
        "        await super()._start()\n"
        "distributed.LocalCluster = Starting\n"
        "if __name__ == '__main__':\n    cli.main()"
    )
    with ending_in_time():
        run = subprocess.run(  # noqa: S603 - the command under test
            [sys.executable, "-c", code, "check", "--engine", "dask", "--jobs", "1", "--no-cache", *shards],
            capture_output=True, text=True, check=False, start_new_session=True,
        )  # fmt: skip
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")
