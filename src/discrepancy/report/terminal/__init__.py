"""What people read: reports, facts, claims and timelines on a console."""

from discrepancy.report.terminal.explain import print_explanation
from discrepancy.report.terminal.findings import print_report
from discrepancy.report.terminal.listings import print_claims, print_facts
from discrepancy.report.terminal.matrix import print_matrix
from discrepancy.report.terminal.rules import print_rules
from discrepancy.report.terminal.timeline import print_timeline

__all__ = [
    "print_claims",
    "print_explanation",
    "print_facts",
    "print_matrix",
    "print_report",
    "print_rules",
    "print_timeline",
]
