"""Lists to look things up in: claims by document, facts by outlet."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from rich.console import Console
from rich.table import Table

from discrepancy.model import Claim, Finding, Report, Verdict
from discrepancy.report.calendar_words import published_words
from discrepancy.report.dated import legend_of, marks_of
from discrepancy.report.layout import Layout, arranged
from discrepancy.report.sides import camps_of, compared, place_of, short_id
from discrepancy.report.summary import counted, summary_line, tally
from discrepancy.report.terminal.page import Page, page_on
from discrepancy.report.terminal.styles import CAMP_STYLES, VERDICT_STYLES
from discrepancy.report.values import values_of

_LONGEST = 120  # characters of a cell; no table is read for longer ones


def print_claims(claims: Iterable[Claim], console: Console) -> None:
    """Print every claim, document by document: where, what the text says, its value, and what it measures."""
    page = page_on(console)
    number = documents = 0
    legend: dict[str, None] = {}
    for document, group in groupby(claims, key=lambda claim: claim.document):
        told = list(group)
        number, documents = number + len(told), documents + 1
        legend |= dict.fromkeys(legend_of(told))
        page.headline(f"{document.outlet} · {published_words(document.published)}")
        page.put(page.text((document.path or document.id, "dim")), "  ")
        page.table(_claims_table(told, page))
        page.put()
    page.put("; ".join((f"{counted(number, 'claim')} in {counted(documents, 'document')}", *legend)))


def _claims_table(claims: Sequence[Claim], page: Page) -> Table:
    table = _bare_table(page)
    table.add_column(justify="right", width=9, style="dim", overflow="fold")
    for share in (3, 4, 4):
        table.add_column(ratio=share, overflow="fold")
    for claim in claims:
        place = place_of(claim.document, claim.span.start)
        cells = (claim.literal, f"{values_of((claim,)).words(claim)}{marks_of(claim)}", _measured(claim))
        table.add_row(f"{place.line}:{place.column}", *(page.text(_cut(cell)) for cell in cells))
    return table


def _measured(claim: Claim) -> str:
    """What *claim* measures, of whom, and within which limits; the grain of a date."""
    frame = claim.frame
    parts = [frame.attribute or frame.noun, frame.subject, frame.scope.qualifier, frame.scope.place] if frame else []
    if claim.quantity and not any(parts):
        parts.append(claim.quantity.printed.unit)
    if claim.timex and claim.timex.grain:
        parts.append(claim.timex.grain.value.replace("_", " "))
    return " · ".join(dict.fromkeys(part for part in parts if part))


def print_facts(report: Report, console: Console) -> None:
    """Print the facts on which several outlets speak, story by story, whether they agree or not: what each gives."""
    page = page_on(console)
    groups = arranged(replace(report, findings=tuple(filter(compared, report.findings))), frozenset(Verdict), Layout())
    for heading, findings in groups:
        if any(name for name, _ in groups):
            page.headline(f"{heading or 'no story'} · {tally(findings)}")
        for finding in findings:
            print_fact(finding, page)
            page.put()
    page.put(summary_line(report, frozenset(Verdict)))


def print_fact(finding: Finding, page: Page) -> None:
    """Print what each outlet gives of one fact."""
    page.put(
        page.text(
            (_cut(finding.fact.label), "bold"),
            " · ",
            (finding.verdict, VERDICT_STYLES[finding.verdict]),
            f" {short_id(finding)}",
        ),
        hanging=2,
    )
    table, values = _bare_table(page), values_of(finding.fact.claims)
    for share in (3, 4, 5):
        table.add_column(ratio=share, overflow="fold")
    for number, camp in enumerate(camps_of(finding)):
        style = CAMP_STYLES[number % len(CAMP_STYLES)]
        for side in camp:
            claim = side.claim
            row = [page.text(_cut(words)) for words in (claim.outlet, claim.literal, values.words(claim))]
            row[-1].stylize(style)
            table.add_row(*row)
    page.table(table)


def _bare_table(page: Page) -> Table:
    """A table without lines, as wide as the page."""
    return Table(box=None, show_header=False, padding=(0, 0, 0, 2), pad_edge=True, width=page.width)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
