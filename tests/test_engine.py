"""Where work is done changes nothing of what comes out."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from discrepancy.engine import Measured, Pool
from discrepancy.model import Document, Seen
from discrepancy.pipeline import LOST, check
from discrepancy.reading import Reading
from discrepancy.ready import reading
from discrepancy.stage import HERE, Stage
from discrepancy.stages import Told
from discrepancy.toolbox import Parse

COMMAND = Path(sys.executable).with_name("discrepancy")


def halves(batch: Sequence[int]) -> list[float]:
    return [one / 2 for one in batch]


def fatal_at_seven(batch: Sequence[int]) -> list[float]:
    if 7 in batch:
        os._exit(9)
    return halves(batch)


def faulty(batch: Sequence[int]) -> list[float]:
    raise ZeroDivisionError(*batch)


def process(batch: Sequence[int]) -> list[int]:
    time.sleep(0.1)
    return [os.getpid() for _ in batch]


def stage(work: object, size: int = 3) -> "Stage[int, float]":
    return Stage("halves", work, float, lambda _: 1, size)  # type: ignore[arg-type] # one of the above


ITEMS = {f"item {number}": number for number in range(20)}


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    with Pool(jobs) as pool:
        found = pool.run(stage(halves), ITEMS)
    assert list(found.items()) == list(HERE.run(stage(halves), ITEMS).items())


def test_a_crash_costs_one_item_and_the_work_goes_on() -> None:
    with Pool(2) as pool:
        found = pool.run(stage(fatal_at_seven), ITEMS)
        again = pool.run(stage(halves), ITEMS)
    assert ITEMS.keys() - found.keys() == {"item 7"}
    assert len(again) == len(ITEMS)


def test_a_process_that_ends_between_two_runs_costs_nothing() -> None:
    with Pool(2) as pool:
        for number in set(pool.run(stage(process), ITEMS).values()):
            os.kill(int(number), signal.SIGKILL)
        time.sleep(0.5)
        again = pool.run(stage(halves), ITEMS)
    assert list(again.items()) == list(HERE.run(stage(halves), ITEMS).items())


def test_an_error_is_raised_here_too() -> None:
    with Pool(2) as pool, pytest.raises(ZeroDivisionError):
        pool.run(stage(faulty), ITEMS)


def test_one_batch_is_not_worth_a_process() -> None:
    with Pool(2) as pool:
        assert set(pool.run(stage(process, 99), ITEMS).values()) == {os.getpid()}
        assert os.getpid() not in pool.run(stage(process), ITEMS).values()


def test_others_get_ready_while_what_opens_a_long_run_is_done_here() -> None:
    readied: list[int] = []

    class Watched(Pool):
        def _get_ready(self) -> "BaseContext":
            readied.append(len(readied))
            return super()._get_ready()

    opening = replace(stage(process), spread=False, opens=True)
    with Watched(2) as pool:
        pool.run(opening, {"item 1": 1})
        assert not readied
        assert set(pool.run(opening, ITEMS).values()) == {os.getpid()}
        assert readied


def test_progress_is_told_after_each_batch() -> None:
    told: list[tuple[str, int, int]] = []
    for jobs in (1, 2):
        with Pool(jobs) as pool, pool.telling(lambda *news: told.append(news)):
            pool.run(stage(halves, 8), ITEMS)
    assert told[:3] == [("halves", 8, 20), ("halves", 16, 20), ("halves", 20, 20)]
    assert told[-1] == ("halves", 20, 20)
    assert len(told) == 6


def test_costs_are_told_apart() -> None:
    measured = Measured(HERE)
    inner = stage(halves)
    outer: Stage[int, float] = Stage(
        "outer", lambda batch: list(measured.run(inner, ITEMS).values())[: len(batch)], float, lambda _: 1, 99
    )
    measured.run(outer, ITEMS)
    assert {name: cost.items for name, cost in measured.costs.items()} == {"halves": 20, "outer": 20}
    assert all(cost.seconds >= 0 for cost in measured.costs.values())


# The whole check.

LONG = ", past the mill, the farm and the old inn that stand on either bank," * 20
TEXT = "The {} bridge" + LONG + " is {} kilometres from the border, the mayor said on Monday; {:,} lorries cross it.\n"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [
        Document(f"{story}-{outlet}", f"Outlet {outlet}", TEXT.format("longer", 20 + 11 * outlet, 4_000 + story) * 2,
                 story=f"bridge {story}", path="news.jsonl", line=9 * story + outlet)
        for story in range(7) for outlet in range(3)
    ]  # fmt: skip


@pytest.mark.slow
def test_two_jobs_give_the_same_report(documents: list[Document]) -> None:
    expected = check(documents, (), reading, Seen())
    with Pool(2) as pool:
        assert check(documents, (), reading, Seen(), pool) == expected
        assert {name: cost.items for name, cost in pool.account.costs.items()} == {
            "claims": 21, "frames": 42, "facts": 7,
        }, "whole stories are worked on elsewhere"  # fmt: skip


def test_a_report_without_claims_is_the_same_but_for_the_claims_of_its_stories(documents: list[Document]) -> None:
    whole, without = (check(documents[:6], (), reading, Seen(), claims=claims) for claims in (True, False))
    assert sum(len(story.claims) for story in whole.stories) == whole.coverage.claims
    assert replace(whole, stories=tuple(replace(story, claims=()) for story in whole.stories)) == without


def fatal_reading() -> Reading:
    """The usual reading, but for a text that ends the process that parses it."""

    def parse(sentences: Sequence[str]) -> list[Parse]:
        if any("longest" in one for one in sentences):
            os._exit(9)
        return usual.toolbox.parse(sentences)

    usual = reading()
    return replace(usual, toolbox=replace(usual.toolbox, parse=parse))


@pytest.mark.slow
def test_a_text_that_ends_a_process_costs_its_document_and_no_other_of_its_story(documents: list[Document]) -> None:
    fatal = replace(documents[4], text=documents[4].text.replace("longer", "longest"))
    with Pool(2) as pool:
        found = check([*documents[:4], fatal, *documents[5:]], (), fatal_reading, Seen(), pool)
    without = check([*documents[:4], *documents[5:]], (), reading, Seen())
    assert [(one.line, one.reason) for one in found.unreadable] == [(fatal.line, LOST)]
    assert found.findings == without.findings
    assert found.coverage.documents == 20


def test_a_lost_document_is_told_and_the_others_are_checked(documents: list[Document]) -> None:
    class Losing:
        """An engine in which the claims of one document are lost."""

        def run(self, stage, items):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - as the protocol says
            found = HERE.run(stage, items)
            return {
                key: one for key, one in found.items()
                if not (isinstance(one, Told) and items[key].id == "0-0")
            }  # fmt: skip

    some = documents[:6]
    found = check(some, (), reading, Seen(), Losing())
    assert [(one.path, one.line, one.reason) for one in found.unreadable] == [("news.jsonl", 0, LOST)]
    assert found.coverage.documents == 5
    assert {claim.document.id for story in found.stories for claim in story.claims} == {one.id for one in some[1:]}


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGKILL", -9)])
def test_a_run_that_is_ended_ends_at_once_in_silence_and_whole(name: str, status: int, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    row = {"outlet": "Gazette", "story": "bridge", "text": TEXT.format("older", 12, 400) * 60}
    news.write_text("\n".join(json.dumps(row | {"id": str(number)}) for number in range(8)), encoding="utf-8")
    run = subprocess.Popen(  # noqa: S603 - the command under test
        [COMMAND, "check", news, "--jobs", "2", "--no-cache"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    time.sleep(3)
    (os.killpg if name == "SIGINT" else os.kill)(run.pid, getattr(signal, name))  # Ctrl-C reaches the whole group
    out, err = run.communicate(timeout=20)
    assert run.returncode == status
    assert "Traceback" not in err
    assert not out
    assert any(ended(run.pid) for _ in range(40))


def ended(group: int) -> bool:
    """Is no process of *group* left? Waits a moment where there is."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    time.sleep(0.1)
    return False
