"""Where the files are: those below a folder in the order of their names, or a single one."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from discrepancy.model import Unreadable
from discrepancy.read.fields import Fields
from discrepancy.read.surroundings import SOURCES, Surroundings, surroundings_of
from discrepancy.storage import reason_of

PASSED_OVER = frozenset(
    {SOURCES, "gold.toml", "readme.md"}
    | {"discrepancy.toml", "discrepancy-flags.toml", "discrepancy-baseline.toml", "pyproject.toml"}
)  # about the reports of a folder, none themselves
NO_REPORTS = "no reports in this folder; put .txt, .md or .jsonl files there, or name another"


class Place(Protocol):
    """Where a file lies: a path, or what can be opened like one."""

    def __fspath__(self) -> str: ...

    def open(self, mode: Literal["rb"]) -> BinaryIO:
        """A stream of its bytes."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file, its *id* among the documents, and what its place says of it."""

    path: Place
    id: str
    folder: str
    fields: Fields
    named: bool = False


def found_below(root: Path, *, alone: bool = False) -> Iterator[Found | Unreadable]:
    """The files that *root* stands for; a file named *alone* from its folder is not of that folder's story."""
    if not os.path.lexists(root):
        yield Unreadable(shown(root), None, "no such file or folder; check the path")
    elif os.path.isdir(root):  # noqa: PTH112 - a Path raises where a folder above may not be entered
        yield from _in_folders(root)
    else:
        around, problems = surroundings_of(root.parent, shown(root.parent / SOURCES))
        yield from problems
        story = "" if alone else _name(root.parent)
        yield Found(root, shown(root.name), story, around.fields_at(root), named=True)


def shown(path: os.PathLike[str] | str) -> str:
    """*path* as text that can be printed, whatever bytes the disk holds."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")


def _in_folders(root: Path) -> Iterator[Found | Unreadable]:
    around: dict[Path, Surroundings] = {}
    problems: list[Unreadable] = []
    files = 0
    for folder, names in _folders(root, problems):
        around[folder], told = surroundings_of(folder, shown(folder / SOURCES), around.get(folder.parent))
        yield from told
        story = _name(root) if folder == root else shown(folder.relative_to(root))
        for path in (folder / name for name in names):
            files += 1
            yield Found(path, shown(path.relative_to(root)), story, around[folder].fields_at(path))
    yield from problems
    if not files and not problems:
        yield Unreadable(shown(root), None, NO_REPORTS)


def _folders(root: Path, problems: list[Unreadable]) -> Iterator[tuple[Path, list[str]]]:
    """The folders from *root* down, each once whatever links there are, with the files in it that may be reports."""

    def tell(error: OSError) -> None:
        problems.append(Unreadable(shown(error.filename), None, f"cannot be read ({reason_of(error)})"))

    met: set[str] = set()
    for folder, below, files in os.walk(root, onerror=tell, followlinks=True):
        real = os.path.realpath(folder)
        below[:] = [] if real in met else sorted(_visible(below))
        if real not in met:
            met.add(real)
            yield Path(folder), sorted(name for name in _visible(files) if name.lower() not in PASSED_OVER)


def _visible(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if not name.startswith("."))


def _name(folder: Path) -> str:
    return shown(folder.resolve().name)
