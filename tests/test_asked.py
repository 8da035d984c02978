"""What a run can tell to be gone, of what was seen: that whose reports it reads, or which are there no more."""

from pathlib import Path

import pytest

from desk import replace_stages, run, write
from discrepancy.baseline import BASELINE_FILE
from discrepancy.cli.asked import asked
from discrepancy.cli.intake import Intake
from discrepancy.flags import FLAGS_FILE, load_flags
from discrepancy.model import PIPED, Flag, Known, Seen

ON_BOTH = Flag("f1a9", "seen", reports=("a/x.txt", "a/y.txt"))


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    replace_stages(monkeypatch)
    for name in ("a/x.txt", "a/y.txt", "b/z.txt"):
        write(name)
    return tmp_path


def is_told(paths: list[str], one: Flag | Known = ON_BOTH, whole: tuple[str, ...] = (".",)) -> bool:
    """May a run over *paths* tell that the finding of *one* is gone?"""
    intake = Intake(paths)
    list(intake.documents())
    seen = Seen((one,), whole=whole) if isinstance(one, Flag) else Seen((), (one,), whole=whole)
    return not asked(seen, intake).unasked


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["a"], True),
        (["a/"], True),
        (["."], True),
        (["./b/../a"], True),
        (["a/x.txt", "a/y.txt"], True),
        (["a/x.txt"], False),
        (["b"], False),
        (["a/x.txt", "b"], False),
    ],
)
def test_all_reports_must_be_read(paths: list[str], told: bool) -> None:  # noqa: FBT001 - a case
    assert is_told(paths) is told
    assert is_told([str(Path(path).absolute()) for path in paths]) is told


def test_a_report_that_is_there_no_more_may_have_moved_anywhere() -> None:
    Path("a").rename("c")
    write("a/w.txt")
    assert is_told(["a", "b"]) is is_told(["."]) is is_told(["b", "c"], whole=("b", "c")) is True
    assert is_told(["b"], whole=("b", "c")) is is_told(["c"], whole=("b", "c")) is False


def test_a_report_that_cannot_be_read_is_not_read() -> None:
    write("a/y.txt", "")
    assert not is_told(["a"])


def test_a_folder_may_be_reached_by_a_link(desk: Path) -> None:
    (desk / "link").symlink_to("a")
    assert is_told(["link"])


def test_what_came_through_a_pipe_is_asked_where_one_is_read() -> None:
    piped = Flag("f1a9", "seen", reports=(PIPED,))
    assert not is_told(["a"], piped)
    assert asked(Seen((piped,)), Intake(["-"])).unasked == frozenset()


def test_a_baseline_is_asked_where_all_its_paths_are_read() -> None:
    known = Known("f1a9", "conflict", "D401", "berths", reports=("a", "b"))
    assert [is_told(paths, known) for paths in (["."], ["a", "b"], ["a"])] == [True, True, False]


def test_a_check_of_a_part_leaves_flags_on_other_reports_alone() -> None:
    write("a/x.txt", "conflict ab12")
    write("b/z.txt", "conflict cd34")
    assert run("flag", "ab12", "cd34", "a", "b", "--reason", "seen").exit_code == 0
    assert [flag.reports for flag in load_flags(Path(FLAGS_FILE))] == [("a/x.txt",), ("b/z.txt",)]
    write("a/x.txt")
    write("b/z.txt")
    assert [run("check", *paths, "--fail-on", "stale").exit_code for paths in (["a"], ["b"], ["a/y.txt"])] == [1, 1, 0]
    done = run("flags", "prune", "a")
    assert done.stderr == "took out ab12 (stale): length of x.txt\nflags on reports that were not read: 1\n"
    assert [flag.finding for flag in load_flags(Path(FLAGS_FILE))] == ["cd34"]


def test_an_expired_flag_is_told_whatever_was_read() -> None:
    write(FLAGS_FILE, '[[flag]]\nfinding = "ab12"\nreason = "seen"\nreports = ["a/x.txt"]\nexpires = 2024-01-01\n')
    assert run("check", "b", "--fail-on", "stale").exit_code == 0
    assert run("check", "b", "--fail-on", "expired").exit_code == 1


@pytest.mark.parametrize(("configured", "told"), [('["a", "b"]', False), ('["a"]', True)])
def test_a_flag_that_names_no_reports_may_rest_on_any(configured: str, told: bool) -> None:  # noqa: FBT001 - a case
    write("discrepancy.toml", f"paths = {configured}\n")
    write(FLAGS_FILE, '[[flag]]\nfinding = "ab12"\nreason = "seen"\n')
    assert run("check", "a", "--fail-on", "stale").exit_code == told
    assert run("check", "--fail-on", "stale").exit_code == 1


def test_a_check_of_a_part_leaves_the_baseline_alone() -> None:
    write("a/x.txt", "conflict ab12")
    assert run("baseline", "create", "a", "b").exit_code == 0
    write("a/x.txt")
    assert [run("check", *paths, "--fail-on", "gone").exit_code for paths in (["a"], ["a", "b"], ["."])] == [0, 1, 1]


def test_files_hold_in_every_folder(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("discrepancy.toml", 'paths = ["a"]\n')
    write("a/x.txt", "conflict ab12")
    write("a/y.txt", "conflict cd34")
    monkeypatch.chdir(desk / "b")
    assert run("flag", "ab12", "../a", "--reason", "seen", "--flags", f"../{FLAGS_FILE}").exit_code == 0
    assert run("baseline", "create", "--flags", f"../{FLAGS_FILE}", "--baseline", f"../{BASELINE_FILE}").exit_code == 0
    monkeypatch.chdir(desk)
    assert load_flags(Path(FLAGS_FILE))[0].reports == ("a/x.txt",)
    assert 'paths = ["a"]' in Path(BASELINE_FILE).read_text(encoding="utf-8")
    assert run("baseline", "diff").exit_code == 0
    assert run("check").exit_code == 0
