"""Commands that keep what is known: lists of flags, pruning, the baseline, audits."""

import os
import pty
import re
import subprocess
import sys
import termios
import time
from datetime import date
from pathlib import Path
from select import select

import pytest

from desk import replace_stages, run, write
from discrepancy.baseline import BASELINE_FILE
from discrepancy.cli import session
from discrepancy.cli.session import Session
from discrepancy.flags import FLAGS_FILE, load_flags
from discrepancy.model import Flag, FlagVerdict
from report_samples import cost, distance, toll


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    replace_stages(monkeypatch)
    return tmp_path


def flag(finding: str, more: str = "") -> str:
    told = f'finding = "{finding}"\nreason = "counted twice"\nfact = "length of {finding}"\nreports = ["a/x.txt"]'
    return f"[[flag]]\n{told}\n{more}\n"


def test_flags_are_listed_with_their_place_and_last_day() -> None:
    write(FLAGS_FILE, flag("ab12") + flag("cd34", 'by = "Ana"\nexpires = 2031-01-02\ndate = 2024-06-01'))
    told = run("flags", "list").stdout
    assert f"{FLAGS_FILE}:1 ab12 · length of ab12" in told
    assert "explained · Ana · 2024-06-01 · on values · expires 2031-01-02" in told
    assert run("flags", "list", "--flags", "none.toml").exit_code == 2
    Path(FLAGS_FILE).unlink()
    assert run("flags", "list").stderr == f"no flags in {FLAGS_FILE}\n"


def test_pruning_takes_out_what_is_stale_and_on_request_what_has_expired() -> None:
    write("a/x.txt", "conflict ab12")
    write(FLAGS_FILE, flag("ab12", "expires = 2024-01-01") + flag("cd34") + "# mine\n" + flag("ef56"))
    before = Path(FLAGS_FILE).read_text(encoding="utf-8")
    assert run("flags", "prune", "a", "--dry-run").stderr.startswith("would take out cd34 (stale): length of cd34\n")
    assert Path(FLAGS_FILE).read_text(encoding="utf-8") == before
    assert run("flags", "prune", "a").exit_code == 0
    assert [one.finding for one in load_flags(Path(FLAGS_FILE))] == ["ab12"]
    assert run("flags", "prune", "a", "--expired").stderr == "took out ab12 (expired): length of ab12\n"


def test_nothing_is_pruned_where_a_report_cannot_be_read() -> None:
    write("a/x.txt", "conflict ab12")
    write("a/y.txt", "")
    write(FLAGS_FILE, flag("cd34"))
    assert run("flags", "prune", "a").exit_code == 2
    assert len(load_flags(Path(FLAGS_FILE))) == 1


def test_a_baseline_makes_what_is_there_known_and_only_news_fail() -> None:
    write("a/x.txt", "conflict ab12")
    write("a/y.txt", "update cd34")
    assert run("check", "a").exit_code == 1
    assert run("baseline", "create", "a").stderr == f"{BASELINE_FILE}: 2 known\n"
    assert run("check", "a").exit_code == 0
    write("a/z.txt", "conflict ef56")
    assert run("check", "a").exit_code == 1
    assert run("baseline", "create", "a").exit_code == 2


def test_what_was_seen_can_be_left_out_and_is_counted() -> None:
    write("a/x.txt", "conflict ab12")
    run("baseline", "create", "a")
    write("a/y.txt", "conflict cd34")
    write("a/z.txt", "conflict ef56")
    write(FLAGS_FILE, flag("cd34"))
    assert run("check", "a").stdout == "terminal: ab12 cd34 ef56\n"
    done = run("check", "a", "--hide-seen")
    assert (done.exit_code, done.stdout) == (1, "terminal: ef56\n")
    write("discrepancy.toml", "hide-seen = true\n")
    assert run("check", "a").stdout == "terminal: ef56\n"


def test_one_flag_is_one_flag() -> None:
    write(FLAGS_FILE, flag("ab12"))
    assert run("flags", "merge").stderr == f"{FLAGS_FILE}: 1 flag\n"


def test_a_baseline_stays_the_same_bytes_until_something_changes() -> None:
    write("a/x.txt", "conflict ab12")
    run("baseline", "create", "a")
    before = Path(BASELINE_FILE).read_bytes()
    assert (run("baseline", "diff").exit_code, run("baseline", "diff").stdout) == (0, "")
    assert run("baseline", "update").exit_code == 0
    assert Path(BASELINE_FILE).read_bytes() == before
    write("a/x.txt", "conflict cd34")
    told = run("baseline", "diff")
    assert (told.exit_code, told.stdout) == (
        1,
        "- ab12  conflict  length of x.txt\n+ cd34  conflict  length of x.txt\n",
    )
    assert run("baseline", "update").exit_code == 0
    assert run("check", "a").exit_code == 0


def test_what_is_flagged_stays_out_of_the_baseline() -> None:
    write("a/x.txt", "conflict ab12")
    write(FLAGS_FILE, flag("ab12"))
    run("baseline", "create", "a")
    assert "ab12" not in Path(BASELINE_FILE).read_text(encoding="utf-8")
    assert run("baseline", "update", "--baseline", "none.toml").exit_code == 2


@pytest.mark.parametrize("command", [["check", "a"], ["baseline", "diff"]])
def test_a_bad_baseline_ends_with_2_and_stays(command: list[str]) -> None:
    write("a/x.txt", "conflict ab12")
    write(BASELINE_FILE, "version = 9\n")
    done = run(*command)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"discrepancy: {BASELINE_FILE}:1: version 9 is not known; it takes a newer release\n"
    assert Path(BASELINE_FILE).read_text(encoding="utf-8") == "version = 9\n"


OTHER_IDS = """version = 1
[settings]
fingerprints = 1
[[finding]]
finding = "0000"
verdict = "conflict"
rule = "Q401"
fact = "length of x.txt"
values = []
"""


def test_a_baseline_of_other_ids_must_be_made_anew() -> None:
    write("a/x.txt", "conflict ab12")
    write(BASELINE_FILE, OTHER_IDS)
    done = run("check", "a")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"discrepancy: {BASELINE_FILE}:3: made with other ids than these; make it anew by")
    assert Path(BASELINE_FILE).read_text(encoding="utf-8") == OTHER_IDS
    assert run("baseline", "update", "a").exit_code == 0
    assert run("check", "a").exit_code == 0


def test_a_baseline_of_other_ids_holds_by_its_quotes() -> None:
    write("a/x.txt", "conflict ab12")
    assert run("baseline", "create", "a").exit_code == 0
    text = Path(BASELINE_FILE).read_text(encoding="utf-8")
    write(BASELINE_FILE, text.replace("ab12", "0000").replace("fingerprints = 2", "fingerprints = 1"))
    assert run("check", "a").exit_code == 0
    assert run("baseline", "diff").exit_code == 0


def test_an_audit_needs_a_terminal() -> None:
    write("a/x.txt", "conflict ab12")
    done = run("audit", "a")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("discrepancy: an audit needs a terminal")


def test_the_precision_so_far_is_told_by_rule() -> None:
    verdicts = [("D401", "explained"), ("D401", "false-match"), ("D401", "to-correct"), ("U201", "extraction-error")]
    rows = [flag(f"a{at}", f'rule = "{rule}"\nverdict = "{what}"') for at, (rule, what) in enumerate(verdicts)]
    write(FLAGS_FILE, "".join(rows))
    told = [line.split() for line in run("audit", "--stats").stdout.splitlines()]
    assert told[1:] == [["D401", "3", "2", "0.67"], ["U201", "1", "0", "0.00"], ["all", "4", "2", "0.50"]]


FINDINGS = (distance(), toll(), cost())


@pytest.fixture
def reasons(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed as reasons, one after the other."""
    typed: list[str] = []
    monkeypatch.setattr(session, "_line", lambda _: typed.pop(0))
    return typed


def walked(keys: str, *flags: Flag) -> tuple[int, dict[str, str]]:
    """Where an audit stands after *keys*, and the reasons in its file by finding."""
    walk = Session(FINDINGS, {one.finding: one for one in flags}, Path(FLAGS_FILE), "Ana")
    for key in keys:
        walk.answer(key)
    return walk.at, {one.finding: one.reason for one in load_flags(Path(FLAGS_FILE))}


def test_each_answer_is_saved_at_once_and_leads_on(reasons: list[str]) -> None:
    reasons += ["by road", "two bridges"]
    first, second = (one.fingerprint for one in FINDINGS[:2])
    assert walked("em") == (2, {first: "by road", second: "two bridges"})
    flags = {one.finding: one for one in load_flags(Path(FLAGS_FILE))}
    assert (flags[second].verdict, flags[second].by, flags[second].rule) == (FlagVerdict.FALSE_MATCH, "Ana", "U201")


def test_one_can_skip_go_back_and_undo(reasons: list[str]) -> None:
    reasons += ["by road", "two bridges"]
    assert walked("sb") == (0, {})
    assert walked("bb") == (0, {})
    assert walked("?z") == (0, {})
    assert walked("semz") == (2, {FINDINGS[1].fingerprint: "by road"})


def test_undoing_brings_the_earlier_flag_back(reasons: list[str]) -> None:
    reasons += ["by sea"]
    earlier = Flag(FINDINGS[0].fingerprint, "by road", by="Bo", date=date(2024, 6, 1))
    assert walked("az", earlier) == (0, {earlier.finding: "by road"})


def test_without_a_reason_nothing_is_saved(reasons: list[str]) -> None:
    reasons += [""]
    assert walked("e") == (0, {})


CODE = """
import pytest
from desk import replace_stages
from discrepancy.cli import main
replace_stages(pytest.MonkeyPatch())
main()
"""


def typed(keys: str) -> tuple[str, int]:
    """What an audit shows on a terminal where *keys* are pressed, and its status."""
    terminal, end = pty.openpty()
    running = subprocess.Popen(  # noqa: S603 - the command under test; no fork, for tests run beside threads
        [sys.executable, "-c", CODE, "audit", "a"], stdin=end, stdout=end, stderr=end, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent), "TERM": "xterm"},
    )  # fmt: skip
    os.close(end)
    shown = ""
    for key in filter(None, keys.split(",")):
        while not re.search(r"(q quit|because: )\s*\Z", shown):
            assert select([terminal], [], [], 20)[0], shown
            shown += os.read(terminal, 4096).decode(errors="replace")
        shown += "|"  # so that each key waits for the next question
        until_it_listens(terminal, for_a_line="\n" in key)
        os.write(terminal, key.encode())
    try:
        while select([terminal], [], [], 20)[0] and (more := os.read(terminal, 4096)):
            shown += more.decode(errors="replace")
    except OSError:  # the other end is closed
        pass
    os.close(terminal)
    return shown, running.wait(20)


def until_it_listens(terminal: int, *, for_a_line: bool) -> None:
    """Wait until the other end takes keys, or a whole line: what is typed before is dropped."""
    for _ in range(2000):
        if bool(termios.tcgetattr(terminal)[3] & termios.ICANON) is for_a_line:
            return
        time.sleep(0.01)


@pytest.mark.skipif(not hasattr(pty, "openpty"), reason="no terminals of this kind here")
def test_whoever_goes_back_sees_what_was_said() -> None:
    write("a/x.txt", "conflict ab12")
    write("a/y.txt", "conflict cd34")
    shown, status = typed("m,two bridges\n,b,q")
    assert (status, shown.count("two bridges (false-match, ")) == (0, 1)


@pytest.mark.skipif(not hasattr(pty, "openpty"), reason="no terminals of this kind here")
def test_an_audit_of_what_is_flagged_has_nothing_to_ask() -> None:
    write("a/x.txt", "agree ab12")
    shown, status = typed("")
    assert (status, "nothing to judge" in shown) == (0, True)


@pytest.mark.skipif(not hasattr(pty, "openpty"), reason="no terminals of this kind here")
def test_an_audit_on_a_terminal_shows_a_finding_and_saves_the_answer() -> None:
    write("a/x.txt", "conflict ab12")
    write("a/y.txt", "conflict cd34")
    shown, status = typed("m,two bridges\n,q")
    assert status == 0
    assert "e explained · u update" in shown
    assert "1 of 2 · s skip" in shown
    (saved,) = load_flags(Path(FLAGS_FILE))
    assert (saved.reason, saved.verdict) == ("two bridges", FlagVerdict.FALSE_MATCH)
    assert "1 of 2 findings judged" in shown
