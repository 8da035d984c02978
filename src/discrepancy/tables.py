"""Reads the knowledge tables, telling all bad rows at once by file, row and field."""

from dataclasses import fields
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import tomli
from cattrs import BaseValidationError, Converter, transform_error

from discrepancy.knowledge import Knowledge

FOLDER = Path(__file__).parent / "knowledge"


class TableError(ValueError):
    """Bad rows, a line each: `file: key[row].field: what is wrong`."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@cache
def shipped() -> Knowledge:
    """The tables that come with the program."""
    return load(FOLDER)


def load(folder: Path) -> Knowledge:
    """The tables in *folder*; raises TableError."""
    problems: list[str] = []
    converter = _converter()
    parts = {name: _part(record, folder, converter, problems) for name, record in get_type_hints(Knowledge).items()}
    if problems:
        raise TableError(problems)
    return Knowledge(**parts)


def _part(record: type, folder: Path, converter: Converter, problems: list[str]) -> Any:  # noqa: ANN401 - a *record*
    """One record of tables, its bad rows added to *problems*."""
    hints = get_type_hints(record)
    filled: dict[str, tuple[Any, ...]] = {}
    for field in fields(record):
        file, key = field.metadata["file"], field.metadata["key"]
        row_type = get_args(hints[field.name])[0]
        try:
            rows = _document(folder / file).get(key, [])
            filled[field.name] = tuple(converter.structure(rows, list[row_type]))  # type: ignore[valid-type] # known at run time
        except tomli.TOMLDecodeError as error:
            problems.append(f"{file}: {error}")
        except BaseValidationError as error:
            problems += [f"{file}: {line.replace('$', key, 1)}" for line in _messages(error)]
    return None if problems else record(**filled)


def _messages(error: BaseValidationError) -> list[str]:
    """`what is wrong @ path` turned round: `path: what is wrong`."""
    return [f"{path}: {what}" for what, _, path in (line.rpartition(" @ ") for line in transform_error(error))]


@cache
def _document(path: Path) -> dict[str, Any]:
    """The tables of a file, read by tomli, which is compiled: the standard library takes three times as long."""
    return tomli.loads(path.read_text(encoding="utf-8"))


def _converter() -> Converter:
    """Figures in tables are written as strings, so that none passes through a float."""
    converter = Converter(forbid_extra_keys=True, prefer_attrib_converters=True)
    for number in (Decimal, Fraction):
        converter.register_structure_hook(number, lambda value, to: to(_text(value)))
    converter.register_structure_hook(float, lambda value, _: value + 0.0)
    converter.register_structure_hook(str, lambda value, to: to(_text(value)))  # string enumerations too
    return converter


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"write {value!r} as a string")
    return value
