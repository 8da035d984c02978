"""What is read of the paths that a command was given, and whether it will do."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from os.path import isdir, lexists
from pathlib import PurePath

from discrepancy.cli.messages import tell
from discrepancy.model import Document, Unreadable
from discrepancy.read import (
    NO_REPORTS,
    SOURCES,
    STANDARD_INPUT,
    Content,
    Part,
    ending_of,
    endings,
    one_by_one,
    read,
)
from discrepancy.remote import is_url


@dataclass(slots=True)
class Intake:
    """The documents below *paths*, and, when all are read, what is wrong with them."""

    paths: list[str]
    allow_empty: bool = False
    unreadable: list[Unreadable] = field(default_factory=list, init=False)
    read: int = field(default=0, init=False)
    _folders: set[PurePath] = field(default_factory=set, init=False)

    def documents(self, contents: Callable[[Iterable[Part]], Content] = one_by_one) -> Iterator[Document]:
        """The documents, one by one as *contents* reads them; what is unreadable is told at once."""
        for one in read(self.paths, sys.stdin.buffer if STANDARD_INPUT in self.paths else None, contents):
            if isinstance(one, Unreadable):
                self.unreadable.append(one)
                tell(one)
            else:
                self.read += 1
                self._folders.add(PurePath(one.path).parent)
                yield one

    def problems(self, claims: int) -> list[str]:
        """Why the run must end as unusable, though all that could be read was."""
        missing = [path for path in self.paths if path != STANDARD_INPUT and not is_url(path) and not lexists(path)]
        lost = sorted({_home(one) for one in self.unreadable if self._counts(one)} - {PurePath(one) for one in missing})
        urls = {PurePath(one.path): one.path for one in self.unreadable if is_url(one.path)}
        misconfigured = sorted({one.path for one in self.unreadable if PurePath(one.path).name == SOURCES})
        return [
            *(f"{path} is missing" for path in missing),
            *(f"nothing in {urls.get(home, home)} could be read" for home in lost if not self._alive(home)),
            *(f"{path} must be mended" for path in misconfigured),
        ] or self._emptiness(claims)

    def _counts(self, one: Unreadable) -> bool:
        """Is *one* a report, or a folder that may hold some, and not a file of another kind beside the reports?"""
        if one.reason == NO_REPORTS:
            return not self.allow_empty
        named = PurePath(one.path) in {PurePath(path) for path in self.paths}
        return (named or ending_of(one.path) in endings() or isdir(one.path)) and PurePath(one.path).name != SOURCES  # noqa: PTH112 - a Path raises where a folder above may not be entered

    def _alive(self, home: PurePath) -> bool:
        """Was anything read in *home* or below it?"""
        return any(folder == home or home in folder.parents for folder in self._folders)

    def _emptiness(self, claims: int) -> list[str]:
        if self.allow_empty or claims:
            return []
        if not self.read:
            return ["nothing read; name a folder or a file with reports, or pass --allow-empty"]
        among = "1 document" if self.read == 1 else f"{self.read} documents"
        return [f"no claim found in {among}; give reports with figures or dates, or pass --allow-empty"]


def _home(one: Unreadable) -> PurePath:
    """The folder in which *one* stands for a story; a path that is not there is its own."""
    path = PurePath(one.path)
    return path.parent if lexists(one.path) and not isdir(one.path) else path  # noqa: PTH112 - as above
