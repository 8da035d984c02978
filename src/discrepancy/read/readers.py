"""Who reads which file: functions found by entry point, named by the ending they read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from io import BufferedReader
from typing import cast

from discrepancy.model import Document, Unreadable
from discrepancy.read.given import Given
from discrepancy.read.rows import read_rows
from discrepancy.read.text import read_text

GROUP = "discrepancy.readers"

Reader = Callable[[Given], Iterator[Document | Unreadable]]

_ROW = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")


@cache
def endings() -> dict[str, EntryPoint]:
    """The readers by ending ("txt"); another package's comes before ours."""
    ours_first = sorted(entry_points(group=GROUP), key=lambda point: not point.value.startswith("discrepancy."))
    return {point.name.lower(): point for point in ours_first}


def ending_of(path: str) -> str:
    """The ending of a file's name, in lower case and without its dot; none is empty."""
    return path.rpartition("/")[2].rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""


def reader_of(ending: str) -> Reader | None:
    """The reader of files with *ending*; raises whatever a package from elsewhere raises when it is loaded."""
    point = endings().get(ending)
    return cast("Reader", point.load()) if point else None


def read_any(given: Given) -> Iterator[Document | Unreadable]:
    """JSON Lines where the beginning looks like it, else text: for what bears no known name."""
    stream = given.stream if isinstance(given.stream, BufferedReader) else _buffered(given.stream)
    reader = read_rows if _ROW.match(stream.peek(1)) else read_text
    return reader(replace(given, stream=stream))


def _buffered(stream: object) -> BufferedReader:
    return BufferedReader(cast("BufferedReader", stream))  # it needs no more than `readinto`
