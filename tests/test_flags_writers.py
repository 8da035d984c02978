"""Many who flag at once, and writers that are killed."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.main import get_command

from desk import replace_stages, write
from discrepancy.cli import app
from discrepancy.flags import FLAGS_FILE, load_flags, parse_flags

COMMANDS = get_command(app)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, so that there can be many")


def flag(name: str, gate: "multiprocessing.synchronize.Barrier") -> None:
    gate.wait()
    arguments = ["flag", name, f"reports/{name}.txt", "--reason", "seen", "--by", str(os.getpid())]
    COMMANDS.main(arguments, standalone_mode=False)


def test_two_hundred_who_flag_at_once_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    replace_stages(monkeypatch)
    names = [f"{number:012x}" for number in range(200)]
    for name in names:
        write(f"reports/{name}.txt", f"conflict {name}")
    here = multiprocessing.get_context("fork")
    gate = here.Barrier(len(names))
    writers = [here.Process(target=flag, args=(name, gate)) for name in names]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [flag.finding for flag in load_flags(Path(FLAGS_FILE))] == names
    assert sorted(path.name for path in tmp_path.iterdir()) == [FLAGS_FILE, "reports"]


CODE = """
import sys
from pathlib import Path
from discrepancy.flags import change_flags
from discrepancy.model import Flag
print("ready", flush=True)
for number in range(10_000):
    change_flags(Path(sys.argv[1]), [Flag(f"{number:04x}", "seen " * 2000)], [f"{number - 9:04x}"])
"""


@pytest.mark.parametrize("moment", range(12))
def test_a_kill_at_any_moment_leaves_a_whole_file(moment: int, tmp_path: Path) -> None:
    path = tmp_path / FLAGS_FILE
    with subprocess.Popen([sys.executable, "-c", CODE, path], stdout=subprocess.PIPE) as writer:  # noqa: S603 - as above
        assert writer.stdout
        writer.stdout.readline()
        time.sleep(0.05 + 0.013 * moment)
        writer.send_signal(signal.SIGKILL)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    numbers = [int(flag.finding, 16) for flag in parse_flags(text, FLAGS_FILE)]
    assert numbers == list(range(min(numbers, default=0), max(numbers, default=-1) + 1))
    assert all(flag.reason == "seen " * 2000 for flag in parse_flags(text, FLAGS_FILE))
