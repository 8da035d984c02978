"""Many who flag at once, and writers that are killed: the command itself, in processes of its own."""

import itertools
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest

from discrepancy import storage
from discrepancy.flags import FLAGS_FILE, load_flags, parse_flags

COMMAND = Path(sys.executable).with_name("discrepancy")
AT_ONCE = 8
NAMES = [
    "".join(parts)
    for parts in itertools.product(
        ("Aal", "Bro", "Cam", "Dee", "Esk", "Fal", "Gim", "Hol"),
        ("ber", "den", "ham", "lund", "rup"),
        ("by", "dal", "mark", "stad", "vig"),
    )
]


def report_on(names: list[str], folder: Path, desk: str = "post") -> None:
    """A report with a finding on each of *names*: a conversion that does not fit."""
    told = "\n\n".join(f"The slick off {name} is nine miles (13 kilometres) long." for name in names)
    (folder / "reports" / desk).mkdir(parents=True)
    (folder / "reports" / desk / f"{desk}.txt").write_text(f"Oil on the sea\n\n{told}\n", encoding="utf-8")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the command under test
        [*arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )


def ids_in(folder: Path, *paths: str) -> list[str]:
    told = run(folder, str(COMMAND), "check", *(paths or ("reports",)), "--output-format", "jsonl").stdout
    return sorted(json.loads(line)["id"] for line in told.splitlines())


def all_flagged(folder: Path, ids: list[str]) -> None:
    """Assert that every one of *ids* is flagged, for its own reason, and that nothing lies about."""
    flags = load_flags(folder / FLAGS_FILE)
    assert [flag.finding for flag in flags] == ids
    assert [flag.reason for flag in flags] == [f"asked the desk of {name}" for name in ids]
    assert sorted(path.name for path in folder.iterdir()) == [FLAGS_FILE, "reports"]


def test_several_who_call_the_command_at_once_lose_nothing(tmp_path: Path) -> None:
    report_on(NAMES[:16], tmp_path)
    ids = ids_in(tmp_path)

    def flag(name: str) -> int:
        said = ("--reason", f"asked the desk of {name}", "--by", "Ana")
        return run(tmp_path, str(COMMAND), "flag", name, "reports", *said).returncode

    with ThreadPoolExecutor(AT_ONCE) as desks:
        assert set(desks.map(flag, ids)) == {0}
    all_flagged(tmp_path, ids)


CALLED_AT_ONCE = """
import gc, io, json, multiprocessing, sys
from contextlib import redirect_stdout, suppress
import tomlkit
from discrepancy.cli import main

here = multiprocessing.get_context("fork")
sys.modules["spacy"] = None  # what was checked before needs no parser, and two hundred of them would fill the memory

def call(*arguments):
    sys.argv = ["discrepancy", *arguments]
    main()

def ids_in(reports):
    with redirect_stdout(io.StringIO()) as told, suppress(SystemExit):
        call("check", reports, "--output-format", "jsonl")
    return [json.loads(line)["id"] for line in told.getvalue().splitlines()]

def flag(name, reports):
    gate.wait()
    call("flag", name, reports, "--reason", f"asked the desk of {name}", "--by", "Ana")

wanted = [(name, reports) for reports in sys.argv[1:] for name in ids_in(reports)]
gate = here.Barrier(len(wanted))
gc.freeze()  # so that what the calls load is loaded once, and stays shared
calls = [here.Process(target=flag, args=one) for one in wanted]
for one in calls:
    one.start()
for one in calls:
    one.join()
sys.exit(any(one.exitcode for one in calls))
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, so that all can call at one moment")
def test_two_hundred_who_call_at_one_moment_lose_nothing(tmp_path: Path) -> None:
    desks = {f"desk-{first}": NAMES[first : first + 8] for first in range(0, len(NAMES), 8)}
    for desk, names in desks.items():
        report_on(names, tmp_path, desk)
    paths = [f"reports/{desk}" for desk in desks]
    ids = ids_in(tmp_path, *paths)
    assert len(ids) == 200
    done = run(tmp_path, sys.executable, "-c", CALLED_AT_ONCE, *paths)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("flagged ") == 200
    all_flagged(tmp_path, ids)


KILLED_AT_A_STEP = """
import os, signal, sys
from discrepancy import storage
from discrepancy.cli import main
from discrepancy.flags import store

left = int(sys.argv.pop(1))

def step(frame, event, _):
    global left
    if frame.f_code.co_filename != storage.__file__:
        return None
    left -= event == "line"
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return step

def watched(folder, alone_in=store.alone_in):
    sys.settrace(step)
    return alone_in(folder)

store.alone_in = watched
main()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no process is killed like that there")
def test_a_kill_at_any_step_of_a_write_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    report_on(["Aal", "Bro"], tmp_path)
    first, second = ids_in(tmp_path)
    path = tmp_path / FLAGS_FILE
    assert run(tmp_path, str(COMMAND), "flag", first, "reports", "--reason", "seen").returncode == 0
    old = path.read_bytes()
    met = []
    for moment in itertools.count(1):
        path.write_bytes(old)
        call = ("flag", second, "reports", "--reason", "seen too")
        status = run(tmp_path, sys.executable, "-c", KILLED_AT_A_STEP, str(moment), *call).returncode
        met.append(path.read_bytes())
        if status == 0:
            break
        assert status == -signal.SIGKILL
    assert len(met) > 10
    assert set(met) == {old, met[-1]}
    assert met.count(old) > 1 < met.count(met[-1])
    assert [flag.finding for flag in parse_flags(met[-1].decode(), "")] == [first, second]
    assert sorted(one.name for one in tmp_path.iterdir()) == [FLAGS_FILE, "reports"]


WRITING_ON = """
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
    with subprocess.Popen([sys.executable, "-c", WRITING_ON, path], stdout=subprocess.PIPE) as writer:  # noqa: S603 - as above
        assert writer.stdout
        writer.stdout.readline()
        time.sleep(0.05 + 0.013 * moment)
        writer.kill()
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    numbers = [int(flag.finding, 16) for flag in parse_flags(text, FLAGS_FILE)]
    assert numbers == list(range(min(numbers, default=0), max(numbers, default=-1) + 1))
    assert all(flag.reason == "seen " * 2000 for flag in parse_flags(text, FLAGS_FILE))


def count_up(lock: Callable[[Path], AbstractContextManager[None]], folder: Path, _: int) -> None:
    with lock(folder):
        path = folder / "count"
        number = int(path.read_text(encoding="utf-8"))
        time.sleep(0.002)  # so that others would come between
        path.write_text(str(number + 1), encoding="utf-8")


@pytest.mark.parametrize("lock", ["by_folder", "by_file"])
def test_a_lock_lets_one_in_at_a_time(lock: str, tmp_path: Path) -> None:
    if lock == "by_file":
        pytest.importorskip("filelock", reason="it is set up by `make`")
    (tmp_path / "count").write_text("0", encoding="utf-8")
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        pool.map(partial(count_up, getattr(storage, lock), tmp_path), range(40), chunksize=1)
    assert (tmp_path / "count").read_text(encoding="utf-8") == "40"


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    code = "import os, sys\nfrom pathlib import Path\nfrom discrepancy.storage import alone_in\n"
    code += "with alone_in(Path(sys.argv[1])): os._exit(3)"
    assert run(tmp_path, sys.executable, "-c", code, str(tmp_path)).returncode == 3
    with storage.alone_in(tmp_path):
        assert os.listdir(tmp_path) in ([], [".discrepancy.lock"])  # noqa: PTH208 - names are wanted
