"""What an engine does in a process that is not its own: work on a batch, and tell what that took."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic

from discrepancy.engine.measured import Cost, Measured, added
from discrepancy.engine.memory import peak_memory
from discrepancy.stage import HERE, Engine, Result, Stage

Local = Callable[[], tuple[Engine, Counter[str]]]
"""Gives the engine for the stages within a batch, and the count by stage of what that recalls."""


@dataclass(slots=True)
class Account:
    """What work took that was done elsewhere: by stage what it cost and what was recalled, and the peak of memory.

    Memory is that of the largest process, in bytes.
    """

    costs: dict[str, Cost] = field(default_factory=dict)
    recalled: Counter[str] = field(default_factory=Counter)
    peak: int = 0

    def add(self, other: "Account") -> None:
        """Put *other* to this account."""
        self.costs = added(self.costs, other.costs)
        self.recalled += other.recalled
        self.peak = max(self.peak, other.peak)


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """The results of a batch, in order, and what they took."""

    results: Sequence[Result]
    account: Account


def plain() -> tuple[Engine, Counter[str]]:
    """The plain engine, which recalls nothing."""
    return HERE, Counter()


@dataclass(frozen=True, slots=True)
class Errand(Generic[Result]):
    """The work of a stage, as it is sent to another process; called there with a batch."""

    work: Callable[..., Sequence[Result]]
    local: Local | None

    def __call__(self, items: Sequence[Any]) -> Done[Result]:
        """Work on *items*."""
        if self.local is None:
            return Done(self.work(items), Account(peak=peak_memory()))
        engine, recalled = self.local()
        before = recalled.copy()
        measured = Measured(engine)
        results = self.work(items, measured)
        return Done(results, Account(measured.costs, recalled - before, peak_memory()))


def errand(stage: Stage[Any, Result], local: Local) -> Errand[Result]:
    """The work of *stage* for another process; *local* gives the engine for the stages within."""
    return Errand(stage.work, local if stage.within else None)
