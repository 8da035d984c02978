"""The options that say how findings are laid out for people."""

import shlex
from collections.abc import Sequence
from typing import Annotated

import typer

from discrepancy.cli.meant import USUAL_FOLDER
from discrepancy.report.layout import GroupBy, Sort

SortBy = Annotated[
    Sort,
    typer.Option("--sort", metavar="ORDER", help="What comes first: verdict, score or newest."),
]
Groups = Annotated[
    GroupBy,
    typer.Option("--group-by", metavar="WHAT", help="Set headlines by story, verdict or dimension, or none."),
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=1, help="Show N findings at most; the status counts all the same."),
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="Show whole sentences, what joins the sides, and what was skipped."),
]


def where(paths: Sequence[str]) -> tuple[str, ...]:
    """*paths* as `discrepancy flag` needs them from a shell; none where it looks there unasked."""
    return () if [path.rstrip("/") for path in paths] == [USUAL_FOLDER] else tuple(map(shlex.quote, paths))
