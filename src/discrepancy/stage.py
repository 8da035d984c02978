"""How work is handed to an engine: a stage says what to do with each of many items, an engine where it is done."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def _always(_: object) -> bool:
    return True


def _one(_: object) -> int:
    return 1


@dataclass(frozen=True, slots=True)
class Stage(Generic[Item, Result]):
    """What is done with items: *work* takes a batch of them and gives the result of each, in order.

    *gives* is the type of a result; where it is None, nothing is remembered. A batch holds items of *batch* characters
    in all, as *size* counts them. *spread* says that batches may be worked on in other processes; *lasting*, whether a
    result may be remembered; *within*, that the work has stages of its own, for which it is handed an engine besides:
    this one, or in another process the like of it. *risky* items may end a process that works on them: not this one;
    items that are *told* are stories, which an engine that has read the documents itself can bring together. Where a
    stage *opens* a run, and its items are more than a batch, there is work to follow for other processes.
    """

    name: str
    work: Callable[..., Sequence[Result]]
    gives: Any
    size: Callable[[Item], int]
    batch: int
    spread: bool = True
    lasting: Callable[[Result], bool] = _always
    within: "Engine | None" = None
    risky: bool = False
    told: bool = False
    opens: bool = False

    def done(self, batch: Mapping[str, Item]) -> dict[str, Result]:
        """The results for *batch* by key, worked out here and now."""
        items = list(batch.values())
        results = self.work(items, self.within) if self.within else self.work(items)
        return dict(zip(batch, results, strict=True))

    def batches(self, items: Mapping[str, Item]) -> Iterator[dict[str, Item]]:
        """*items* in their order, cut into batches."""
        return batches(items, self.size, self.batch)


def batches(items: Mapping[str, Item], size: Callable[[Item], int], most: int) -> Iterator[dict[str, Item]]:
    """*items* in their order, cut into batches, each full once its items come to *most* as *size* counts them."""
    batch: dict[str, Item] = {}
    filled = 0
    for key, item in items.items():
        if batch and filled >= most:
            yield batch
            batch, filled = {}, 0
        batch[key] = item
        filled += size(item)
    if batch:
        yield batch


class Engine(Protocol):
    """Where stages are worked on; any two engines give the same results."""

    def run(self, stage: Stage[Item, Result], items: Mapping[str, Item]) -> dict[str, Result]:
        """The result for each of *items* by its key, which names all that the result depends on.

        What could not be worked on is missing.
        """


class Here:
    """The plain engine: everything in this process, one batch after the other."""

    def run(self, stage: Stage[Item, Result], items: Mapping[str, Item]) -> dict[str, Result]:
        """The result for each of *items* by its key."""
        return {key: result for batch in stage.batches(items) for key, result in stage.done(batch).items()}


HERE = Here()


class Careful:
    """*engine*, with each item in a batch of its own, and not in this process if there is another."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def run(self, stage: Stage[Item, Result], items: Mapping[str, Item]) -> dict[str, Result]:
        """The result for each of *items* by its key."""
        return self._engine.run(replace(stage, size=_one, batch=1, risky=True), items)


def key_of(*parts: str) -> str:
    """A short name for *parts*, the same for the same parts only.

    >>> key_of("ab", "c") == key_of("a", "bc")
    False
    """
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
