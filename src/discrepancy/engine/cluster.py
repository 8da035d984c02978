"""The engine of many machines: workers of Dask, which read the documents and bring stories together themselves.

Dask decides who works on what, moves documents between workers (the shuffle of its bags), and does again what a worker
that is gone had done. Nothing here waits without an end: while no worker is left, only so long.
"""

import asyncio
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from discrepancy.engine.elsewhere import Done, Errand, Local, errand, plain
from discrepancy.engine.signals import kept_from_others
from discrepancy.engine.spreading import Content, Spreading
from discrepancy.model import Document, Story
from discrepancy.stage import Item, Result, Stage

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster

CONNECTING = 20.0
"""Seconds to wait for a scheduler that is named."""

PATIENCE = 120.0
"""Seconds to wait for a cluster of our own, or for a worker where none is left."""

_LOOK = 10.0  # seconds after which to look whether there are workers
_AHEAD = 3  # batches a worker: one worked on, others on their way
_PARTITIONS = 8  # a worker, so that none is idle for long at the end
_SETTINGS = {
    "distributed.comm.timeouts.connect": PATIENCE,
    "distributed.worker.memory.terminate": False,
}
"""For a cluster of our own."""

_one_at_a_time = Lock()  # of the threads of a worker: what reads and parses is not made for several


class ClusterError(Exception):
    """Why the cluster cannot do the work, in one line."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in which story a document belongs, and the id that it has there."""

    key: str
    story: str
    number: int
    id: str


class Cluster(Spreading):
    """The workers of the scheduler at *address*, else *jobs* of a cluster on this machine."""

    elsewhere = True

    def __init__(self, jobs: int, address: str | None = None, local: Local = plain) -> None:
        super().__init__(local)
        self._jobs = jobs
        self._address = address
        self._open = ExitStack()
        self._client: Client | None = None
        self._held: list[tuple[Future, frozenset[tuple[str, int]]]] = []

    def stop(self, *, at_once: bool) -> None:  # noqa: ARG002 - workers that are at it stop at once in any case
        """Let the workers go; those of a cluster of our own end."""
        self.forget()
        self._client = None
        self._open.close()

    def forget(self) -> None:
        """Let go of the documents that were read."""
        self._held.clear()

    def read(self, shards: Sequence[Item], content_of: Callable[[Item], Iterable[Content]]) -> Iterator[Content]:
        """What *shards* hold, in their order; the workers read them, and keep it for the stories to come."""
        if not shards:
            return
        from dask import bag  # noqa: PLC0415 - an extra, loaded when first needed

        each = math.ceil(_PARTITIONS * self._workers() / len(shards))
        read = bag.from_sequence(shards, npartitions=len(shards)).map(partial(_listed, content_of)).flatten()
        parts = read.repartition(each * len(shards)) if each > 1 else read  # a bag loses partitions left whole
        for part in self._connected().compute(parts.to_delayed()):
            content = self._done(part)
            places = frozenset((one.path, one.line) for one in content if isinstance(one, Document))
            self._held.append((part, places))
            yield from content

    def _spread(
        self, stage: Stage[Item, Result], batches: Sequence[dict[str, Item]]
    ) -> Iterator[tuple[dict[str, Item], dict[str, Result]]]:
        """The results of each batch; of stories, as the documents of which they consist come together."""
        items = dict(chain.from_iterable(batch.items() for batch in batches))
        held = self._spots(cast("Mapping[str, Story]", items)) if stage.told and self._held else {}
        yield from self._sent(stage, list(stage.batches({key: one for key, one in items.items() if key not in held})))
        for results in self._brought_together(stage, held):
            yield {key: items[key] for key in results}, results

    def _sent(
        self, stage: Stage[Item, Result], batches: Sequence[dict[str, Item]]
    ) -> Iterator[tuple[dict[str, Item], dict[str, Result]]]:
        """The results of batches that are sent to the workers, some at a time."""
        waiting = list(reversed(batches))
        working: dict[Future, dict[str, Item]] = {}
        while waiting or working:
            while waiting and len(working) < _AHEAD * self._workers():
                batch = waiting.pop()
                working[self._submit(stage, batch)] = batch
            for future in self._finished(working):
                batch = working.pop(future)
                yield batch, self._results(batch, self._done(future))

    def _submit(self, stage: Stage[Item, Result], batch: Mapping[str, Item]) -> "Future":
        return self._connected().submit(_work, errand(stage, self._local), list(batch.values()), pure=False)

    def _spots(self, stories: Mapping[str, Story]) -> dict[str, dict[tuple[str, int], Spot]]:
        """For those of *stories* whose documents the workers have read, where these belong, by where they stand."""
        known = frozenset(chain.from_iterable(places for _, places in self._held))
        spots = {
            key: {
                (document.path, document.line): Spot(key, story.name, number, document.id)
                for number, document in enumerate(story.documents)
            }
            for key, story in stories.items()
        }
        return {key: one for key, one in spots.items() if one.keys() <= known}

    def _brought_together(
        self, stage: Stage[Any, Result], spots: Mapping[str, Mapping[tuple[str, int], Spot]]
    ) -> Iterator[dict[str, Result]]:
        """The results for the stories to which *spots* lead documents, some at a time."""
        from dask import bag, delayed  # noqa: PLC0415 - an extra, loaded when first needed

        by_place = {place: spot for one in spots.values() for place, spot in one.items()}
        parts = [
            delayed(_placed)(part, {place: by_place[place] for place in places & by_place.keys()})
            for part, places in self._held
            if not places.isdisjoint(by_place)
        ]
        if not parts:
            return
        grouped = bag.from_delayed(parts).groupby(_key, shuffle="tasks")
        done = grouped.map_partitions(_work_on_stories, errand(stage, self._local))
        working = set(self._connected().compute(done.to_delayed()))
        while working:
            for future in self._finished(working):
                working.remove(future)
                for keys, results in self._done(future):
                    yield self._results(dict.fromkeys(keys), results)

    def _finished(self, futures: Iterable["Future"]) -> set["Future"]:
        """Those of *futures* that are finished, one at least; raises ClusterError where no worker is left."""
        from distributed import wait  # noqa: PLC0415 - an extra, loaded when first needed

        waited = 0.0
        while True:
            try:
                return set(wait(list(futures), timeout=_LOOK, return_when="FIRST_COMPLETED").done)
            except TimeoutError:
                waited = 0.0 if self._connected().scheduler_info()["workers"] else waited + _LOOK
                if waited >= PATIENCE:
                    raise ClusterError(f"no worker was left for {PATIENCE:.0f} s") from None
            except CancelledError:
                raise ClusterError("the scheduler has dropped the work") from None

    def _done(self, future: "Future") -> Any:  # noqa: ANN401 - whatever was worked out
        """The result of *future* when it is there; raises ClusterError where it ended one worker after the other.

        The scheduler cannot tell what ended a worker from what else lay there, so no document is passed over for it.
        """
        from distributed import KilledWorker  # noqa: PLC0415 - an extra, loaded when first needed

        self._finished([future])
        error = future.exception(timeout=PATIENCE)
        if isinstance(error, KilledWorker):
            raise ClusterError("a document ends one worker after the other; without a cluster, a check tells which one")
        if error is not None:
            raise error
        return future.result(timeout=PATIENCE)

    def _workers(self) -> int:
        return max(1, len(self._connected().scheduler_info(n_workers=-1)["workers"]))

    def _connected(self) -> "Client":
        """The client, which starts a cluster where there is none yet."""
        if self._client is None:
            import dask  # noqa: PLC0415 - an extra, loaded when first needed
            from distributed import Client  # noqa: PLC0415 - likewise

            self._open.enter_context(dask.config.set(_SETTINGS))
            named = self._address or "the cluster"
            try:
                if self._address:
                    asyncio.run(_meet(self._address))
                place = self._address or self._of_our_own()
                client = self._open.enter_context(Client(place, timeout=CONNECTING if self._address else PATIENCE))
            except Exception as error:
                raise ClusterError(f"{named} cannot be reached, or is no scheduler ({error})") from error
            try:
                client.wait_for_workers(1, timeout=PATIENCE)
            except TimeoutError:
                raise ClusterError(f"{named} has had no worker for {PATIENCE:.0f} s") from None
            self._client = client
        return self._client

    def _of_our_own(self) -> "LocalCluster":
        """A cluster on this machine; Ctrl-C waits until it can be closed again."""
        from distributed import LocalCluster  # noqa: PLC0415 - an extra, loaded when first needed

        with kept_from_others():
            return self._open.enter_context(
                LocalCluster(self._jobs, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs="CRITICAL")
            )


def _listed(content_of: Callable[[Item], Iterable[Content]], shard: Item) -> list[Content]:
    return list(content_of(shard))


def _placed(content: Iterable[Content], spots: Mapping[tuple[str, int], Spot]) -> list[tuple[Spot, Document]]:
    """Those documents of *content* that have a spot, each with it."""
    return [
        (spot, replace(one, id=spot.id))
        for one in content
        if isinstance(one, Document) and (spot := spots.get((one.path, one.line)))
    ]


def _key(placed: tuple[Spot, Document]) -> str:
    return placed[0].key


def _work_on_stories(
    groups: Iterable[tuple[str, list[tuple[Spot, Document]]]], work: Errand[Result]
) -> list[tuple[tuple[str, ...], Done[Result]]]:
    """The results for the stories that *groups* of documents are, by key, with the keys."""
    stories = {
        key: Story(members[0][0].story, tuple(one for _, one in sorted(members, key=_number)), ())
        for key, members in groups
    }
    return [(tuple(stories), _work(work, list(stories.values())))] if stories else []


def _number(placed: tuple[Spot, Document]) -> int:
    return placed[0].number


def _work(work: Errand[Result], items: Sequence[Any]) -> Done[Result]:
    with _one_at_a_time:
        return work(items)


async def _meet(address: str) -> None:
    """Shake hands with the scheduler at *address*: a client would wait without an end for another server to do so."""
    from distributed import Security  # noqa: PLC0415 - an extra, loaded when first needed
    from distributed.comm import connect  # noqa: PLC0415 - likewise

    meeting = connect(address, timeout=CONNECTING, **Security().get_connection_args("client"))
    try:
        comm = await asyncio.wait_for(meeting, CONNECTING)
    except TimeoutError:
        raise TimeoutError(f"nothing that a scheduler says came within {CONNECTING:.0f} s") from None
    comm.abort()
