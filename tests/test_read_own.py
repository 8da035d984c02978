"""The program's own reports, written among the articles, are none themselves."""

from pathlib import Path

import pytest

from discrepancy.model import Document, Report, Unreadable, Verdict
from discrepancy.read import read
from discrepancy.report.claims import claim_line
from discrepancy.report.formats import FORMATS, PARQUET, Format, Selection
from discrepancy.report.formats.spreadsheet import matrix_table
from report_samples import everything

SELECTION = Selection(frozenset(Verdict))
ENDINGS = ("txt", "md", "jsonl", "json")
ARTICLE = "The bridge is 20 km long.\n"


def found_beside(name: str, content: bytes, folder: Path) -> list[Document | Unreadable]:
    """What is read in a folder with an article and a file of this *name* and *content*."""
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return [one for one in read([str(folder)]) if not (isinstance(one, Document) and one.text == ARTICLE)]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
@pytest.mark.parametrize("report", [everything()], ids=["findings"])
def test_a_report_among_the_articles_is_passed_over(row: Format, ending: str, report: Report, tmp_path: Path) -> None:
    assert found_beside(f"report.{ending}", row.text(report, SELECTION).encode(), tmp_path) == []


def test_so_are_tables_claims_and_a_report_without_findings(tmp_path: Path) -> None:
    sample = everything()
    tables = PARQUET.files(sample, SELECTION)
    claims = "\n".join(claim_line(claim) for one in sample.findings for claim in one.fact.claims)
    nothing = FORMATS[0].text(sample, Selection(frozenset()))
    found = [
        *(one for name, table in tables.items() for one in found_beside(f"archive/{name}", table, tmp_path)),
        *found_beside("claims.jsonl", claims.encode(), tmp_path),
        *found_beside("matrix.txt", matrix_table(sample).encode(), tmp_path),
        *found_beside("nothing.txt", nothing.encode(), tmp_path),
    ]
    assert found == []


def test_one_that_is_named_is_told(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(FORMATS[5].text(everything(), SELECTION), encoding="utf-8")
    (told,) = read([str(path)])
    assert isinstance(told, Unreadable)
    assert told.reason == "a report that discrepancy wrote; name those that it is about"


@pytest.mark.parametrize(
    "text",
    [
        "Where reports differ\n\nThe bridge is 20 km long.",
        "# Where the reports differ\n\nThe bridge is 20 km long.",
        "12 documents, 30 claims and a letter were found on Monday.",
        "conflict in the north: 20 died.",
        '{"id": "a", "outlet": "Gazette", "text": "The bridge is 20 km long."}',
    ],
)
def test_an_article_that_only_looks_like_one_is_read(text: str, tmp_path: Path) -> None:
    ending = "jsonl" if text.startswith("{") else "txt"
    (told,) = found_beside(f"other.{ending}", text.encode(), tmp_path)
    assert isinstance(told, Document)
