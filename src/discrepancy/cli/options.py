"""The arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Folders (searched through), files of text, Markdown or JSON Lines, or - for standard input.",
        show_default=False,
    ),
]
AllowEmpty = Annotated[bool, typer.Option("--allow-empty", help="Accept that nothing is read, or no claim found.")]
FlagsFile = Annotated[
    Path | None,
    typer.Option("--flags", metavar="FILE", help="The file of flags, else discrepancy-flags.toml.", show_default=False),
]
