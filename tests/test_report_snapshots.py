"""What the terminal shows, kept as files; `UPDATE_SNAPSHOTS=1 pytest tests/test_report_snapshots.py` renews them."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from discrepancy.model import Verdict
from discrepancy.report.console import console_for
from discrepancy.report.json_report import report_parts
from discrepancy.report.terminal.findings import print_report
from discrepancy.report.terminal.listings import print_claims, print_facts
from discrepancy.report.terminal.timeline import print_timeline
from report_samples import dated_claims, everything

SNAPSHOTS = Path(__file__).parent / "snapshots"
ALL = frozenset(Verdict)
VIEWS: dict[str, Callable[[Console], None]] = {
    "report": lambda console: print_report(everything(), console, ALL),
    "facts": lambda console: print_facts(everything(), console),
    "claims": lambda console: print_claims(
        [claim for finding in everything().findings for claim in finding.fact.claims], console
    ),
    "timeline": lambda console: print_timeline(dated_claims(), console),
}


def printed(view: str, encoding: str = "utf-8", **environ: str) -> str:
    return shown_on(VIEWS[view], encoding, **environ)


def shown_on(view: Callable[[Console], None], encoding: str = "utf-8", **environ: str) -> str:
    """What *view* puts on a console with that encoding and those surroundings."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    view(console_for(stream, environ))
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined] # a BytesIO, see above


def held(name: str, text: str) -> None:
    path = SNAPSHOTS / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    assert path.read_bytes().decode("utf-8") == text, "set UPDATE_SNAPSHOTS=1 where the change is meant"


@pytest.mark.parametrize("view", sorted(VIEWS))
@pytest.mark.parametrize("width", ["80", "120"])
def test_a_view_looks_as_it_did(view: str, width: str) -> None:
    text = printed(view, COLUMNS=width)
    assert all(len(line) <= int(width) and line == line.rstrip() for line in text.split("\n"))
    held(f"{view}-{width}.txt", text)


@pytest.mark.parametrize("view", ["report", "timeline"])
@pytest.mark.parametrize("width", ["80", "120"])
def test_a_view_in_colour_looks_as_it_did(view: str, width: str) -> None:
    held(f"{view}-{width}-colour.txt", printed(view, COLUMNS=width, FORCE_COLOR="1"))


def test_a_view_without_unicode_looks_as_it_did() -> None:
    text = printed("report", "ascii", COLUMNS="80")
    assert text.isascii()
    held("report-80-ascii.txt", text)


def test_a_wide_screen_sets_the_sides_beside_each_other() -> None:
    text = printed("report", COLUMNS="200")
    assert max(map(len, text.split("\n"))) <= 200
    held("report-200.txt", text)


def test_a_narrow_timeline_is_stacked() -> None:
    held("timeline-60.txt", printed("timeline", COLUMNS="60"))


def test_the_json_report_reads_as_it_did() -> None:
    held("report.json", "".join(report_parts(everything(), ALL)))


def test_two_runs_print_the_same() -> None:
    assert printed("report") == printed("report")
    assert "".join(report_parts(everything(), ALL)) == "".join(report_parts(everything(), ALL))


def test_shown_findings_do_not_change_what_is_counted() -> None:
    stream = io.StringIO()
    print_report(everything(), console_for(stream, {}), frozenset({Verdict.UPDATE}))
    text = " ".join(stream.getvalue().split())
    assert "people killed by the storm" in text
    assert "cost of the salvage" not in text
    assert "4 conflicts (3 new, 1 flagged), 1 update, 0 compatible, 1 agree (5 not shown)" in text
    assert "skipped: 1 mention; unreadable: 1" in text
