"""The arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Folders (searched through), text, Markdown, JSON Lines or Parquet, URLs, or - for standard input; without"
        " any, the paths that are configured.",
        show_default=False,
    ),
]
Where = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="The reports, else those configured, else corpus/ if there is one, else this folder.",
        show_default=False,
    ),
]
AllowEmpty = Annotated[bool, typer.Option("--allow-empty", help="Accept that nothing is read, or no claim found.")]
FlagsFile = Annotated[
    Path | None,
    typer.Option("--flags", metavar="FILE", help="The file of flags, else discrepancy-flags.toml.", show_default=False),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help="The baseline, else discrepancy-baseline.toml.", show_default=False
    ),
]
MinConfidence = Annotated[
    float, typer.Option(metavar="P", min=0, max=1, help="Leave out findings that are less sure, from 0 to 1.")
]
