"""How the work is done: in how many processes, and what is kept of it for the next run."""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from discrepancy.cli.messages import tell
from discrepancy.stage import HERE

if TYPE_CHECKING:
    from discrepancy.cache import Remembering, Store
    from discrepancy.engine import Measured, Pool

VARIABLE = "DISCREPANCY_CACHE"
"""The variable of the environment that names the folder for what is kept."""

CacheFolder = Annotated[
    Path | None,
    typer.Option("--cache", metavar="DIR", help="Keep what was worked out in DIR.", show_default=False),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Work everything out anew, and keep nothing.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="N", min=1, help="Use N processes, else one a core.", show_default=False),
]
Stats = Annotated[bool, typer.Option("--stats", help="Tell on standard error what each stage took.")]


@dataclass(frozen=True, slots=True)
class Work:
    """How a command was asked to work."""

    cache: Path | None = None
    keep: bool = True
    jobs: int | None = None
    stats: bool = False


@dataclass(frozen=True, slots=True)
class Workshop:
    """What does the work: the *engine* to ask, and what lies behind it."""

    engine: "Measured"
    pool: "Pool"
    memory: "Remembering | None" = None
    store: "Store | None" = None


@contextmanager
def working(work: Work) -> Iterator[Workshop]:
    """The workshop for *work*, closed when it is done."""
    from discrepancy.engine import Measured, Pool  # noqa: PLC0415 - loaded when first needed

    if not work.keep:
        with Pool(work.jobs or cores()) as pool:
            yield Workshop(Measured(pool), pool)
        return
    from discrepancy.cache import Remembering, Store, settings_digest  # noqa: PLC0415 - loaded when first needed

    folder = folder_of(work.cache)
    with Pool(work.jobs or cores(), local=partial(_remembering, folder)) as pool:
        store = Store(folder)
        memory = Remembering(pool, store, settings_digest())
        try:
            yield Workshop(Measured(memory), pool, memory, store)
        finally:
            store.close()
        if store.problem and work.cache:
            tell(f"discrepancy: nothing is kept for the next run ({store.problem})")


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
