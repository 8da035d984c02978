"""What a fresh process costs, with all that it starts."""

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NamedTuple

BENCH = Path(__file__).parent
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


if sys.platform == "linux":
    _SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER: processes whose parent has ended become children of this one
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


class Cost(NamedTuple):
    """Seconds by the clock and of the CPU, peak memory in MB, and what was printed."""

    wall: float
    cpu: float
    peak: float
    output: str


@dataclass(frozen=True, slots=True)
class Costs:
    """Several runs of one command, the fastest first: the rest of the machine only ever adds."""

    runs: tuple[Cost, ...]

    @property
    def best(self) -> Cost:
        """The fastest run."""
        return self.runs[0]

    @property
    def worst(self) -> Cost:
        """The slowest run."""
        return self.runs[-1]


def cost_of(arguments: Sequence[str]) -> Cost:
    """What `python *arguments*` costs; ends the run where it fails."""
    command = [sys.executable, *arguments]
    with TemporaryFile() as output, TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors)  # noqa: S603 - our own commands
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        cpu = used.ru_utime + used.ru_stime + _left_behind()
        told = [file.seek(0) or file.read().decode() for file in (output, errors)]
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{told[1]}")
    return Cost(wall, cpu, used.ru_maxrss * PEAK_UNIT / 1e6, told[0])


def _left_behind() -> float:
    """The CPU seconds of processes that outlive their parent by a moment: those that others were copied from."""
    total = 0.0
    while True:
        try:
            _, _, used = os.wait4(-1, 0)
        except ChildProcessError:
            return total
        total += used.ru_utime + used.ru_stime


def costs_of(commands: Sequence[Sequence[str]], times: int) -> list[Costs]:
    """What each of *commands* costs, run in turn so that all meet the same weather."""
    rounds: list[list[Cost]] = [[cost_of(command) for command in commands] for _ in range(times)]
    return [Costs(tuple(sorted(runs))) for runs in zip(*rounds, strict=True)]


def script(name: str, *arguments: Any) -> list[str]:
    """The command that runs a script of this folder."""
    return [str(BENCH / name), *map(str, arguments)]
