"""What the README shows of the program, so that it shows what is: run by cog, see `make readme`."""

import os
import subprocess
import sys
from pathlib import Path

from discrepancy.judge import LADDER
from discrepancy.report.formats import FORMATS

COLUMNS = "80"


def screen(command: str, *, prompt: str = "") -> str:
    """*command*, or *prompt* in its place, and what it prints, as a block of Markdown."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = {"PATH": programs, "COLUMNS": COLUMNS, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    run = subprocess.run(  # noqa: S602 - the README's own commands, pipes and all
        command, shell=True, env=surroundings, stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    printed = "\n".join(line.rstrip() for line in run.stdout.strip("\n").splitlines())
    return f"```console\n$ {prompt or command}\n{printed}\n```"


def ladder() -> str:
    """The rungs as a table of Markdown."""
    rows = [f"| {rung.rule} | {rung.verdict} | {rung.means} |" for rung in LADDER]
    return "\n".join(["| rule | verdict | when |", "|---|---|---|", *rows])


def formats() -> str:
    """The formats as a table of Markdown."""
    rows = [f"| `{form.name}` | {form.media_type} | {form.help} |" for form in FORMATS]
    return "\n".join(["| format | media type | what it is |", "|---|---|---|", *rows])
