"""The installed command, from a shell's point of view."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("discrepancy")
NEAR = "Two bridges over the river\n\nThe longer bridge is 20 kilometres from the border, the mayor said on Monday.\n"
FAR = "Two bridges over the river\n\nThe longer bridge is 30 kilometres from the border, the mayor said on Monday.\n"


def run(*arguments: str, data: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the command under test
        [COMMAND, *arguments], input=data, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, **environment},
    )  # fmt: skip


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "bridge"
    folder.mkdir()
    (folder / "post.txt").write_text(NEAR, encoding="utf-8")
    (folder / "wire.txt").write_text(FAR, encoding="utf-8")
    return folder


def rows(path: Path, texts: Sequence[str]) -> Path:
    lines = [
        json.dumps({"id": str(number), "outlet": f"Outlet {number}", "text": text}) for number, text in enumerate(texts)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def loaded(*arguments: str) -> set[str]:
    """The packages that a run loads."""
    code = "import sys\nfrom discrepancy.cli import app\ntry: app()\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)  # noqa: S603 - as above
    return {name.partition(".")[0] for name in done.stderr.split()}


def test_help_and_version_load_nothing_heavy() -> None:
    heavy = {"spacy", "quantulum3", "dateparser", "pint", "rapidfuzz", "numpy", "yaml", "tomlkit", "cattrs"}
    for arguments in (["--help"], ["--version"], ["check", "--help"], ["flag", "--help"]):
        assert not loaded(*arguments) & heavy


def test_help_names_the_commands_and_what_the_statuses_mean() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.partition("Commands:\n")[2].splitlines()] == [
        "check", "claims", "facts", "timeline", "explain", "flag", "unflag", "audit", "rules",
        "flags", "baseline", "config", "cache",
    ]  # fmt: skip
    assert "Ends with 0 where no new, unflagged conflict is shown" in run("check", "--help").stdout


def test_version_is_told() -> None:
    assert run("--version").stdout.startswith("discrepancy 0.")


def test_two_reports_that_cannot_both_be_right_end_with_1(story: Path) -> None:
    done = run("check", str(story))
    assert (done.returncode, done.stderr) == (1, "")
    assert "post" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_json_report_is_json_and_nothing_else(story: Path) -> None:
    (story / "bad.txt").write_bytes(b"\xff")
    done = run("check", str(story), "--output-format", "json", "--show", "all")
    report = json.loads(done.stdout)
    assert [one["verdict"] for one in report["findings"]].count("conflict") == 1
    assert report["summary"]["documents"] == 2
    assert done.stderr.endswith("bad.txt:1: not UTF-8 (byte 1 of the file); save it as UTF-8\n")


def test_a_finding_is_flagged_by_the_id_that_is_shown(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(story.parent)
    name = json.loads(run("check", "bridge", "--output-format", "json").stdout)["findings"][0]["id"]
    assert run("flag", name, "bridge", "--reason", "one is measured by road").returncode == 0
    done = run("check", "bridge")
    assert done.returncode == 0
    assert "one is measured by road" in done.stdout


def test_claims_as_json_lines_keep_offsets_into_the_given_text(tmp_path: Path) -> None:
    text = "The longer bridge\r\nis 20 kilometres long, 😀 and 30 km from here."
    done = run("claims", str(rows(tmp_path / "c.jsonl", [text])), "--output-format", "jsonl")
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [claim["literal"] for claim in claims] == [text[slice(*claim["span"])] for claim in claims]
    assert len(claims) == 2


def test_standard_input_is_read(story: Path) -> None:
    text = (story / "post.txt").read_text(encoding="utf-8")
    done = run("claims", "-", "--output-format", "jsonl", data=text)
    assert {json.loads(line)["document"] for line in done.stdout.splitlines()} == {"stdin"}


@pytest.mark.parametrize("command", ["claims", "facts", "timeline"])
def test_the_lists_are_printed_off_a_terminal_without_colour(story: Path, command: str) -> None:
    done = run(command, str(story))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()
    assert "\x1b" not in done.stdout


def test_machine_output_is_utf_8_in_any_locale(tmp_path: Path) -> None:
    path = rows(tmp_path / "c.jsonl", ["The bridge cost 20 million złoty, “a lot”."])
    done = run("claims", str(path), "--output-format", "jsonl", PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert done.returncode == 0
    assert json.loads(done.stdout.splitlines()[0])["outlet"] == "Outlet 0"


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no such signal here")
def test_a_reader_that_leaves_early_ends_the_run_in_silence(tmp_path: Path) -> None:
    path = rows(tmp_path / "c.jsonl", [NEAR * 10] * 20)
    with subprocess.Popen(  # noqa: S603 - the command under test
        [COMMAND, "claims", str(path), "--output-format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        told = running.stderr.read()
    assert (told, running.returncode) == (b"", -signal.SIGPIPE)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize(("to", "reason"), [(">/dev/full", "no space left on device"), (">&-", "bad file descriptor")])
@pytest.mark.parametrize(
    "arguments",
    ["check {}", "check {} --output-format json", "claims {} --output-format jsonl", "rules", "config show", "--help"],
)
def test_output_that_cannot_be_written_is_told_in_one_line(arguments: str, to: str, reason: str, story: Path) -> None:
    done = redirected(arguments.format(story), to)
    assert done.stderr == f"discrepancy: standard output cannot be written ({reason})\n"
    assert done.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_messages_that_cannot_be_written_change_no_status(story: Path) -> None:
    (story / "bad.txt").write_bytes(b"\xff")
    assert [redirected(f"check {story}", to).returncode for to in ("2>/dev/full", "2>&-")] == [1, 1]
    assert "conflict" in redirected(f"check {story}", "2>&-").stdout


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_closed_input_is_told_and_closed_output_that_nothing_needs_is_not() -> None:
    assert redirected("claims -", "<&-").stderr.splitlines()[0] == "<stdin>: cannot be read (bad file descriptor)"
    done = redirected("flags list", ">&-")
    assert (done.returncode, done.stderr) == (0, "no flags in discrepancy-flags.toml\n")


def redirected(arguments: str, to: str) -> subprocess.CompletedProcess[str]:
    """The command with a stream redirected, as a shell does it."""
    return subprocess.run(f"{COMMAND} {arguments} {to}", shell=True, capture_output=True, text=True, check=False)  # noqa: S602 - as above


def test_an_interrupt_ends_the_run_in_silence() -> None:
    code = (
        "import signal\nfrom discrepancy import cli\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell in the background has it ignored
        "print('ready', flush=True)\ncli.main()"
    )
    with subprocess.Popen(  # noqa: S603 - as above
        [sys.executable, "-c", code, "claims", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdout
        running.stdout.readline()
        time.sleep(0.5)  # the run has begun, and waits for its input at the latest
        running.send_signal(signal.SIGINT)
        out, told = running.communicate()
    assert (out, told, running.returncode) == (b"", b"", 130)


@pytest.mark.parametrize("loading", ["discrepancy.cli", "typer", "discrepancy.cli.check", "discrepancy.cli.intake"])
def test_an_interrupt_while_the_program_loads_ends_the_run_in_silence(loading: str) -> None:
    code = (
        "import sys\nfrom discrepancy.__main__ import main\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {loading!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code, "check", "x"], capture_output=True, text=True, check=False)  # noqa: S603 - as above
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_fault_of_the_program_does_not_end_with_the_status_of_a_conflict() -> None:
    code = "from discrepancy import cli\ncli.app = lambda: 1 / 0\ncli.main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - as above
    assert done.returncode == 2
    assert "ZeroDivisionError" in done.stderr


def test_without_a_command_five_lines_say_what_to_do_first() -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert len(lines) == 5
    assert max(map(len, lines)) <= 80
    assert "discrepancy check corpus/" in done.stderr


@pytest.mark.parametrize("command", ["check", "claims", "facts", "timeline", "explain", "flag"])
def test_help_shows_examples_and_no_types(command: str) -> None:
    told = run(command, "--help").stdout
    assert "\nExamples:\n" in told
    assert f"    discrepancy {command} " in told
    assert "<str>" not in told
    assert "list[" not in told


def test_a_limit_hides_findings_and_not_the_status(story: Path) -> None:
    other = story.parent / "road"
    other.mkdir()
    (other / "post.txt").write_text(NEAR.replace("bridge", "tunnel"), encoding="utf-8")
    (other / "wire.txt").write_text(FAR.replace("bridge", "tunnel"), encoding="utf-8")
    done = run("check", str(story.parent), "--limit", "1", "--sort", "newest", "--group-by", "none")
    assert done.returncode == 1
    assert done.stdout.count("  why   ") == 1
    assert "2 conflicts, 0 updates, 0 compatible, 2 agree (3 not shown)" in " ".join(done.stdout.split())


def test_the_command_that_flags_names_the_paths_that_were_checked(story: Path) -> None:
    printed = "".join(run("check", str(story)).stdout.split()).replace("\\", "")  # wherever the line is broken
    assert f"{story}--reason" in printed
