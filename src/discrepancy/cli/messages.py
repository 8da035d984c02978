"""What is said beside the result: on standard error, a line each, and by the exit status."""

import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import NoReturn

import typer

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class Status(IntEnum):
    """How a run ended."""

    FINE = 0
    CONFLICT = 1
    UNUSABLE = 2


def tell(message: object) -> None:
    """Put *message* on standard error as one line in which nothing can move or hide anything.

    Names of files come from anywhere; so do the fragments of files that messages quote.
    """
    line = _CONTROL.sub(lambda control: ascii(control[0])[1:-1], str(message))
    with suppress(OSError):  # the status tells it too, where nothing can be written there
        print(line.encode(errors="backslashreplace").decode(), file=sys.stderr)  # noqa: T201 - the one place for messages


def fail(message: object) -> NoReturn:
    """Tell *message* and end with the status of unusable input."""
    tell(f"discrepancy: {message}")
    raise typer.Exit(Status.UNUSABLE)


@contextmanager
def ending_with_reader() -> Iterator[None]:
    """End the run as `| head` ends other tools, also where processes of its own had to be ended before."""
    try:
        yield
    except BrokenPipeError:
        if hasattr(signal, "SIGPIPE"):
            signal.raise_signal(signal.SIGPIPE)
        raise
