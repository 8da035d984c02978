"""The report as Parquet: a table of claims and one of findings, rows with the fields of the contract for scripts."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pyarrow as pa
from pyarrow import parquet as pq

from discrepancy.model import Report
from discrepancy.report.claims import claim_record
from discrepancy.report.formats import Selection
from discrepancy.report.json_report import finding_record
from discrepancy.report.sides import shown

_WORD, _NUMBER, _FLAG = pa.string(), pa.int64(), pa.bool_()
_SPAN = pa.list_(_NUMBER, 2)
_INTERVAL = pa.struct({"lower": _WORD, "upper": _WORD, "lower_open": _FLAG, "upper_open": _FLAG, "unit": _WORD}.items())
_SIDE = pa.struct(
    {
        "document": _WORD, "outlet": _WORD, "published": _WORD, "span": _SPAN, "literal": _WORD, "quote": _WORD,
        "path": _WORD, "line": _NUMBER, "column": _NUMBER, "interval": _INTERVAL, "attribution": _WORD,
        "camp": _NUMBER, "voice": _WORD,
    }.items()
)  # fmt: skip

CLAIMS = pa.schema(
    {
        "id": _WORD, "document": _WORD, "outlet": _WORD, "published": _WORD, "published_from": _WORD, "span": _SPAN,
        "literal": _WORD, "sentence": _SPAN, "kind": _WORD, "dimension": _WORD,
        "printed": pa.struct(dict.fromkeys(("lower", "upper", "unit", "modifier"), _WORD).items()),
        "interval": _INTERVAL, "change": _WORD,
        "timex": pa.struct(dict.fromkeys(("type", "value", "mod"), _WORD).items()),
        "subject": _WORD, "attribute": _WORD,
        "scope": pa.struct(dict.fromkeys(("time", "place", "qualifier"), _WORD).items()),
        "attribution": _WORD, "modality": _WORD, "doubtful": _FLAG,
    }.items()
)  # fmt: skip
FINDINGS = pa.schema(
    {
        "id": _WORD, "verdict": _WORD, "state": _WORD, "flag": _WORD, "then": _WORD, "internal": _FLAG,
        "fact": _WORD, "dimension": _WORD, "score": _WORD, "why": _WORD, "rule": _WORD, "sides": pa.list_(_SIDE),
    }.items()
)  # fmt: skip


def parquet(report: Report, selection: Selection) -> Mapping[str, bytes]:
    """All claims of *report*, and the findings whose verdict is shown."""
    claims = [claim_record(claim) for story in report.stories for claim in story.claims]
    findings = [finding_record(finding) for finding in shown(report, selection.show)]
    return {"claims.parquet": _table(claims, CLAIMS), "findings.parquet": _table(findings, FINDINGS)}


def _table(rows: list[dict[str, Any]], schema: pa.Schema) -> bytes:
    sink = BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema), sink, compression="zstd")
    return sink.getvalue()
