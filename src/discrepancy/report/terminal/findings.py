"""Every finding with all its sides as equals."""

from collections.abc import Collection

from rich.console import Console

from discrepancy.model import Finding, Report, Verdict
from discrepancy.report.camp_words import flag_command, gap_words, verdict_words
from discrepancy.report.layout import Layout, arranged
from discrepancy.report.sides import Camp, camps_of, short_id
from discrepancy.report.summary import summary_line, tally
from discrepancy.report.terminal.camps import print_camps
from discrepancy.report.terminal.notices import print_notices
from discrepancy.report.terminal.page import LABEL_CELLS, Page, page_on
from discrepancy.report.terminal.scale import draw_scale
from discrepancy.report.terminal.styles import CAMP_STYLES, VERDICT_STYLES
from discrepancy.report.terminal.verbose import print_left_out, print_links
from discrepancy.report.values import Values, values_of

_USUAL = Layout()


def print_report(report: Report, console: Console, show: Collection[Verdict], layout: Layout = _USUAL) -> None:
    """Print the findings whose verdict is in *show*, group by group, and count everything in the last line."""
    page = page_on(console)
    groups = arranged(report, show, layout)
    for heading, findings in groups:
        if any(name for name, _ in groups):
            page.headline(f"{heading or 'no story'} · {tally(findings)}")
            page.put()
        for finding in findings:
            part = page.part(page.width)
            print_finding(finding, part, layout)
            part.put()
            page.at_once(part)
    if layout.verbose:
        print_left_out(report, page)
    print_notices(report.notices, page)
    page.put(summary_line(report, show, layout.limit))


def print_finding(finding: Finding, page: Page, layout: Layout) -> None:
    """Print one finding: what it is about, who says what, and how the values stand to each other."""
    camps, values = camps_of(finding), values_of(finding.fact.claims)
    _print_head(finding, page)
    print_camps(camps, values, page, verbose=layout.verbose)
    page.put()
    if finding.verdict is not Verdict.AGREE:
        draw_scale(camps, values, page, CAMP_STYLES)
    _print_notes(finding, camps, values, page, layout)


def _print_head(finding: Finding, page: Page) -> None:
    page.put(
        page.text(
            (verdict_words(finding), VERDICT_STYLES[finding.verdict]),
            (f" {short_id(finding)}", "dim"),
            " · ",
            (page.cropped(finding.fact.label, LABEL_CELLS), "bold"),
        ),
        hanging=2,
    )


def _print_notes(finding: Finding, camps: list[Camp], values: Values, page: Page, layout: Layout) -> None:
    """Print why, by how much, by which rule, and what to do with it."""
    notes = [
        ("why", finding.why),
        ("gap", gap_words(camps, values)),
        ("rule", f"{finding.rule}, score {finding.score:.2f}"),
        ("flag", finding.flag),
        ("then", finding.then),
    ]
    for name, words in notes:
        if words:
            page.note(name, words)
    if parts := flag_command(finding, layout.where):
        page.command("flag", parts)
    if layout.verbose:
        print_links(finding, page)
