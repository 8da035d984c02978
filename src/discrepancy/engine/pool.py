"""The engine of one machine: batches go to processes of their own, and one that crashes costs an item."""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from multiprocessing import active_children, get_context, parent_process
from types import TracebackType
from typing import Any, Self

from discrepancy.engine.elsewhere import Account, Done, Local, errand, plain
from discrepancy.stage import Item, Result, Stage

Advance = Callable[[str, int, int], None]
"""Told after each batch: the stage, how many of its items are done, and of how many."""

_AHEAD = 2  # batches a process: one worked on, one waiting


def in_silence(stage: str, done: int, of: int) -> None:
    """Tell nobody."""


class Pool:
    """*jobs* processes, started when a stage first has batches for more than one; *advance* is told what is done.

    *local* gives what stages within others run on in these processes; *account* is what was done there. Leaving the
    context ends the processes.
    """

    def __init__(self, jobs: int, advance: Advance = in_silence, local: Local = plain) -> None:
        self.account = Account()
        self.advance = advance
        self._jobs = jobs
        self._local = local
        self._telling = True
        self._executor: ProcessPoolExecutor | None = None
        self._signals = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._stop(at_once=kind is not None)

    def run(self, stage: Stage[Item, Result], items: Mapping[str, Item]) -> dict[str, Result]:
        """The result for each of *items* by its key, in their order; those that crash a process are missing."""
        batches = list(stage.batches(items))
        alone = not stage.spread or self._jobs == 1 or (len(batches) == 1 and not stage.risky)
        found: dict[str, Result] = {}
        done = 0
        with self._outermost(len(batches)) as telling:
            for batch, results in (_one_by_one if alone else self._spread)(stage, batches):
                found |= results
                done += len(batch)
                if telling:
                    self.advance(stage.name, done, len(items))
        return {key: found[key] for key in items if key in found}

    @contextmanager
    def _outermost(self, batches: int) -> Iterator[bool]:
        """Is this stage to tell how far it is? Of stages within each other, the first with several batches is."""
        telling, self._telling = self._telling, self._telling and batches == 1
        try:
            yield telling
        finally:
            self._telling = telling

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
                    yield batch, self._results(batch, future)
            if crashed:
                self._stop(at_once=True)
                yield from ((batch, self._each_alone(stage, batch)) for batch in (*crashed, *working.values()))
                working.clear()

    def _each_alone(self, stage: Stage[Item, Result], batch: dict[str, Item]) -> dict[str, Result]:
        """The results of those items of *batch* that crash no process."""
        found: dict[str, Result] = {}
        for key, item in batch.items():
            future = self._submit(stage, {key: item})
            if isinstance(future.exception(), BrokenProcessPool):
                self._stop(at_once=True)
            else:
                found |= self._results({key: item}, future)
        return found

    def _submit(self, stage: Stage[Item, Result], batch: dict[str, Item]) -> Future[Any]:
        if self._executor is None:
            self._signals.enter_context(_ignoring("SIGPIPE"))  # a process that is gone is not the reader of the report
            self._executor = ProcessPoolExecutor(self._jobs, get_context("spawn"), _begin)
        with _ignoring("SIGINT"):  # the processes start with the first batch
            return self._executor.submit(errand(stage, self._local), list(batch.values()))

    def _results(self, batch: dict[str, Item], future: Future[Done[Result]]) -> dict[str, Result]:
        done = future.result()
        self.account.add(done.account)
        return dict(zip(batch, done.results, strict=True))

    def _stop(self, *, at_once: bool) -> None:
        if self._executor is not None:
            for process in active_children() if at_once else ():
                process.terminate()
            self._executor.shutdown(cancel_futures=True)  # waits until its threads, too, have let go of all pipes
            self._executor = None
            self._signals.close()


def _one_by_one(
    stage: Stage[Item, Result], batches: Sequence[dict[str, Item]]
) -> Iterator[tuple[dict[str, Item], dict[str, Result]]]:
    """The results of each batch, worked on in this process."""
    for batch in batches:
        yield batch, stage.done(batch)


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
