"""How the work is done: in how many processes, and what is kept of it for the next run."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from discrepancy.cli.messages import fail, tell
from discrepancy.stage import HERE

if TYPE_CHECKING:
    from discrepancy.cache import Remembering, Store
    from discrepancy.engine import Measured, Spreading
    from discrepancy.read import Content, Part

VARIABLE = "DISCREPANCY_CACHE"
"""The variable of the environment that names the folder for what is kept."""

CacheFolder = Annotated[
    Path | None,
    typer.Option("--cache", metavar="DIR", help="Keep what was worked out in DIR.", show_default=False),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Work everything out anew, and keep nothing.")]


class Engine(StrEnum):
    """Where the work is done."""

    PROCESSES = "processes"
    DASK = "dask"


Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="N", min=1, help="Use N processes, else one a core.", show_default=False),
]
EngineName = Annotated[Engine, typer.Option("--engine", help="Work in processes of this machine, or on a cluster.")]
Scheduler = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS", help="The scheduler of the cluster, as tcp://host:8786, else a cluster on this machine."
    ),
]
Stats = Annotated[bool, typer.Option("--stats", help="Tell on standard error what each stage took.")]


@dataclass(frozen=True, slots=True)
class Work:
    """How a command was asked to work."""

    cache: Path | None = None
    keep: bool = True
    jobs: int | None = None
    stats: bool = False
    engine: Engine = Engine.PROCESSES
    scheduler: str | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """What does the work: the *engine* to ask, and what lies behind it."""

    engine: "Measured"
    workers: "Spreading"
    memory: "Remembering | None" = None
    store: "Store | None" = None

    def contents(self, parts: "Iterable[Part]") -> "Content":
        """What *parts* hold, read where the work is done, unless standard input is among them."""
        from discrepancy.read import Given, Shard, content_of, one_by_one  # noqa: PLC0415 - loaded when first needed

        given = list(parts)
        if any(isinstance(one, Given) for one in given):
            return one_by_one(given)
        if self.workers.elsewhere:
            given = [one.from_anywhere() if isinstance(one, Shard) else one for one in given]
        return self.workers.read(given, content_of)


@contextmanager
def working(work: Work) -> Iterator[Workshop]:
    """The workshop for *work*, closed when it is done."""
    from discrepancy.engine import Measured  # noqa: PLC0415 - loaded when first needed

    if not work.keep:
        with _workers(work) as workers:
            yield Workshop(Measured(workers), workers)
        return
    from discrepancy.cache import Remembering, Store, settings_digest  # noqa: PLC0415 - loaded when first needed

    folder = folder_of(work.cache)
    with _workers(work, folder) as workers:
        store = Store(folder)
        memory = Remembering(workers, store, settings_digest())
        try:
            yield Workshop(Measured(memory), workers, memory, store)
        finally:
            store.close()
        if store.problem and work.cache:
            tell(f"discrepancy: nothing is kept for the next run ({store.problem})")


@contextmanager
def _workers(work: Work, folder: Path | None = None) -> "Iterator[Spreading]":
    """Who does *work*; what they do is kept in *folder*, but for machines that may not see it."""
    from discrepancy.engine.elsewhere import plain  # noqa: PLC0415 - loaded when first needed

    local = partial(_remembering, folder) if folder and not work.scheduler else plain
    jobs = work.jobs or cores()
    if work.engine is Engine.PROCESSES:
        if work.scheduler:
            fail("--scheduler: only --engine dask has one; name both, or neither")
        from discrepancy.engine import Pool  # noqa: PLC0415 - loaded when first needed

        with Pool(jobs, local=local, ready="discrepancy.preloaded") as pool:
            yield pool
        return
    if find_spec("distributed") is None:
        fail("--engine dask needs Dask; install discrepancy[dask]")
    from discrepancy.engine.cluster import CONNECTING, PATIENCE, Cluster, ClusterError  # noqa: PLC0415 - likewise

    if work.scheduler:
        ends = f"ends after {CONNECTING:.0f} s without it, or {PATIENCE:.0f} s without a worker"
        tell(f"discrepancy: connecting to the scheduler {work.scheduler} ({ends})")
    try:
        with Cluster(jobs, work.scheduler, local=local) as cluster:
            yield cluster
    except ClusterError as error:
        fail(f"--engine dask: {error}")


@cache
def _remembering(folder: Path) -> "tuple[Remembering, Counter[str]]":
    """What does the work in another process and keeps it in *folder*, and its count of what it recalls."""
    from discrepancy.cache import Remembering, Store, settings_digest  # noqa: PLC0415 - loaded when first needed

    memory = Remembering(HERE, Store(folder), settings_digest())
    return memory, memory.recalled


def folder_of(given: Path | None) -> Path:
    """The folder for what is kept: as given, as the environment says, else the user's."""
    if named := given or os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_cache_path  # noqa: PLC0415 - loaded when first needed

    return user_cache_path("discrepancy", appauthor=False)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
