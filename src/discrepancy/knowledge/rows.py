"""How a record says in which table its rows lie."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

Examples = Mapping[str, str]
"""What a row's phrases mean: text to reading, each held by a test."""


def table(file: str, key: str) -> Any:  # noqa: ANN401 - a field, typed by the class that declares it
    """A field filled with the rows `[[key]]` of the table *file*."""
    return field(metadata={"file": file, "key": key})
