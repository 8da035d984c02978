"""The console: colour and width as the environment asks."""

import io

import pytest

from discrepancy.report.console import NARROWEST, WIDTH, console_for


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "environ", "styled"),
    [
        (False, {}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": ""}, False),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (True, {"TERM": "xterm"}, True),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (True, {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
    ],
)
def test_style_is_for_terminals_and_those_who_ask(terminal: bool, environ: dict[str, str], styled: bool) -> None:  # noqa: FBT001 - columns of the table
    stream = Terminal() if terminal else io.StringIO()
    console = console_for(stream, environ)
    console.print("[bold]x[/bold] :smile: 12", style="bold red")
    assert (console.color_system is not None) == styled
    assert ("\x1b[" in stream.getvalue()) == styled
    assert "[bold]x[/bold] :smile: 12" in stream.getvalue()


@pytest.mark.parametrize(
    ("columns", "width"),
    [(None, WIDTH), ("80", 80), ("7", NARROWEST), ("many", WIDTH), ("²", WIDTH), ("99999999", WIDTH)],
)
def test_off_a_terminal_only_columns_sets_the_width(columns: str | None, width: int) -> None:
    environ = {} if columns is None else {"COLUMNS": columns}
    assert console_for(io.StringIO(), environ).width == width
