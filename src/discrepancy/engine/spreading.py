"""What engines that spread work have in common: batches, their results in order, progress and the account."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from types import TracebackType
from typing import Self

from discrepancy.engine.elsewhere import Account, Done, Local, plain
from discrepancy.model import Document, Unreadable
from discrepancy.stage import Item, Result, Stage

Content = Document | Unreadable

Advance = Callable[[str, int, int], None]
"""Told after each batch: the stage, how many of its items are done, and of how many."""


def in_silence(stage: str, done: int, of: int) -> None:
    """Tell nobody."""


class Spreading(ABC):
    """Workers, started when a stage first has batches for more than one.

    *local* gives what stages within others run on where the workers are; *account* is what was done there. Leaving the
    context lets the workers go. Workers that are *elsewhere* read files, and from another working folder.
    """

    elsewhere = False

    def __init__(self, local: Local = plain) -> None:
        self.account = Account()
        self._advance: Advance = in_silence
        self._local = local
        self._telling = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.stop(at_once=kind is not None)

    def run(self, stage: Stage[Item, Result], items: Mapping[str, Item]) -> dict[str, Result]:
        """The result for each of *items* by its key, in their order; those that end a worker are missing."""
        batches = list(stage.batches(items))
        found: dict[str, Result] = {}
        done = 0
        with self._outermost(len(batches)) as telling:
            for batch, results in (self._spread if self._worth(stage, batches) else _here)(stage, batches):
                found |= results
                done += len(batch)
                if telling:
                    self._advance(stage.name, done, len(items))
        return {key: found[key] for key in items if key in found}

    @contextmanager
    def telling(self, advance: Advance) -> Iterator[None]:
        """Within the context, *advance* is told what is done."""
        before, self._advance = self._advance, advance
        try:
            yield
        finally:
            self._advance = before

    def read(self, shards: Sequence[Item], content_of: Callable[[Item], Iterable[Content]]) -> Iterator[Content]:
        """What *shards* hold, in their order."""
        return chain.from_iterable(map(content_of, shards))

    @abstractmethod
    def stop(self, *, at_once: bool) -> None:
        """Let the workers go, *at_once* or when they have done what they do."""

    @abstractmethod
    def _spread(
        self, stage: Stage[Item, Result], batches: Sequence[dict[str, Item]]
    ) -> Iterator[tuple[dict[str, Item], dict[str, Result]]]:
        """The results of each batch, in the order in which they come."""

    def _worth(self, stage: Stage[Item, Result], batches: Sequence[dict[str, Item]]) -> bool:
        """Is this work for the workers?"""
        return stage.spread and bool(batches) and (len(batches) > 1 or stage.risky)

    @contextmanager
    def _outermost(self, batches: int) -> Iterator[bool]:
        """Is this stage to tell how far it is? Of stages within each other, the first with several batches is."""
        telling, self._telling = self._telling, self._telling and batches == 1
        try:
            yield telling
        finally:
            self._telling = telling

    def _results(self, batch: Mapping[str, Item], done: Done[Result]) -> dict[str, Result]:
        """The results of *batch* by key, after putting to the account what they took."""
        self.account.add(done.account)
        return dict(zip(batch, done.results, strict=True))


def _here(
    stage: Stage[Item, Result], batches: Sequence[dict[str, Item]]
) -> Iterator[tuple[dict[str, Item], dict[str, Result]]]:
    """The results of each batch, worked on in this process."""
    for batch in batches:
        yield batch, stage.done(batch)
