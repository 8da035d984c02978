"""The engine of one machine: batches go to processes of their own, and one that crashes costs an item."""

import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from multiprocessing import active_children, get_context, parent_process
from typing import Any

from discrepancy.engine.elsewhere import Local, errand, plain
from discrepancy.engine.spreading import Advance, Spreading, in_silence
from discrepancy.stage import Item, Result, Stage

_AHEAD = 2  # batches a process: one worked on, one waiting


class Pool(Spreading):
    """*jobs* processes of this machine."""

    def __init__(self, jobs: int, advance: Advance = in_silence, local: Local = plain) -> None:
        super().__init__(advance, local)
        self._jobs = jobs
        self._executor: ProcessPoolExecutor | None = None
        self._signals = ExitStack()

    def stop(self, *, at_once: bool) -> None:
        """End the processes, *at_once* or when they have done what they do."""
        if self._executor is not None:
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
        """The results of each batch, in the order in which they come."""
        left = list(reversed(batches))
        working: dict[Future[Any], dict[str, Item]] = {}
        while left or working:
            while left and len(working) < self._jobs * _AHEAD:
                batch = left.pop()
                working[self._submit(stage, batch)] = batch
            crashed: list[dict[str, Item]] = []
            for future in wait(working, return_when=FIRST_COMPLETED).done:
                batch = working.pop(future)
                if isinstance(future.exception(), BrokenProcessPool):
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
            if isinstance(future.exception(), BrokenProcessPool):
                self.stop(at_once=True)
            else:
                found |= self._results({key: item}, future.result())
        return found

    def _submit(self, stage: Stage[Item, Result], batch: dict[str, Item]) -> Future[Any]:
        if self._executor is None:
            self._signals.enter_context(_ignoring("SIGPIPE"))  # a process that is gone is not the reader of the report
            self._executor = ProcessPoolExecutor(self._jobs, get_context("spawn"), _begin)
        with _ignoring("SIGINT"):  # the processes start with the first batch
            return self._executor.submit(errand(stage, self._local), list(batch.values()))


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _ignoring(*names: str) -> Iterator[None]:
    """Let the signals of *names* that this system has do nothing meanwhile, here and in processes that are started."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = [signal.signal(number, signal.SIG_IGN) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
