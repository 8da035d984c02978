"""Reports of several outlets on one story, checked as the command does it."""

import json
from collections.abc import Sequence
from itertools import repeat
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from discrepancy.cli import app


def found_in(texts: Sequence[str], folder: Path, *options: str, days: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The findings on *texts*, each of an outlet of its own, all of one day or of *days*, as the JSON gives them."""
    rows = [
        {"outlet": f"Outlet {number}", "published": day, "title": "News", "story": "one", "text": text}
        for number, (text, day) in enumerate(zip(texts, days or repeat("2031-03-07"), strict=False))
    ]
    path = folder / "reports.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    printed = CliRunner().invoke(app, ["check", str(path), "--output-format", "json", "--exit-zero", *options])
    findings: list[dict[str, Any]] = json.loads(printed.stdout)["findings"]
    return findings
