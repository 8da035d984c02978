"""Progress is for terminals: on standard error, and gone when the work is done."""

import io
import sys
from types import SimpleNamespace

import pytest

from discrepancy.cli import progress as module
from discrepancy.cli.progress import progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, term: str = "xterm") -> str:
    """What is drawn of work that goes on for ten seconds."""
    seconds = iter(range(100))
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: float(next(seconds))))
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", term)
    with progress() as advance:
        for done in range(1, 6):
            advance("claims", done * 10, 50)
        advance("facts", 3, 7)
    return stream.getvalue()


def test_long_work_shows_how_many_are_done_how_fast_and_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    text = told(monkeypatch, Screen())
    assert "documents" in text
    assert "20/50" in text
    assert "10/s" in text
    assert "3 s left" in text
    assert "stories" in text
    assert "3/7" in text
    assert text.rpartition("3/7")[2].count("\x1b[2K") >= 1  # the line is cleared in the end


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_terminal_that_cannot_take_back_what_it_shows_gets_none(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    assert told(monkeypatch, Screen(), term) == ""


def test_a_file_or_a_pipe_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, io.StringIO()) == ""


def test_short_work_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Screen()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with progress() as advance:
        advance("claims", 1, 2)
    assert stream.getvalue() == ""
