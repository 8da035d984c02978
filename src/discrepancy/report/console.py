"""The console that reports are printed on: width-stable and colourless off a terminal."""

from collections.abc import Mapping
from typing import Literal, TextIO

from rich.console import Console

WIDTH = 100  # off a terminal, so that a report in a file or a pipe does not depend on where it was made
NARROWEST = 40
_SIXTEEN_COLOURS = frozenset({"ansi", "cygwin", "linux", "xterm-16color"})
_NO_STYLE = frozenset({"dumb", "unknown"})


def console_for(stream: TextIO, environ: Mapping[str, str]) -> Console:
    """A console on *stream* that reads no markup, no emoji codes and highlights nothing.

    COLUMNS sets the width everywhere; NO_COLOR takes colour and style away, FORCE_COLOR brings them off a terminal.
    """
    terminal = stream.isatty()
    styled = _styled(terminal, environ)
    return Console(
        file=stream,
        width=_width(terminal, environ),
        color_system=_colours(environ) if styled else None,
        force_terminal=styled,
        force_interactive=False,
        force_jupyter=False,
        no_color=not styled,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={"TERM": environ.get("TERM", "")},  # all else is settled above
    )


def _styled(terminal: bool, environ: Mapping[str, str]) -> bool:  # noqa: FBT001 - what the stream says of itself
    if environ.get("NO_COLOR"):
        return False
    return bool(environ.get("FORCE_COLOR")) or (terminal and environ.get("TERM", "").lower() not in _NO_STYLE)


def _colours(environ: Mapping[str, str]) -> Literal["standard", "256"]:
    return "standard" if environ.get("TERM", "").lower() in _SIXTEEN_COLOURS else "256"


def _width(terminal: bool, environ: Mapping[str, str]) -> int | None:  # noqa: FBT001 - what the stream says of itself
    """The width asked for or fixed; None lets the terminal say."""
    columns = environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and len(columns) < 5:  # noqa: PLR2004 - no screen has 10,000 columns
        return max(int(columns), NARROWEST)
    return None if terminal else WIDTH
