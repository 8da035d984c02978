"""JSON Lines: a document a line, an object with `text` and, where known, `id` and the other fields."""

import json
from collections.abc import Iterator
from itertools import count
from typing import Any, BinaryIO

from discrepancy.model import Document, Unreadable
from discrepancy.read.fields import FieldError, fields_of, printable, text_of
from discrepancy.read.given import LIMIT, TOO_LARGE, Given, UnfitError, document_of

_BOM = b"\xef\xbb\xbf"


def read_rows(given: Given) -> Iterator[Document | Unreadable]:
    """The documents of a JSON Lines file, one by one as it is read."""
    rows = 0
    for number, line in _lines(given.stream):
        if number == 1 and b"\0" in line:
            yield Unreadable(given.path, None, "not JSON Lines (NUL bytes); save it as UTF-8 text, or leave it out")
            return
        if line.strip():
            rows += 1
            yield _document(given, number, line)
    if not rows:
        yield Unreadable(given.path, None, "empty; write one object a line into it, or leave it out")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines of *stream*, numbered; of one beyond the limit as much as shows that it is."""
    for number in count(1):
        line = stream.readline(LIMIT + 1)
        if not line:
            return
        part = line
        while len(part) > LIMIT and not part.endswith(b"\n"):
            part = stream.readline(LIMIT + 1)
        yield number, line.removeprefix(_BOM) if number == 1 else line


def _document(given: Given, number: int, line: bytes) -> Document | Unreadable:
    try:
        row = _row(line)
    except UnfitError as error:
        return Unreadable(given.path, number, error.reason)
    return document_in(row, given, number)


def document_in(row: dict[Any, object], given: Given, number: int) -> Document | Unreadable:
    """The document that *row* gives, which stands at *number* of its file."""
    try:
        text, fields = _text(row), fields_of(row)
        name = text_of("id", row.get("id")) or f"{given.id}:{number}"
    except (UnfitError, FieldError) as error:
        return Unreadable(given.path, number, str(error))
    return document_of(given, text, fields, row=name, line=number)


def _row(line: bytes) -> dict[Any, object]:
    """The object on *line*; raises UnfitError."""
    if len(line) > LIMIT:
        raise UnfitError(None, TOO_LARGE)
    try:
        row = json.loads(line.rstrip().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnfitError(None, f"not UTF-8 (byte {error.start + 1} of the line); save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        what = error.msg[:1].lower() + error.msg[1:]
        raise UnfitError(None, f"not JSON ({what}, column {error.colno}); write one object a line") from None
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets thousands deep
        raise UnfitError(None, "not JSON within reason; write one object a line") from None
    if not isinstance(row, dict):
        raise UnfitError(None, 'no object; write each row as {"text": …, "outlet": …}')
    return row


def _text(row: dict[Any, object]) -> str:
    """The text of *row* exactly as given, so that offsets into it hold."""
    text = row.get("text")
    if not isinstance(text, str):
        raise UnfitError(None, 'no `text`; give the article as a string, {"text": …}')
    if not text.strip():
        raise UnfitError(None, "`text` is empty; give the article, or leave the row out")
    return printable(text)
