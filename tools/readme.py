"""What the README shows of the program, so that it shows what is: run by cog, see `make readme`."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from discrepancy.judge import RULES, Rule
from discrepancy.report.calendar_words import day_words
from discrepancy.report.formats import FORMATS

COLUMNS = "80"
RESULTS = Path(__file__).parents[1] / "tests" / "bench" / "results.json"


def screen(command: str, *, prompt: str = "") -> str:
    """*command*, or *prompt* in its place, and what it prints, as a block of Markdown."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = {"PATH": programs, "COLUMNS": COLUMNS, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    with tempfile.TemporaryDirectory() as kept:
        run = subprocess.run(  # noqa: S602 - the README's own commands, pipes and all
            command,
            shell=True,
            env=surroundings | {"DISCREPANCY_CACHE": kept},
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
    printed = "\n".join(line.rstrip() for line in run.stdout.strip("\n").splitlines())
    return f"```console\n$ {prompt or command}\n{printed}\n```"


def rules() -> str:
    """The rules as a table of Markdown."""
    rows = [f"| {rule.code} | {rule.verdict} | {rule.means} | {_example(rule)} |" for rule in RULES]
    return "\n".join(["| rule | verdict | when | example |", "|---|---|---|---|", *rows])


def _example(rule: Rule) -> str:
    """What the reports of the example say, with their days where they matter."""
    dated = len({said.published for said in rule.example}) > 1
    return " / ".join(f"{day_words(said.published)}: {said.text}" if dated else said.text for said in rule.example)


def formats() -> str:
    """The formats as a table of Markdown."""
    rows = [f"| `{form.name}` | {form.media_type} | {form.help} |" for form in FORMATS]
    return "\n".join(["| format | media type | what it is |", "|---|---|---|", *rows])


def measured() -> str:
    """The results of the last benchmark that was kept, as tables of Markdown, and what it was measured with."""
    kept = json.loads(RESULTS.read_text(encoding="utf-8"))
    tables = [
        "\n".join([f"**{title}**", "", _line(columns), _line(["---"] * len(columns)), *map(_line, rows)])
        for title, columns, rows in kept["sections"]
    ]
    return "\n\n".join([*tables, f"{kept['machine']}."])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
