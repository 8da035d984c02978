"""Bytes by key in an SQLite file, at most so many; whatever is wrong with the file, the store is merely empty.

Values are data, not pickles: a file from elsewhere can be wrong, but it cannot run anything.
"""

import sqlite3
import time
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

LIMIT = 1_000_000_000
"""Bytes that the file may take; beyond, what was not used for longest is dropped."""

FILE = "results-1.sqlite"
"""The number is that of the table's layout, so that versions of this program share a folder in peace."""

_PATIENCE = 5.0  # seconds to wait for another process that writes
_MANY = 500  # parameters of one statement; SQLite took no more than 999 for long
_ROOM = 0.8  # of the limit, to which a file beyond it is cut
_DAY = 86_400
_SET_UP = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA journal_size_limit = 10000000;
CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS kept_used ON kept (used);
"""


class Store:
    """Results in *folder*; *problem* says why it keeps nothing, where it does not."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.path = folder / FILE
        self.problem = ""
        self._limit = limit
        self._today = int(time.time() // _DAY)
        self._database: sqlite3.Connection | None = None
        self._database = self._open() or self._open()

    def _open(self) -> sqlite3.Connection | None:
        """The database; a file that is none is dropped, and may be made anew."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            database = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            try:
                database.executescript(_SET_UP)
            except sqlite3.Error:
                database.close()
                raise
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
            return None
        self.problem = ""
        return database

    def recall(self, keys: Collection[str]) -> dict[str, bytes]:
        """The values kept under *keys*."""
        found: dict[str, bytes] = {}
        try:
            for some in _parts(keys, _MANY):
                asked = f"({','.join('?' * len(some))})"
                rows = self._rows(f"SELECT key, value, used FROM kept WHERE key IN {asked}", some)  # noqa: S608 - only question marks
                found |= {key: zlib.decompress(value) for key, value, _ in rows}
                if any(used < self._today for *_, used in rows):
                    self._rows(f"UPDATE kept SET used = {self._today} WHERE key IN {asked}", some)  # noqa: S608 - likewise
        except (sqlite3.Error, zlib.error, TypeError) as error:
            self._give_up(error)
        return found

    def keep(self, values: Mapping[str, bytes]) -> None:
        """Keep *values* under their keys, all of them or, where that fails, none."""
        rows = ((key, zlib.compress(value, 1), self._today) for key, value in values.items())
        try:
            if self._database is not None:
                with self._database:
                    self._database.execute("BEGIN IMMEDIATE")
                    self._database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
                self._make_room()
        except sqlite3.Error as error:
            self._give_up(error)

    def count(self) -> int:
        """The number of results kept."""
        with suppress(sqlite3.Error):
            return int(next(iter(self._rows("SELECT count(*) FROM kept")), (0,))[0])
        return 0

    def clear(self) -> None:
        """Drop everything that is kept."""
        try:
            self._rows("DELETE FROM kept")
            self._shrink()
        except sqlite3.Error as error:
            self._give_up(error)

    def size(self) -> int:
        """The bytes that the results take on the disk."""
        pages = self._rows("PRAGMA page_count"), self._rows("PRAGMA freelist_count"), self._rows("PRAGMA page_size")
        total, free, page = (int(rows[0][0]) if rows else 0 for rows in pages)
        return (total - free) * page

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None

    def _make_room(self) -> None:
        """Drop what was not used for longest until the results fit."""
        while (excess := self.size() - self._limit * _ROOM) > self._limit * (1 - _ROOM):
            ((count, held),) = self._rows("SELECT count(*), sum(length(value)) FROM kept")
            drop = max(1, min(count, round(count * excess / max(held or 1, excess))))
            self._rows(f"DELETE FROM kept WHERE key IN (SELECT key FROM kept ORDER BY used, rowid LIMIT {drop})")  # noqa: S608 - a number
            self._shrink()
            if count <= drop:
                return

    def _shrink(self) -> None:
        self._rows("PRAGMA incremental_vacuum")
        self._rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def _rows(self, statement: str, values: Iterable[object] = ()) -> list[tuple[Any, ...]]:
        return self._database.execute(statement, tuple(values)).fetchall() if self._database is not None else []

    def _give_up(self, error: Exception) -> None:
        """Go on without the file; one that is no database, or a damaged one, is in the way and goes."""
        self.problem = f"{self.path}: {error}"
        self.close()
        if isinstance(error, sqlite3.OperationalError) or not isinstance(error, sqlite3.DatabaseError | zlib.error):
            return  # locked, read-only, no such folder: nothing is wrong with what is kept
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                self.path.with_name(self.path.name + ending).unlink()


def _parts(keys: Collection[str], size: int) -> Iterator[list[str]]:
    left = iter(keys)
    while part := list(islice(left, size)):
        yield part
