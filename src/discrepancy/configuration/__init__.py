"""The settings that a newsroom keeps with its reports: `discrepancy.toml`, or a table of `pyproject.toml`."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path
from typing import Any

from discrepancy.places import fault, key_line
from discrepancy.storage import reason_of

OWN_FILE = "discrepancy.toml"
SHARED_FILE = "pyproject.toml"
_TABLE = "tool.discrepancy"


@dataclass(frozen=True, slots=True)
class Configuration:
    """The *values* that the file at *path* sets, and the line of each."""

    path: Path
    values: Mapping[str, Any]
    lines: Mapping[str, int | None]

    def place(self, key: str) -> str:
        """Where *key* is set: `file:line`."""
        line = self.lines.get(key)
        return f"{self.path}:{line}" if line else str(self.path)


class ConfigurationError(ValueError):
    """Why settings cannot be used: `file:line: what is wrong; what to do`."""


def nearest(folder: Path) -> Configuration | None:
    """The configuration in *folder* or the nearest one above it; raises ConfigurationError."""
    for home in (folder, *folder.parents):
        for name, table in ((OWN_FILE, ""), (SHARED_FILE, _TABLE)):
            path = Path(relpath(home / name))
            if path.is_file() and (found := _read(path, table)) is not None:
                return found
    return None


def must_be_known(configuration: Configuration, known: Iterable[str], like: Callable[[str, list[str]], str]) -> None:
    """Raise ConfigurationError for a key that is not *known*; *like* tells which of some words is the nearest."""
    words = sorted(known)
    if unknown := next((key for key in configuration.values if key not in words), None):
        told = f"`{unknown}` is not known; did you mean `{like(unknown, words)}`?"
        raise ConfigurationError(f"{configuration.place(unknown)}: {told}")


def _read(path: Path, table: str) -> Configuration | None:
    """What *path* sets in its *table*, or in all of it; None where a file that is not ours has no such table."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read ({reason_of(error)})") from None
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: not UTF-8 (byte {error.start + 1} of the file); save it as UTF-8") from None
    if table not in text:
        return None
    try:
        values: Any = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line, what = fault(error)
        raise ConfigurationError(f"{path}{f':{line}' if line else ''}: {what}; mend the file by hand") from None
    for key in filter(None, table.split(".")):
        values = values.get(key, {}) if isinstance(values, dict) else {}
    if table and not values:
        return None
    if not isinstance(values, dict):
        raise ConfigurationError(f"{path}: `{table}` is no table; head it with [{table}]")
    first = key_line(text, table) or 1
    below = "\n" * (first - 1) + "\n".join(text.split("\n")[first - 1 :])
    return Configuration(path, values, {key: key_line(below, key) for key in values})
