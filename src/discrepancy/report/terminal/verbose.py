"""What an editor may want to know beside the findings: what joins their sides, and what was passed over."""

from discrepancy.model import Finding, Report
from discrepancy.report.sides import outlets_of
from discrepancy.report.summary import by_reason, counted
from discrepancy.report.terminal.page import LABEL_CELLS, MARGIN, Page

_SURE = 0.5  # a link below this probability joins nothing
_SLIGHT = 0.05  # bits that are not worth telling


def print_links(finding: Finding, page: Page) -> None:
    """Print why the sides are taken to speak of one fact: each comparison's level and match weight, in bits."""
    claims = {claim.id: claim for claim in finding.fact.claims}
    for link in sorted(finding.fact.links, key=lambda link: -link.probability):
        if link.probability >= _SURE or len(finding.fact.links) == 1:
            pair = " and ".join(outlets_of((claims[link.left], claims[link.right])))
            weighed = sorted(
                (one for one in link.evidence if abs(one.weight) >= _SLIGHT), key=lambda one: -abs(one.weight)
            )
            evidence = ", ".join(f"{one.comparison} {one.level} {one.weight:+.1f}" for one in weighed)
            page.note("link", f"{pair}: {link.probability:.2f} from {evidence}")


def print_left_out(report: Report, page: Page) -> None:
    """Print what was seen and not read, by reason, and what could not be read at all."""
    for reason, skipped in by_reason(report.skipped).items():
        page.put(page.text((f"skipped · {reason} · {counted(len(skipped), 'mention')}", "bold")))
        for one in skipped:
            page.put(page.cropped(f"{one.literal} ({one.document})", LABEL_CELLS), MARGIN, hanging=2)
        page.put()
    for unreadable in report.unreadable:
        page.put(page.text(("unreadable", "bold"), f" · {unreadable}"), hanging=2)
