"""Parquet: a document a row, with a column `text` and, where known, `id` and the other fields."""

from collections.abc import Iterator

from discrepancy.model import Document, Unreadable
from discrepancy.read.fields import FIELDS
from discrepancy.read.given import Given
from discrepancy.read.rows import document_in

MISSING = "Parquet needs pyarrow; install discrepancy[parquet]"

_AT_ONCE = 1_000  # rows in memory beside the documents made of them
_COLUMNS = ("id", "text", *FIELDS)


def read_columns(given: Given) -> Iterator[Document | Unreadable]:
    """The documents of a Parquet file, row by row; rows count from 1."""
    try:
        from pyarrow import ArrowException  # noqa: PLC0415 - an extra, loaded when first needed
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - likewise
    except ImportError:
        yield Unreadable(given.path, None, MISSING)
        return
    number = 0
    try:
        file = ParquetFile(given.stream)
        columns = [name for name in file.schema_arrow.names if name in _COLUMNS]
        for batch in file.iter_batches(_AT_ONCE, columns=columns):
            for number, row in enumerate(batch.to_pylist(), number + 1):  # noqa: B020 - it goes on where it was
                yield document_in(row, given, number)
    except (ArrowException, ValueError) as error:  # a ValueError for nanoseconds, which no Python time can hold
        yield Unreadable(
            given.path, number + 1 if number else None, f"not Parquet ({_first_line(error)}); write it anew"
        )
        return
    if not number:
        yield Unreadable(given.path, None, "empty; write a row a document into it, or leave it out")


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".")
