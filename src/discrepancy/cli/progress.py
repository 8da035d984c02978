"""How far long work has come: on standard error, and only where that is a terminal."""

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from os import environ
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress

    from discrepancy.engine import Advance

_PATIENCE = 1.0  # seconds that need no explanation
_PAUSE = 0.1  # between two drawings
_ITEMS = {
    "claims": "documents",
    "frames": "sentences",
    "facts": "stories",
    "story": "stories",
    "whole story": "stories",
}
"""What the items of a stage are."""

_WITHOUT_CURSOR = frozenset({"", "dumb", "unknown"})


@contextmanager
def progress() -> Iterator["Advance"]:
    """What to tell of work that goes on; what it has drawn is gone when the work is done."""
    from discrepancy.engine.spreading import in_silence  # noqa: PLC0415 - loaded when first needed

    bar = _Bar() if _may_draw(sys.stderr, environ) else None
    try:
        yield bar.advance if bar else in_silence
    finally:
        if bar:
            bar.close()


def _may_draw(stream: TextIO, surroundings: Mapping[str, str]) -> bool:
    return stream.isatty() and surroundings.get("TERM", "").lower() not in _WITHOUT_CURSOR


class _Bar:
    """A bar for the stage that is worked on, once there is something to wait for."""

    def __init__(self) -> None:
        self._begun = self._stage_begun = self._drawn = time.monotonic()
        self._stage = ""
        self._progress: Progress | None = None

    def advance(self, stage: str, done: int, of: int) -> None:
        """Draw that *done* of *of* items of *stage* are done, unless little time has passed."""
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._stage_begun = stage, self._drawn
        if now - self._begun < _PATIENCE or (now - self._drawn < _PAUSE and done < of):
            return
        drawn = self._progress or _drawing()
        rate = done / max(now - self._stage_begun, 0.001)
        left = f"{(of - done) / rate:,.0f} s left" if rate and done < of else ""
        task = drawn.task_ids[0]
        drawn.update(
            task, description=_ITEMS.get(stage, stage), completed=done, total=of, rate=f"{rate:,.0f}/s", left=left
        )
        if self._progress is None:
            drawn.start()
        drawn.refresh()
        self._progress, self._drawn = drawn, now

    def close(self) -> None:
        """Take away what was drawn."""
        if self._progress is not None:
            self._progress.stop()


def _drawing() -> "Progress":
    """What is worked on, a bar, how many are done, how many a second, and the time left."""
    from rich.console import Console  # noqa: PLC0415 - loaded when first needed
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - likewise

    columns = ("{task.description:<10}", BarColumn(bar_width=24), MofNCompleteColumn())
    told = (TextColumn("{task.fields[rate]}", markup=False), TextColumn("{task.fields[left]}", markup=False))
    made = Progress(
        *columns,
        *told,
        console=Console(file=sys.stderr, markup=False, emoji=False, highlight=False),
        transient=True,
        auto_refresh=False,
    )
    made.add_task("", rate="", left="")
    return made
