"""Claims as linked data in the vocabulary of schema.org: what reports claim, and no review of it."""

from typing import Any

from discrepancy.model import Claim, Document, Finding, Published, Report
from discrepancy.report.formats import Selection
from discrepancy.report.safe import json_text, visible
from discrepancy.report.sides import shown


def json_ld(report: Report, selection: Selection) -> str:
    """A `Claim` for each side of each finding, safe to put into a page's script element."""
    claims = [_claim(claim, one) for one in shown(report, selection.show) for claim in one.fact.claims]
    text = json_text({"@context": "https://schema.org", "@graph": claims}, indent=2)
    return text.replace("<", "\\u003c") + "\n"


def _claim(claim: Claim, finding: Finding) -> dict[str, Any]:
    source = claim.frame.attribution if claim.frame else None
    return {
        "@type": "Claim",
        "text": visible(claim.quote).strip(),
        "about": {"@type": "Thing", "identifier": finding.fingerprint, "name": visible(finding.fact.label)},
        "abstract": visible(claim.literal),
        **({"creditText": f"according to {visible(source)}"} if source else {}),
        "appearance": _work(claim.document),
    }


def _work(document: Document) -> dict[str, Any]:
    """The report in which the claim appears; what is not known of it is left out."""
    known = {
        "headline": visible(document.title).strip(),
        "datePublished": _published(document.published),
        "url": document.url,
        "inLanguage": document.language,
    }
    return {
        "@type": "NewsArticle",
        "identifier": document.id,
        "publisher": {"@type": "Organization", "name": visible(document.outlet)},
        **{name: value for name, value in known.items() if value},
    }


def _published(published: Published | None) -> str:
    """The time, or the day where no more is known."""
    if published is None:
        return ""
    return published.time.date().isoformat() if published.precision == "day" else published.time.isoformat()
