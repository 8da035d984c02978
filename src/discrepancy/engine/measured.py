"""An engine that keeps account of what each stage takes."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from discrepancy.engine.memory import peak_memory
from discrepancy.stage import Engine, Item, Result, Stage


@dataclass(slots=True)
class Cost:
    """What one stage has taken: items, seconds without those of stages within it, this process's peak of memory."""

    items: int = 0
    seconds: float = 0.0
    peak: int = 0


def added(one: Mapping[str, Cost], other: Mapping[str, Cost]) -> dict[str, Cost]:
    """The costs of *one* and *other* by stage, added up; of memory the larger."""
    found = {name: replace(cost) for name, cost in one.items()}
    for name, cost in other.items():
        known = found.setdefault(name, Cost())
        known.items += cost.items
        known.seconds += cost.seconds
        known.peak = max(known.peak, cost.peak)
    return found


class Measured:
    """*engine*, with the *costs* of each stage by its name."""

    def __init__(self, engine: Engine) -> None:
        self.costs: dict[str, Cost] = {}
        self._engine = engine
        self._within = 0.0

    def run(self, stage: Stage[Item, Result], items: Mapping[str, Item]) -> dict[str, Result]:
        """The result for each of *items* by its key."""
        with self.timing(stage.name, len(items)):
            return self._engine.run(stage, items)

    @contextmanager
    def timing(self, name: str, items: int = 0) -> Iterator[None]:
        """Put what is done meanwhile to the account of *name*."""
        before, self._within = self._within, 0.0
        start = time.perf_counter()
        try:
            yield
        finally:
            taken = time.perf_counter() - start
            cost = self.costs.setdefault(name, Cost())
            cost.items += items
            cost.seconds += taken - self._within
            cost.peak = max(cost.peak, peak_memory())
            self._within = before + taken
