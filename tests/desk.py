"""A desk for the tests of commands: the stages replaced by a fixed report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from discrepancy.cli import app, examine
from discrepancy.cli.asked import asked
from discrepancy.cli.examine import DEFAULT
from discrepancy.cli.intake import Intake
from discrepancy.cli.work import Work
from discrepancy.compare import compared
from discrepancy.model import Claim, Coverage, Document, Fact, Finding, Kind, Report, Seen, Span, Verdict
from discrepancy.report.formats import Format, Selection

BODY = "Two bridges opened on Monday.\n"


def claim_in(document: Document) -> Claim:
    return Claim(
        f"{document.id}:0-3", document, Kind.QUANTITY, Span(0, 3), document.text[:3], Span(0, len(document.text))
    )


def report_of(intake: Intake, seen: Seen, _: Work = DEFAULT, *, claims: bool = True) -> Report:  # noqa: ARG001 - as the true one has it
    """A finding on each document that holds the name of a verdict, an id being the four letters after it."""
    told = [claim_in(document) for document in intake.documents() if "nothing" not in document.text]
    findings = []
    for claim in told:
        words = claim.document.text.split()
        if words[0] in set(Verdict):
            fact = Fact(f"length of {claim.document.id}", "length", (claim,))
            findings.append(Finding(fact, Verdict(words[0]), "Q401", "why", ((claim.id,),), 0.75, words[1]))
    comparison = compared(findings, asked(seen, intake))
    coverage = Coverage(intake.read, len(told), 0, len(findings), 0)
    return Report(
        comparison.findings,
        (),
        tuple(intake.unreadable),
        coverage,
        "1",
        comparison.notices,
        elsewhere=comparison.elsewhere,
    )


def claims_in(intake: Intake, _: Work = DEFAULT) -> Iterator[Claim]:
    return (claim_in(document) for document in intake.documents() if "nothing" not in document.text)


def put(report: Report, selection: Selection, form: Format) -> None:
    shown = sorted(finding.fingerprint for finding in report.findings if finding.verdict in selection.show)
    examine.write(f"{form.name}: {' '.join(shown)}")


def replace_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands work on findings made of the words of the documents, and print no more than their ids."""
    for stage in (report_of, claims_in, put):
        monkeypatch.setattr(examine, stage.__name__, stage)


def write(name: str, text: str = BODY) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def run(*arguments: str, standard_input: bytes | None = None) -> Result:
    result = CliRunner().invoke(app, list(arguments), input=standard_input)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
