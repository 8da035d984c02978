"""The streams that a run is started with: each is there, and standard output tells when it can take no more."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedWriter, RawIOBase, TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from discrepancy.cli.messages import Status, tell

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_CLOSED = (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))
"""How the place of each stream is held where it is closed: what is read or written there fails, messages get lost."""


class OutputError(Exception):
    """Why standard output takes no more."""


class _Told(RawIOBase):
    """The bytes of *stream*, which it keeps open; raises OutputError where it cannot be written."""

    def __init__(self, stream: TextIOWrapper) -> None:
        self._stream = stream
        self._raw = cast("BinaryIO", getattr(stream.buffer, "raw", stream.buffer))

    def writable(self) -> bool:
        """It is for writing."""
        return True

    def fileno(self) -> int:
        """The descriptor behind it."""
        return self._raw.fileno()

    def isatty(self) -> bool:
        """Is it a terminal?"""
        return self._raw.isatty()

    def write(self, data: "ReadableBuffer", /) -> int:
        """Write *data*, or as much of it as goes at once; tell how much."""
        try:
            return self._raw.write(data)
        except BrokenPipeError:  # its reader has left, and nobody is to be told
            raise
        except OSError as error:
            from discrepancy.storage import reason_of  # noqa: PLC0415 - loaded when first needed

            raise OutputError(reason_of(error)) from error


@contextmanager
def streams() -> Iterator[None]:
    """Have the streams that a run needs; end it as unusable, telling why, where its output cannot be written."""
    for number, (name, mode, opening) in enumerate(_CLOSED):
        if getattr(sys, name) is None:
            _put_in_place(number, opening)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - a descriptor
    sys.stdout = _told(sys.stdout)
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except OutputError as error:
        _put_in_place(1, os.O_WRONLY)  # so that what is left of it goes nowhere
        tell(f"discrepancy: standard output cannot be written ({error})")
        sys.exit(Status.UNUSABLE)


def _put_in_place(number: int, opening: int) -> None:
    """Have the descriptor *number* lead nowhere, so that no file which is opened takes its place."""
    nowhere = os.open(os.devnull, opening)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)


def _told(stream: TextIO) -> TextIO:
    """*stream*, standard output, as one that tells."""
    if not isinstance(stream, TextIOWrapper):
        return stream
    return TextIOWrapper(
        BufferedWriter(_Told(stream)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
