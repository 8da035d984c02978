"""Files that people share: written whole or not at all, by one writer at a time."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from discrepancy.model import PIPED


def reason_of(error: OSError) -> str:
    """Why the system refused, in lower case."""
    return (error.strerror or str(error)).lower()


def toml_lines(values: Mapping[str, object]) -> str:
    """*values* as the lines of a table of TOML."""
    import tomlkit  # noqa: PLC0415 - loaded when first needed

    return tomlkit.dumps(values).strip()


def from_home(path: str, home: Path) -> str:
    """*path*, which is seen from this folder, as a file in *home* keeps it, so that it holds in every clone."""
    return path if path == PIPED else _relative(path, home)


def from_here(path: str, home: Path) -> str:
    """*path*, which a file in *home* keeps, as it is seen from this folder."""
    return path if path == PIPED else _relative(str(home / path), Path())


def _relative(path: str, start: Path) -> str:
    try:
        return Path(os.path.relpath(path, start)).as_posix()
    except ValueError:  # on another drive
        return Path(path).absolute().as_posix()


def replace_text(path: Path, text: str) -> None:
    """Write *text* beside *path* and put it there in one step, so that a reader meets the old file or the new one.

    The caller is alone in the folder. What a writer that was killed has left beside *path* goes with the next one.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o7777)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other process writes in *folder*; the lock ends with the process, however that ends."""
    with by_file(folder) if sys.platform == "win32" else by_folder(folder):
        yield


@contextmanager
def by_folder(folder: Path) -> Iterator[None]:
    """Hold a lock on *folder* itself: a file for the lock would lie about among the reports, and be committed."""
    import fcntl  # noqa: PLC0415 - there is none on Windows

    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


@contextmanager
def by_file(folder: Path) -> Iterator[None]:
    """Hold a lock on a file in *folder*, where a folder cannot be locked; there the file goes with the lock."""
    from filelock import FileLock  # noqa: PLC0415 - needed on Windows only

    with FileLock(folder / ".discrepancy.lock"):
        yield
