"""Where a report goes that is several files: into a folder, or below a URL."""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from discrepancy.cli.messages import fail
from discrepancy.remote import Remote, is_url
from discrepancy.storage import reason_of


def folder_in(given: str) -> str:
    """The folder, or URL, that *given*, "parquet=DIR", names; ends the run where nothing can be written there."""
    _, _, path = given.partition("=")
    if not path:
        fail("--output: parquet names no folder; write it as parquet=DIR, for example parquet=tables")
    if find_spec("pyarrow") is None or (is_url(path) and find_spec("fsspec") is None):
        fail("--output: Parquet needs pyarrow, and URLs fsspec; install discrepancy[parquet]")
    return path


def fill(folder: str, files: Mapping[str, bytes]) -> None:
    """Write *files* by name into *folder*, which may be a URL; ends the run where they cannot be written."""
    try:
        if not is_url(folder):
            Path(folder).mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            place = Remote(f"{folder.rstrip('/')}/{name}") if is_url(folder) else Path(folder, name)
            with place.open("wb") as file:
                file.write(data)
    except OSError as error:
        fail(f"{folder}: cannot be written ({reason_of(error)})")
    except (ImportError, ValueError) as error:
        fail(f"{folder}: cannot be written ({error})")
