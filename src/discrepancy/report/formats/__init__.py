"""The formats in which a report can be written, a row each."""

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from discrepancy.model import Report, Verdict
from discrepancy.report.layout import Layout

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "discrepancy.reporters"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings a report shows: those with a verdict in *show*; SARIF may also leave out the flagged ones.

    *layout* is for the formats that people read.
    """

    show: frozenset[Verdict]
    omit_flagged: bool = False
    layout: Layout = field(default_factory=Layout)


Writer = Callable[[Report, Selection], str | Iterable[str]]
"""Gives the text of a report, whole or in parts."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a report: *writer* is "module:function", loaded when first needed.

    *added* says that a file is added to and not replaced, as what others wrote into it is kept; *claims*, that it tells
    of claims that are in no finding, too.
    """

    name: str
    media_type: str
    help: str
    writer: str
    added: bool = False
    claims: bool = True

    def text(self, report: Report, selection: Selection) -> str:
        """*report* in this format."""
        return "".join(self.parts(report, selection))

    def parts(self, report: Report, selection: Selection) -> Iterable[str]:
        """The parts of its text, which need not be in memory all at once."""
        written = cast("Writer", pkgutil.resolve_name(self.writer))(report, selection)
        return (written,) if isinstance(written, str) else written


_HOME = "discrepancy.report.formats"
_ALL = (
    Format("terminal", "text/plain", "for people: every finding with all its sides", f"{_HOME}.scripts:plain"),
    Format("html", "text/html", "for people: one page, to read, print or send", "discrepancy.report.html:html_report"),
    Format("json", "application/json", "for scripts: the whole report as one object", f"{_HOME}.scripts:json_object"),
    Format("jsonl", "application/jsonl", "for scripts: a finding a line", f"{_HOME}.scripts:json_lines"),
    Format("csv", "text/csv", "for spreadsheets: a side of a finding a line", f"{_HOME}.spreadsheet:csv_table"),
    Format("markdown", "text/markdown", "for messages: a neutral note a finding", f"{_HOME}.advisory:advisory"),
    Format("sarif", "application/sarif+json", "for code scanning: SARIF 2.1.0", f"{_HOME}.sarif:sarif"),
    Format("github", "text/plain", "for GitHub Actions: annotations, ten of a level", f"{_HOME}.github:annotations"),
    Format(
        "github-summary",
        "text/markdown",
        "for GitHub Actions: a job summary, added to $GITHUB_STEP_SUMMARY",
        f"{_HOME}.advisory:job_summary",
        added=True,
    ),
    Format("gitlab", "application/json", "for GitLab: a code quality report", f"{_HOME}.gitlab:code_quality"),
    Format("junit", "application/xml", "for test reports: JUnit XML, a case a finding", f"{_HOME}.junit:junit"),
    Format("rdjsonl", "application/jsonl", "for reviewdog: a diagnostic a side", f"{_HOME}.reviewdog:diagnostics"),
    Format(
        "json-ld", "application/ld+json", "for the web: a Claim of schema.org a side", f"{_HOME}.linked_data:json_ld"
    ),
)
_LISTING = frozenset({"html"})  # of claims that are in no finding
FORMATS = tuple(replace(row, claims=row.name in _LISTING) for row in _ALL)


Tables = Callable[[Report, Selection], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class FolderFormat:
    """A way to write a report as several files of a folder: *writer*, "module:function", gives them by name."""

    name: str
    help: str
    writer: str
    claims: bool = True

    def files(self, report: Report, selection: Selection) -> Mapping[str, bytes]:
        """*report* in this format."""
        return cast("Tables", pkgutil.resolve_name(self.writer))(report, selection)


PARQUET = FolderFormat("parquet", "for archives: Parquet tables of claims and of findings", f"{_HOME}.columns:parquet")


def names() -> tuple[str, ...]:
    """The names of all formats, ours first."""
    return tuple(dict.fromkeys((*(row.name for row in FORMATS), *_elsewhere())))


def format_named(name: str) -> Format | None:
    """The format called *name*; those of other packages are found by entry point, each a `Format`."""
    ours = next((row for row in FORMATS if row.name == name), None)
    point = _elsewhere().get(name) if ours is None else None
    return cast("Format", point.load()) if point else ours


def _elsewhere() -> "dict[str, EntryPoint]":
    from importlib.metadata import entry_points  # noqa: PLC0415 - loaded when first needed

    return {point.name: point for point in entry_points(group=GROUP)}
