"""Where a report goes: to standard output in one format, and to files in any."""

from collections.abc import Sequence
from dataclasses import dataclass
from os.path import dirname, isdir
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from discrepancy.cli.folders import fill, folder_in
from discrepancy.cli.messages import fail
from discrepancy.report.formats import FORMATS, PARQUET, Format, Selection, format_named, names
from discrepancy.storage import reason_of

if TYPE_CHECKING:
    from discrepancy.model import Report

_LISTED = ", ".join(row.name for row in FORMATS)
OutputFormat = Annotated[
    str,
    typer.Option(metavar="FORMAT", help=f"How to write the report: {_LISTED}.", autocompletion=lambda: list(names())),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FORMAT=FILE",
        help="Write the report to a file too, or, as parquet=DIR, its claims and findings into a folder or below a URL;"
        " may be given several times.",
        show_default=False,
        autocompletion=lambda: [f"{name}=" for name in (*names(), PARQUET.name)],
    ),
]
OmitFlagged = Annotated[
    bool,
    typer.Option(
        "--sarif-omit-flagged", help="Leave flagged findings out of SARIF, for hosts that raise alerts on them."
    ),
]


@dataclass(frozen=True, slots=True)
class Outputs:
    """The *main* format, for standard output, and the files and the folders or URLs to write besides."""

    main: Format
    files: tuple[tuple[Format, Path], ...]
    folders: tuple[str, ...] = ()

    @property
    def claims(self) -> bool:
        """Does one of them tell of claims that are in no finding?"""
        return bool(self.folders) or any(one.claims for one in (self.main, *(one for one, _ in self.files)))


def outputs_of(main: str, others: Sequence[str] | None) -> Outputs:
    """The formats and files that the options name; ends the run where one cannot be had."""
    folders = tuple(folder_in(given) for given in others or () if _is_parquet(given))
    files = tuple(_file(given) for given in others or () if not _is_parquet(given))
    paths = [path for _, path in files]
    if twice := next((path for path in paths if paths.count(path) > 1), None):
        fail(f"--output: {twice} is named twice; give each format a file of its own")
    return Outputs(_format(main), files, folders)


def _is_parquet(given: str) -> bool:
    return given.partition("=")[0] == PARQUET.name


def _file(given: str) -> tuple[Format, Path]:
    name, _, path = given.partition("=")
    if not path:
        fail(f"--output: {given or '(empty)'} names no file; write it as FORMAT=FILE, for example json=report.json")
    if not isdir(dirname(path) or "."):  # noqa: PTH112, PTH120 - a Path raises where a folder above may not be entered
        fail(f"--output: {path} lies in no folder that is there; make the folder first")
    return _format(name), Path(path)


def _format(name: str) -> Format:
    return format_named(name) or fail(f"no format is called {name or '(empty)'}; known are {', '.join(names())}")


def deliver(outputs: Outputs, report: "Report", selection: Selection) -> None:
    """Print *report*, and write it to the files; ends the run where one cannot be written."""
    from discrepancy.cli.examine import put  # noqa: PLC0415 - loaded when first needed

    put(report, selection, outputs.main)
    for one, path in outputs.files:
        try:
            with path.open("a" if one.added else "w", encoding="utf-8", newline="") as file:
                file.writelines(one.parts(report, selection))
        except OSError as error:
            fail(f"{path}: cannot be written ({reason_of(error)})")
    for folder in outputs.folders:
        fill(folder, PARQUET.files(report, selection))
