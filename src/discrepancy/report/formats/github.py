"""Annotations for GitHub Actions: workflow commands on standard output.

GitHub keeps ten of each level a step, so the worst come first and the last one says how many more there are.
"""

from collections.abc import Iterator, Sequence

from discrepancy.model import Finding, Report
from discrepancy.report.formats import Selection
from discrepancy.report.formats.telling import Level, in_order, level_of, message_of, region_of, short, title_of
from discrepancy.report.safe import visible
from discrepancy.report.sides import short_id, shown

MOST = 10
"""How many annotations of one level GitHub shows of a step."""

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def annotations(report: Report, selection: Selection) -> str:
    """An annotation for each finding, worst first."""
    findings = sorted(shown(report, selection.show), key=lambda one: -one.score)
    by_level = {level: [one for one in findings if level_of(one) is level] for level in Level}
    return "".join(f"{line}\n" for level, group in by_level.items() for line in _lines(level, group))


def _lines(level: Level, findings: Sequence[Finding]) -> Iterator[str]:
    """At most as many commands as are shown."""
    kept = findings if len(findings) <= MOST else findings[: MOST - 1]
    yield from (_command(level, one) for one in kept)
    if more := len(findings) - len(kept):
        told = f"and {more} more; GitHub shows {MOST} of a level, and the job's log or summary has all"
        yield f"::{_COMMANDS[level]} title={more} more::{told}"


def _command(level: Level, finding: Finding) -> str:
    """The command that marks the side published last, which is the one that a pull request most likely brings."""
    last = in_order(finding)[-1]
    region = region_of(last.claim)
    properties = {"title": f"{title_of(finding)} [{short(short_id(finding))}]"}
    if not region.path.startswith("<"):
        properties |= {"file": visible(region.path), "line": str(region.start.line), "endLine": str(region.end.line)}
    if not region.whole and region.start.line == region.end.line:
        properties |= {"col": str(region.start.column), "endColumn": str(region.end.column)}
    given = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[level]} {given}::{message_of(finding).translate(_DATA)}"
