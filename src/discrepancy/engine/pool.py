"""The engine of one machine: batches go to processes of their own, and one that crashes costs an item."""

import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from discrepancy.engine.elsewhere import Local, errand, plain
from discrepancy.engine.signals import ignoring, interrupted_later
from discrepancy.engine.spreading import Spreading
from discrepancy.stage import Item, Result, Stage

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext

_AHEAD = 2  # batches a process: one worked on, one waiting

_COPIED = sys.platform == "linux"
"""Are processes copies of one that is ready? Elsewhere none can be copied, or libraries of the system cannot."""


class Pool(Spreading):
    """*jobs* processes of this machine; *ready* names a module that loads what they need, which is then loaded once."""

    def __init__(self, jobs: int, local: Local = plain, ready: str = "") -> None:
        super().__init__(local)
        self._jobs = jobs
        self._ready = ready
        self._executor: ProcessPoolExecutor | None = None
        self._signals = ExitStack()

    def run(self, stage: Stage[Item, Result], items: Mapping[str, Item]) -> dict[str, Result]:
        """The result for each of *items* by its key; while what opens a long run is done here, others get ready."""
        if stage.opens and self._jobs > 1 and sum(map(stage.size, items.values())) > stage.batch:
            self._get_ready()
        return super().run(stage, items)

    def stop(self, *, at_once: bool) -> None:
        """End the processes, *at_once* or when they have done what they do."""
        if self._executor is not None:
            from multiprocessing import active_children  # noqa: PLC0415 - loaded when first needed

            for process in active_children() if at_once else ():
                process.terminate()
            self._executor.shutdown(cancel_futures=True)  # waits until its threads, too, have let go of all pipes
            self._executor = None
            self._signals.close()

    def _worth(self, stage: Stage[Item, Result], batches: Sequence[dict[str, Item]]) -> bool:
        return self._jobs > 1 and super()._worth(stage, batches)

    def _spread(
        self, stage: Stage[Item, Result], batches: Sequence[dict[str, Item]]
    ) -> Iterator[tuple[dict[str, Item], dict[str, Result]]]:
        """The results of each batch, in the order in which they come; the largest go first, so that all end at once."""
        from concurrent.futures import FIRST_COMPLETED, wait  # noqa: PLC0415 - loaded when first needed

        left = sorted(batches, key=lambda batch: sum(map(stage.size, batch.values())))
        working: dict[Future[Any], dict[str, Item]] = {}
        while left or working:
            while left and len(working) < self._jobs * _AHEAD:
                batch = left.pop()
                working[self._submit(stage, batch)] = batch
            crashed: list[dict[str, Item]] = []
            for future in wait(working, return_when=FIRST_COMPLETED).done:
                batch = working.pop(future)
                if _crashed(future):
                    crashed.append(batch)
                else:
                    yield batch, self._results(batch, future.result())
            if crashed:
                self.stop(at_once=True)
                yield from ((batch, self._each_alone(stage, batch)) for batch in (*crashed, *working.values()))
                working.clear()

    def _each_alone(self, stage: Stage[Item, Result], batch: dict[str, Item]) -> dict[str, Result]:
        """The results of those items of *batch* that crash no process."""
        found: dict[str, Result] = {}
        for key, item in batch.items():
            future = self._submit(stage, {key: item})
            if _crashed(future):
                self.stop(at_once=True)
            else:
                found |= self._results({key: item}, future.result())
        return found

    def _submit(self, stage: Stage[Item, Result], batch: dict[str, Item]) -> "Future[Any]":
        """*batch* on its way to a process; to a new one, where one has ended since the last batch was sent."""
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - loaded when first needed

        try:
            return self._sent(stage, batch)
        except BrokenProcessPool:  # what was on its way then has crashed, as its futures tell
            self.stop(at_once=True)
            return self._sent(stage, batch)

    def _sent(self, stage: Stage[Item, Result], batch: dict[str, Item]) -> "Future[Any]":
        if self._executor is None:
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - loaded when first needed

            self._signals.enter_context(ignoring("SIGPIPE"))  # a process that is gone is not the reader of the report
            self._executor = ProcessPoolExecutor(self._jobs, self._get_ready(), _begin)
        # The processes start with the first batch. Those that are no copies inherit what is ignored here; a copy that
        # has begun to start must find what it is told of, so that an interrupt waits for it.
        with interrupted_later() if _COPIED else ignoring("SIGINT"):
            return self._executor.submit(errand(stage, self._local), list(batch.values()))

    def _get_ready(self) -> "BaseContext":
        """How processes start; where they are copies of one that has loaded all, that one is started."""
        from multiprocessing import get_context  # noqa: PLC0415 - loaded when first needed

        if not _COPIED:
            return get_context("spawn")
        from multiprocessing.forkserver import ensure_running  # noqa: PLC0415 - there is none on Windows

        context = get_context("forkserver")
        context.set_forkserver_preload([self._ready] if self._ready else [])
        with ignoring("SIGINT"):
            ensure_running()
        return context


def _crashed(future: "Future[Any]") -> bool:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - loaded when first needed

    return isinstance(future.exception(), BrokenProcessPool)


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process  # noqa: PLC0415 - loaded when first needed

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
