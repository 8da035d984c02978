"""Which outlet published what, when?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from os.path import isfile, realpath
from pathlib import Path
from typing import BinaryIO

from discrepancy.model import PIPED, Document, Unreadable
from discrepancy.read.fields import Fields
from discrepancy.read.given import Given, reason_of
from discrepancy.read.readers import ending_of, endings, read_any, reader_of
from discrepancy.read.surroundings import SOURCES
from discrepancy.read.walk import NO_REPORTS, Found, found_below, shown

__all__ = ["NO_REPORTS", "SOURCES", "STANDARD_INPUT", "ending_of", "endings", "read"]

STANDARD_INPUT = "-"


def read(paths: Iterable[str], standard_input: BinaryIO | None = None) -> Iterator[Document | Unreadable]:
    """The documents below *paths*, each under an id of its own, and what could not be read, each told once."""
    ids: set[str] = set()
    told: set[Unreadable] = set()
    for one in _everything(paths, standard_input):
        if isinstance(one, Document):
            yield replace(one, id=_fresh(one.id, ids))
        elif one not in told:
            told.add(one)
            yield one


def _everything(paths: Iterable[str], standard_input: BinaryIO | None) -> Iterator[Document | Unreadable]:
    """What *paths* hold, a file that is reached twice only once."""
    met: set[str] = set()
    ids: set[str] = set()
    paths = tuple(dict.fromkeys(paths))
    beside = Counter(Path(path).parent for path in paths)
    for path in paths:
        if path == STANDARD_INPUT and standard_input:
            yield from read_any(Given(PIPED, "stdin", standard_input, Fields(outlet="standard input")))
            continue
        for found in found_below(Path(path), alone=beside[Path(path).parent] == 1):
            if isinstance(found, Unreadable):
                yield found
            elif (real := realpath(found.path)) not in met:
                met.add(real)
                yield from _in_file(found, shown(found.path) if found.id in ids else found.id)
                ids.add(found.id)


def _in_file(found: Found, name: str) -> Iterator[Document | Unreadable]:
    """What the file holds, or why it cannot be read."""
    path, ending = shown(found.path), ending_of(found.id)
    if not found.named and not isfile(found.path):  # noqa: PTH113 - a Path raises where a folder above is closed
        yield Unreadable(path, None, "no regular file; leave it out")
    elif not found.named and ending not in endings():
        known = ", ".join(f".{one}" for one in sorted(endings()))
        yield Unreadable(path, None, f"nothing reads {f'.{ending} files' if ending else 'it'}; known are {known}")
    else:
        try:
            reader = reader_of(ending) or read_any
            with found.path.open("rb") as stream:
                yield from reader(Given(path, name, stream, found.fields, found.folder))
        except OSError as error:
            yield Unreadable(path, None, f"cannot be read ({reason_of(error)})")
        except Exception as error:  # noqa: BLE001 - a reader from another package may raise anything
            yield Unreadable(path, None, f"its reader failed ({type(error).__name__}: {error})")


def _fresh(name: str, ids: set[str]) -> str:
    """*name*, or where another document bears it, *name* with a number."""
    fresh, number = name, 1
    while fresh in ids:
        number += 1
        fresh = f"{name}#{number}"
    ids.add(fresh)
    return fresh
