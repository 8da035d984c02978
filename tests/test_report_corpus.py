"""What the terminal shows of corpus/, from reading to printing; UPDATE_SNAPSHOTS=1 renews the files.

Scores and counts are left out: they change with every weight that is learnt anew and every figure that is read better.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from test_report_snapshots import held

COMMAND = Path(sys.executable).with_name("discrepancy")
CORPUS = "corpus"


@pytest.mark.slow
@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("colour", ["", "1"])
def test_the_corpus_looks_as_it_did(width: str, colour: str) -> None:
    done = subprocess.run(  # noqa: S603 - the command under test
        [COMMAND, "check", CORPUS, "--show", "conflict", "--show", "update", "--sort", "newest", "--exit-zero"],
        cwd=Path(__file__).parents[1], capture_output=True, encoding="utf-8", check=True,
        env={**os.environ, "COLUMNS": width, "FORCE_COLOR": colour, "NO_COLOR": "", "TERM": "xterm-256color"},
    )  # fmt: skip
    told = re.sub(r"score \d\.\d\d", "score …", done.stdout.rpartition("\n\n")[0] + "\n")
    held(f"corpus-{width}{'-colour' if colour else ''}.txt", told)
