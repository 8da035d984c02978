"""Reports of several outlets on one story, checked as the command does it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from discrepancy.cli import app


def found_in(texts: Sequence[str], folder: Path, *options: str) -> list[dict[str, Any]]:
    """The findings on *texts*, each told by an outlet of its own on one day, as the JSON report gives them."""
    rows = [
        {"outlet": f"Outlet {number}", "published": "2031-03-07", "title": "News", "story": "one", "text": text}
        for number, text in enumerate(texts)
    ]
    path = folder / "reports.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    printed = CliRunner().invoke(app, ["check", str(path), "--output-format", "json", "--exit-zero", *options])
    findings: list[dict[str, Any]] = json.loads(printed.stdout)["findings"]
    return findings
