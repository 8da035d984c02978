"""Annotations for GitHub Actions: workflow commands on standard output.

GitHub keeps ten of each level a step, so the worst come first and the last one says how many more there are.
"""

from collections.abc import Iterator, Sequence

from discrepancy.model import Finding, Report
from discrepancy.report.formats import Selection
from discrepancy.report.formats.remarks import Remark, remarks_of
from discrepancy.report.formats.telling import Level, in_order, level_of, message_of, region_of, short, title_of
from discrepancy.report.safe import visible
from discrepancy.report.sides import short_id, shown

MOST = 10
"""How many annotations of one level GitHub shows of a step."""

Marked = tuple[dict[str, str], str]
"""The properties and the message of a command."""

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def annotations(report: Report, selection: Selection) -> str:
    """An annotation for each finding and each remark, worst first."""
    findings = sorted(shown(report, selection.show), key=lambda one: -one.score)
    told = [(level_of(one), _on_finding(one)) for one in findings]
    told += [(one.level, _on_remark(one)) for one in remarks_of(report)]
    return "".join(f"{line}\n" for level in Level for line in _lines(level, [one for its, one in told if its is level]))


def _lines(level: Level, told: Sequence[Marked]) -> Iterator[str]:
    """At most as many commands as are shown."""
    kept = told if len(told) <= MOST else told[: MOST - 1]
    for properties, message in kept:
        given = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
        yield f"::{_COMMANDS[level]} {given}::{message.translate(_DATA)}"
    if more := len(told) - len(kept):
        words = f"and {more} more; GitHub shows {MOST} of a level, and the job's log or summary has all"
        yield f"::{_COMMANDS[level]} title={more} more::{words}"


def _on_finding(finding: Finding) -> Marked:
    """On the side published last, which is the one that a pull request most likely brings."""
    region = region_of(in_order(finding)[-1].claim)
    properties = {"title": f"{title_of(finding)} [{short(short_id(finding))}]"} | _file(region.path)
    if "file" in properties:
        properties |= {"line": str(region.start.line), "endLine": str(region.end.line)}
    if not region.whole and region.start.line == region.end.line:
        properties |= {"col": str(region.start.column), "endColumn": str(region.end.column)}
    return properties, message_of(finding)


def _on_remark(remark: Remark) -> Marked:
    line = {"line": str(remark.line)} if remark.line else {}
    return {"title": remark.title, **_file(remark.path), **line}, remark.words


def _file(path: str) -> dict[str, str]:
    """The file, unless it is standard input."""
    return {} if path.startswith("<") or not path.strip() else {"file": visible(path)}
