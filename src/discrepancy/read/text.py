"""Plain text and Markdown, with or without front matter between two lines of three hyphens."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress

from discrepancy.model import Document, Unreadable
from discrepancy.read.fields import FieldError, Fields, fields_of, printable
from discrepancy.read.given import LIMIT, TOO_LARGE, Given, UnfitError, document_of

FRONT_MATTER_LIMIT = 20_000  # characters; PyYAML reads some hundred thousand a second

MARKED_UP = frozenset({"htm", "html", "mht", "mhtml", "rtf", "xhtml", "xml"})
"""Endings of what is text to a machine alone: that of the article stands between marks."""

_MARKUP = re.compile(r"\s*(?:<!doctype\s+html|<html[\s>]|<\?xml\s|\{\\rtf\d)", re.IGNORECASE)
_OPENING = re.compile(r"---[ \t]*\n")
_PLAIN = re.compile(r"^([\w-]+:[ \t]+)((?![\[{|>&*!])\S.*)$(?!\n[ \t])", re.MULTILINE)
"""A field and its value on one line, with no mark of YAML before it and no line that continues it."""
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


def read_text(given: Given) -> Iterator[Document | Unreadable]:
    """The one document of a text file."""
    try:
        text = decoded(given.stream.read(LIMIT + 1))
        fields, start = front_matter(text)
    except UnfitError as error:
        yield Unreadable(given.path, error.line, error.reason)
        return
    body = text[start:]
    if body.strip():
        yield document_of(given, body, fields, line=text.count("\n", 0, start) + 1)
    else:
        yield Unreadable(given.path, None, "empty; write the article's text into it, or leave it out")


def decoded(data: bytes) -> str:
    """The text of *data*, its line ends as one character; raises UnfitError."""
    if len(data) > LIMIT:
        raise UnfitError(None, TOO_LARGE)
    if (place := data.find(b"\0")) >= 0:
        raise UnfitError(None, f"not text (byte {place + 1} is NUL); save it as UTF-8 text, or leave it out")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnfitError(line, f"not UTF-8 (byte {error.start + 1} of the file); save it as UTF-8") from None
    if _MARKUP.match(text):
        raise UnfitError(None, "a page with its markup; save its article as text, and name that")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def front_matter(text: str) -> tuple[Fields, int]:
    """The fields that stand before an article, and the offset at which it begins; raises UnfitError."""
    opening = _OPENING.match(text)
    if not opening:
        return Fields(), 0
    closing = _CLOSING.search(text, opening.end(), opening.end() + FRONT_MATTER_LIMIT)
    if not closing:
        raise UnfitError(1, "front matter is opened and never closed; end it with a line of three hyphens")
    return _fields(text[opening.end() : closing.start()]), closing.end()


def _fields(block: str) -> Fields:
    """The fields in *block*, which begins on the second line; raises UnfitError."""
    row = _row(block)
    if not isinstance(row, dict):
        raise UnfitError(2, "front matter is no list of fields; write one `field: value` a line")
    try:
        return fields_of(row)
    except FieldError as error:
        raise UnfitError(_line_of(str(error), block), f"front matter: {error}") from None


def _row(block: str) -> object:
    """What YAML reads in *block*, or would if plain values had quotes; raises UnfitError."""
    import yaml  # noqa: PLC0415 - loaded when first needed

    try:
        try:
            return yaml.safe_load(printable(block)) or {}
        except yaml.MarkedYAMLError:
            mended = _quoted(printable(block))
            with suppress(yaml.YAMLError):
                return yaml.safe_load(mended)
            raise
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = f"broken front matter ({error.problem}); mend it, or put the value in quotes"
        raise UnfitError(mark.line + 2 if mark else 2, what) from None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        what = next(iter(str(error).splitlines()), "no YAML")
        raise UnfitError(2, f"broken front matter ({what}); mend it") from None


def _quoted(block: str) -> str:
    r"""*block* with quotes round each value that YAML cannot read by itself, as that of a headline with a colon.

    >>> print(_quoted("outlet: Evening Post\ntitle: Storm: the night after\n"))
    outlet: Evening Post
    title: "Storm: the night after"
    <BLANKLINE>
    """
    return _PLAIN.sub(lambda line: line[0] if _is_yaml(line[0]) else f"{line[1]}{_in_quotes(line[2])}", block)


def _is_yaml(line: str) -> bool:
    import yaml  # noqa: PLC0415 - loaded when first needed

    try:
        yaml.safe_load(line)
    except yaml.MarkedYAMLError:
        return False
    except (ValueError, OverflowError, RecursionError):  # a day that no month has, which is told of the whole
        return True
    return True


def _in_quotes(value: str) -> str:
    return json.dumps(value.strip(), ensure_ascii=False)


def _line_of(problem: str, block: str) -> int:
    """The line in the file on which the field stands that *problem* begins with."""
    name = problem.partition(":")[0]
    lines = block.split("\n")
    return next((number for number, line in enumerate(lines, 2) if line.lstrip("\"'").startswith(name)), 2)
