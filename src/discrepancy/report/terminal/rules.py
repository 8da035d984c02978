"""The rules on a terminal, each with what it means and an example."""

from collections.abc import Sequence

from rich.console import Console

from discrepancy.judge.rules import Rule, Said
from discrepancy.report.calendar_words import day_words
from discrepancy.report.terminal.page import Page, page_on
from discrepancy.report.terminal.styles import VERDICT_STYLES


def print_rules(rules: Sequence[Rule], console: Console) -> None:
    """Print code, verdict, meaning and example of each of *rules*."""
    page = page_on(console)
    for number, rule in enumerate(rules):
        if number:
            page.put()
        head = page.text((f"{rule.code} ", "bold"), (rule.verdict, VERDICT_STYLES[rule.verdict]), f": {rule.means}")
        page.put(head, hanging=6)
        for said in rule.example:
            _print_said(said, page)


def _print_said(said: Said, page: Page) -> None:
    before, figure, after = said.text.partition(said.figure)
    text = page.text((f"{day_words(said.published)}: ", "dim"), before, (figure, "bold underline"), after)
    page.put(text, page.drawn("      │ ", "dim"), hanging=2)
