"""The console: colour and width as the environment asks."""

import io

import pytest
from rich.color import Color
from rich.style import Style

from discrepancy.report.console import NARROWEST, WIDTH, console_for
from discrepancy.report.terminal.styles import CAMP_STYLES, GAP_STYLE, VERDICT_STYLES


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


@pytest.mark.parametrize("style", [*CAMP_STYLES, *VERDICT_STYLES.values(), GAP_STYLE])
def test_a_colour_stands_out_from_black_and_from_white(style: str) -> None:
    if colour := Style.parse(style).color:
        light = luminance(colour)
        assert min(1.05 / (light + 0.05), (light + 0.05) / 0.05) >= 3.9


def luminance(colour: Color) -> float:
    """The relative luminance of *colour* (WCAG 2.2)."""
    parts = [part / 255 for part in colour.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("term", "colours"), [("xterm-256color", "256"), ("", "256"), ("linux", "standard")])
def test_colours_are_those_that_the_terminal_has(term: str, colours: str) -> None:
    assert console_for(io.StringIO(), {"FORCE_COLOR": "1", "TERM": term}).color_system == colours
