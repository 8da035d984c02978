"""What may be said of a document beside its text: outlet, published, title, story, url, language, version."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time
from typing import Any

from discrepancy.model import Published
from discrepancy.read.dates import date_of

_YEARS = range(1000, 9999)  # so that no later shift by a zone or a day leaves the calendar
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+[\w+-]{1,5}")


class FieldError(ValueError):
    """What is wrong with a field, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a document; an empty one is not known."""

    outlet: str = ""
    published: Published | None = None
    title: str = ""
    story: str = ""
    url: str = ""
    language: str = ""
    version: str = ""

    def over(self, other: "Fields") -> "Fields":
        """These fields, the empty ones taken from *other*."""
        return replace(other, **{name: value for name in FIELDS if (value := getattr(self, name))})


FIELDS = tuple(field.name for field in fields(Fields))


def fields_of(row: Mapping[Any, object]) -> Fields:
    """The fields that *row* gives, other keys passed over; raises FieldError."""
    texts = {name: text_of(name, row[name]) for name in FIELDS if name in row and name != "published"}
    return Fields(published=published_of(row.get("published")), **texts)


def text_of(name: str, value: object) -> str:
    """The text of field *name*; raises FieldError.

    >>> text_of("version", 2)
    '2'
    """
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int, float, date)):
        raise FieldError(f"{name}: {_short(value)} is no text; put it in quotes")
    return printable(str(value)).strip()


def printable(text: str) -> str:
    """*text* with lone surrogates, which no file can hold, as replacement characters; offsets stay as they are."""
    return _SURROGATE.sub("�", text)


def published_of(value: object) -> Published | None:
    """When a document appeared, by its metadata; raises FieldError.

    >>> published_of("2019-06-03T18:00+02:00").time.isoformat()
    '2019-06-03T18:00:00+02:00'
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    moment = _moment(value)
    if moment is None or moment.year not in _YEARS:
        raise FieldError(f"published: {_short(value)} is no full date; write it as 2024-05-30 or 2024-05-30T18:00Z")
    # Midnight sharp is how a database writes a bare date.
    precision = "day" if moment.time() == time() else "minute"
    return Published(moment.replace(tzinfo=moment.tzinfo or UTC), precision)


def _moment(value: object) -> datetime | None:
    """The time that *value* gives in any of the ways in which metadata gives times."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time(), UTC)
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    text = str(value).strip()
    if day := date_of(text):
        return datetime.combine(day, time(), UTC)
    try:
        return _mailed(text) if _MAIL.fullmatch(text) else datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None


def _mailed(text: str) -> datetime:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - loaded when first needed

    return parsedate_to_datetime(text)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"  # noqa: PLR2004 - as much as reads well in a line
