"""Which outlet published what, when?"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from os.path import isfile, realpath
from pathlib import Path
from typing import BinaryIO

from discrepancy.model import PIPED, Document, Unreadable
from discrepancy.read.fields import Fields
from discrepancy.read.given import Given
from discrepancy.read.own import is_own
from discrepancy.read.readers import ending_of, endings, read_any, reader_of
from discrepancy.read.surroundings import SOURCES
from discrepancy.read.text import MARKED_UP
from discrepancy.read.urls import found_at
from discrepancy.read.walk import NO_REPORTS, Found, Place, found_below, shown
from discrepancy.remote import is_url
from discrepancy.storage import reason_of

__all__ = [
    "NO_REPORTS",
    "SOURCES",
    "STANDARD_INPUT",
    "Content",
    "Given",
    "Part",
    "Shard",
    "content_of",
    "ending_of",
    "endings",
    "one_by_one",
    "read",
]

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Shard:
    """A file with reports, its name among the documents, and where it lies; who is led there can read it."""

    found: Found
    name: str
    place: Place

    def from_anywhere(self) -> "Shard":
        """This file, to be found from any working folder."""
        return replace(self, place=self.place.absolute()) if isinstance(self.place, Path) else self


Part = Shard | Unreadable | Given
"""What paths stand for: files, what is wrong with a path, standard input."""

Content = Iterator[Document | Unreadable]


def content_of(part: Part) -> Content:
    """What *part* holds."""
    if isinstance(part, Unreadable):
        return iter((part,))
    return _piped(part) if isinstance(part, Given) else _in_file(part)


def one_by_one(parts: Iterable[Part]) -> Content:
    """What all of *parts* hold, in their order."""
    return chain.from_iterable(map(content_of, parts))


def read(
    paths: Iterable[str],
    standard_input: BinaryIO | None = None,
    contents: Callable[[Iterable[Part]], Content] = one_by_one,
) -> Content:
    """The documents below *paths*, each under an id of its own, and what could not be read, each told once.

    *contents* gives what parts hold, in their order, wherever it reads them.
    """
    ids: set[str] = set()
    told: set[Unreadable] = set()
    for one in contents(_parts(paths, standard_input)):
        if isinstance(one, Document):
            yield replace(one, id=_fresh(one.id, ids))
        elif one not in told:
            told.add(one)
            yield one


def _parts(paths: Iterable[str], standard_input: BinaryIO | None) -> Iterator[Part]:
    """What *paths* stand for, a file that is reached twice only once."""
    met: set[str] = set()
    ids: set[str] = set()
    paths = tuple(dict.fromkeys(paths))
    beside = Counter(Path(path).parent for path in paths)
    for path in paths:
        if path == STANDARD_INPUT and standard_input:
            yield Given(PIPED, "stdin", standard_input, Fields(outlet="standard input"))
            continue
        alone = beside[Path(path).parent] == 1
        for found in found_at(path) if is_url(path) else found_below(Path(path), alone=alone):
            if isinstance(found, Unreadable):
                yield found
            elif (real := realpath(found.path)) not in met:
                met.add(real)
                yield Shard(found, shown(found.path) if found.id in ids else found.id, found.path)
                ids.add(found.id)


def _piped(given: Given) -> Content:
    """What standard input holds, or why it cannot be read."""
    try:
        yield from read_any(given)
    except OSError as error:
        yield Unreadable(given.path, None, f"cannot be read ({reason_of(error)})")


def _in_file(shard: Shard) -> Iterator[Document | Unreadable]:
    """What the file holds, or why it cannot be read."""
    found, place = shard.found, shard.place
    path, ending = shown(found.path), ending_of(found.id)
    if not found.named and isinstance(place, Path) and not isfile(place):  # noqa: PTH113 - a Path raises where a folder above is closed
        yield Unreadable(path, None, "no regular file; leave it out")
    else:
        try:
            with place.open("rb") as stream:
                yield from _in_stream(found, ending, Given(path, shard.name, stream, found.fields, found.folder))
        except OSError as error:
            yield Unreadable(path, None, f"cannot be read ({reason_of(error)})")
        except Exception as error:  # noqa: BLE001 - a reader from another package may raise anything
            yield Unreadable(path, None, f"its reader failed ({type(error).__name__}: {error})")


def _in_stream(found: Found, ending: str, given: Given) -> Iterator[Document | Unreadable]:
    """What an open file holds; what this program wrote is passed over, unless it is named."""
    if given.stream.seekable() and is_own(found.id, given.stream):
        if found.named:
            yield Unreadable(given.path, None, "a report that discrepancy wrote; name those that it is about")
    elif ending not in endings() and (not found.named or ending in MARKED_UP):
        known = ", ".join(f".{one}" for one in sorted(endings()))
        yield Unreadable(given.path, None, f"nothing reads {f'.{ending} files' if ending else 'it'}; known are {known}")
    else:
        yield from (reader_of(ending) or read_any)(given)


def _fresh(name: str, ids: set[str]) -> str:
    """*name*, or where another document bears it, *name* with a number."""
    fresh, number = name, 1
    while fresh in ids:
        number += 1
        fresh = f"{name}#{number}"
    ids.add(fresh)
    return fresh
