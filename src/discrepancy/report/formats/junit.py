"""JUnit XML: a suite for each story, a case for each finding; unseen conflicts fail, flagged ones are skipped."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from discrepancy.model import Finding, Report, Verdict
from discrepancy.report.formats import Selection
from discrepancy.report.formats.telling import (
    LONGEST_QUOTE,
    SEEN,
    in_order,
    place_words,
    region_of,
    short,
    side_words,
    title_of,
    why_of,
)
from discrepancy.report.layout import Layout, arranged
from discrepancy.report.sides import short_id


def junit(report: Report, selection: Selection) -> str:
    """The findings as test cases."""
    root = Element("testsuites", name="discrepancy")
    for story, findings in arranged(report, selection.show, Layout()):
        _add_suite(root, short(story) or "no story", findings)
    for name in ("tests", "failures", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add_suite(root: Element, name: str, findings: Sequence[Finding]) -> None:
    failures, skipped = sum(map(_fails, findings)), sum(one.state in SEEN for one in findings)
    counts = {"tests": len(findings), "failures": failures, "skipped": skipped}
    suite = SubElement(root, "testsuite", {"name": name} | {key: str(number) for key, number in counts.items()})
    for finding in findings:
        region = region_of(in_order(finding)[0].claim)
        case = SubElement(suite, "testcase", classname=name, name=f"{title_of(finding)} [{short(short_id(finding))}]")
        case.attrib |= {"file": short(region.path, LONGEST_QUOTE), "line": str(region.start.line)}
        _add_outcome(case, finding)


def _fails(finding: Finding) -> bool:
    return finding.verdict is Verdict.CONFLICT and finding.state not in SEEN


def _add_outcome(case: Element, finding: Finding) -> None:
    """What came of the case: skipped where it has been seen, failed, or passed; and who says what where."""
    if finding.state in SEEN:
        SubElement(case, "skipped", message=short(finding.flag, LONGEST_QUOTE) or finding.state)
    failed = {"message": short(finding.why, LONGEST_QUOTE), "type": short(finding.rule)} if _fails(finding) else {}
    outcome = SubElement(case, "failure" if failed else "system-out", failed)
    told = [f"{side_words(side)} [{place_words(side.claim)}]" for side in in_order(finding)]
    outcome.text = "\n".join((*told, why_of(finding)))
