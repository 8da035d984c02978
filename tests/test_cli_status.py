"""The exit status, and what is told on standard error, with the stages replaced by a fixed report."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from desk import replace_stages, run, write
from discrepancy.cli.known import today
from discrepancy.flags import FLAGS_FILE, load_flags


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    replace_stages(monkeypatch)
    return tmp_path


def test_a_conflict_ends_with_1_and_none_with_0() -> None:
    write("a/x.txt", "conflict ab12")
    write("b/x.txt", "agree ab13")
    assert (run("check", "a").exit_code, run("check", "b").exit_code) == (1, 0)


def test_an_update_is_shown_and_does_not_fail() -> None:
    write("a/x.txt", "update ab12")
    result = run("check", "a")
    assert (result.exit_code, result.stdout) == (0, "terminal: ab12\n")


def test_the_status_follows_what_is_shown() -> None:
    write("a/x.txt", "conflict ab12")
    write("a/y.txt", "agree ab13")
    assert (run("check", "a", "--show", "agree").stdout, run("check", "a", "--show", "agree").exit_code) == (
        "terminal: ab13\n",
        0,
    )
    result = run("check", "a", "--show", "all", "--output-format", "json")
    assert (result.exit_code, result.stdout) == (1, "json: ab12 ab13\n")


def test_exit_zero_excuses_conflicts_and_not_bad_input() -> None:
    write("a/x.txt", "conflict ab12")
    assert run("check", "a", "--exit-zero").exit_code == 0
    assert run("check", "a", "none", "--exit-zero").exit_code == 2


def test_a_missing_path_ends_with_2_and_the_rest_is_checked() -> None:
    write("a/x.txt", "conflict ab12")
    result = run("check", "none", "a")
    assert (result.exit_code, result.stdout) == (2, "terminal: ab12\n")
    assert result.stderr == "none: no such file or folder; check the path\ndiscrepancy: none is missing\n"


def test_one_unreadable_file_beside_others_is_told_and_changes_nothing() -> None:
    write("a/x.txt", "conflict ab12")
    write("a/y.txt", "")
    write("b/x.txt")
    write("b/y.txt", "")
    assert (run("check", "a").exit_code, run("check", "b").exit_code) == (1, 0)
    assert run("check", "b").stderr == "b/y.txt: empty; write the article's text into it, or leave it out\n"


def test_a_story_that_is_all_unreadable_ends_with_2() -> None:
    write("a/x/1.txt")
    write("a/y/1.txt", "")
    write("a/y/2.jsonl", "[]\n")
    result = run("check", "a")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == "discrepancy: nothing in a/y could be read"


def test_a_named_file_that_cannot_be_read_ends_with_2_if_nothing_beside_it_is() -> None:
    write("a/x.txt")
    write("b/y.txt", "")
    write("a/z.txt", "")
    assert run("check", "a/x.txt", "b/y.txt").exit_code == 2
    assert run("check", "a/x.txt", "a/z.txt").exit_code == 0


def test_pictures_beside_the_reports_are_told_and_are_no_story() -> None:
    write("a/x.txt")
    write("a/pictures/1.jpg")
    result = run("check", "a")
    assert result.exit_code == 0
    assert result.stderr.startswith("a/pictures/1.jpg: nothing reads .jpg files; known are ")


def test_bad_sources_end_with_2() -> None:
    write("a/x.txt")
    write("a/sources.toml", "[[source]]\n")
    result = run("check", "a")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == "discrepancy: a/sources.toml must be mended"


@pytest.mark.parametrize("command", ["check", "claims", "facts", "timeline"])
def test_nothing_read_and_no_claim_end_with_2_unless_allowed(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.report.terminal.listings.print_facts", lambda *_: None)
    write("a/x.txt", "nothing at all")
    Path("b").mkdir()
    claimless, empty = run(command, "a"), run(command, "b")
    assert (claimless.exit_code, empty.exit_code) == (2, 2)
    assert "no claim found in 1 document;" in claimless.stderr
    assert "nothing in b could be read" in empty.stderr
    assert run(command, "a", "--allow-empty").exit_code == run(command, "b", "--allow-empty").exit_code == 0


def test_standard_input_is_read_where_a_hyphen_stands() -> None:
    result = run("check", "-", standard_input=b"conflict ab12")
    assert (result.exit_code, result.stdout) == (1, "terminal: ab12\n")
    assert run("check", "-", standard_input=b"").exit_code == 2


def test_messages_hold_no_control_characters() -> None:
    write("a/x\x1b[31m\n.txt", "")
    assert run("check", "a").stderr.startswith("a/x\\x1b[31m\\n.txt: empty; ")


def test_no_paths_and_unknown_options_are_usage_errors() -> None:
    assert [run("check").exit_code, run("check", "a", "--show", "none").exit_code, run("nothing").exit_code] == [
        2,
        2,
        2,
    ]


def test_a_flagged_conflict_no_longer_fails() -> None:
    write("a/x.txt", "conflict ab12")
    flagged = run("flag", "ab", "a", "--reason", " counted twice ", "--verdict", "accepted", "--by", "Ana")
    assert (flagged.exit_code, flagged.stdout) == (0, "")
    assert flagged.stderr == f"flagged ab12 in {FLAGS_FILE}: length of x.txt\n"
    (flag,) = load_flags(Path(FLAGS_FILE))
    assert (flag.finding, flag.reason, flag.verdict, flag.by) == ("ab12", "counted twice", "accepted", "Ana")
    assert (flag.fact, flag.values) == ("length of x.txt", ("x: con",))
    assert run("check", "a").exit_code == 0
    assert run("check", "a", "--flags", "none.toml").exit_code == 2


def test_flags_may_lie_in_another_file() -> None:
    write("corpus/x.txt", "conflict ab12")
    assert run("flag", "ab12", "--reason", "seen", "--flags", "desk.toml").exit_code == 0
    assert run("check", "corpus").exit_code == 1
    assert run("check", "corpus", "--flags", "desk.toml").exit_code == 0


def test_an_id_that_is_unknown_or_fits_several_lists_candidates() -> None:
    write("a/x.txt", "conflict ab12")
    write("a/y.txt", "update ab34")
    write("a/z.txt", "agree ab56")
    several, unknown, empty = (run("flag", name, "a", "--reason", "seen") for name in ("ab", "cd", ""))
    assert [one.exit_code for one in (several, unknown, empty)] == [2, 2, 2]
    listed = "ab12  conflict  length of x.txt\nab34  update  length of y.txt\n"
    assert several.stderr == f"{listed}discrepancy: ab begins the ids of 2 findings; give more of it\n"
    assert unknown.stderr.startswith(f"{listed}discrepancy: no finding has the id cd; take one that")
    assert not Path(FLAGS_FILE).exists()


def test_a_flag_wants_a_reason() -> None:
    write("a/x.txt", "conflict ab12")
    assert [run("flag", "ab12", "a").exit_code, run("flag", "ab12", "a", "--reason", " ").exit_code] == [2, 2]


@pytest.mark.parametrize("command", [["check", "a"], ["facts", "a"], ["flag", "ab12", "a", "--reason", "seen"]])
def test_a_bad_flags_file_ends_with_2_and_stays(command: list[str]) -> None:
    write("a/x.txt", "conflict ab12")
    write(FLAGS_FILE, '[[flag]]\nfinding = "ab12"\n')
    result = run(*command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"discrepancy: {FLAGS_FILE}:1: no `reason`; give it as text in quotes\n"
    assert Path(FLAGS_FILE).read_text(encoding="utf-8") == '[[flag]]\nfinding = "ab12"\n'


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--output-format", "x"], "no format is called x; known are terminal, "),
        (["--output", "x=y"], "no format is called x; known are terminal, "),
        (["--output", "json"], "--output: json names no file; write it as FORMAT=FILE, "),
        (["--output", "json=none/x.json"], "--output: none/x.json lies in no folder that is there; "),
        (["--output", "json=x", "--output", "csv=x"], "--output: x is named twice; "),
    ],
)
def test_an_output_that_cannot_be_had_ends_with_2_before_anything_is_read(options: list[str], told: str) -> None:
    write("a/x.txt", "conflict ab12")
    result = run("check", "a", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"discrepancy: {told}")


def test_a_file_that_cannot_be_written_ends_with_2_after_the_report_is_shown() -> None:
    write("a/x.txt", "conflict ab12")
    result = run("check", "a", "--output", "json=a")
    assert (result.exit_code, result.stdout) == (2, "terminal: ab12\n")
    assert result.stderr == "discrepancy: a: cannot be written (is a directory)\n"


def test_several_findings_are_flagged_and_unflagged_at_once() -> None:
    write("a/x.txt", "conflict ab12")
    write("a/y.txt", "conflict cd34")
    assert run("flag", "ab", "cd", "a", "--reason", "seen").exit_code == 0
    assert [flag.finding for flag in load_flags(Path(FLAGS_FILE))] == ["ab12", "cd34"]
    assert run("check", "a").exit_code == 0
    assert run("unflag", "cd").stderr == "unflagged cd34: length of y.txt\n"
    assert run("check", "a").exit_code == 1
    assert run("unflag", "cd").exit_code == 2


def test_a_flag_that_takes_the_place_of_another_says_so() -> None:
    write("a/x.txt", "conflict ab12")
    assert "in place of" not in run("flag", "ab12", "a", "--reason", "seen", "--by", "Ana").stderr
    assert "in place of" not in run("flag", "ab12", "a", "--reason", "seen", "--by", "Ana").stderr
    again = run("flag", "ab12", "a", "--reason", "counted twice", "--by", "Ben")
    day = today().isoformat()
    assert again.stderr.endswith(f": length of x.txt (in place of: seen (explained, Ana, {day}))\n")
    assert [one.reason for one in load_flags(Path(FLAGS_FILE))] == ["counted twice"]


def test_a_flag_that_would_have_expired_is_refused_and_one_for_today_is_not() -> None:
    write("a/x.txt", "conflict ab12")
    yesterday, last = today() - timedelta(days=1), today()
    refused = run("flag", "ab12", "a", "--reason", "seen", "--expires", yesterday.isoformat())
    assert (refused.exit_code, Path(FLAGS_FILE).exists()) == (2, False)
    assert refused.stderr.startswith(f"discrepancy: --expires: {yesterday} is over, ")
    assert run("flag", "ab12", "a", "--reason", "seen", "--expires", last.isoformat()).exit_code == 0


def test_a_flag_keeps_who_until_when_and_where_to_look() -> None:
    write("a/x.txt", "conflict ab12")
    options = ("--by", "Ana", "--expires", "2031-01-01", "--ref", "desk 7", "--scope", "outlets")
    assert run("flag", "ab12", "a", "--reason", "seen", *options).exit_code == 0
    (flag,) = load_flags(Path(FLAGS_FILE))
    assert (flag.by, flag.expires, flag.ref, flag.scope) == ("Ana", date(2031, 1, 1), "desk 7", "outlets")
    assert (flag.rule, flag.outlets) == ("Q401", ("x",))
    assert run("flag", "ab12", "a", "--reason", "seen", "--expires", "31 May").exit_code == 2


def test_what_fails_can_be_chosen() -> None:
    write("a/x.txt", "update ab12")
    assert (run("check", "a").exit_code, run("check", "a", "--fail-on", "new,update").exit_code) == (0, 1)
    assert run("check", "a", "--fail-on", "update", "--show", "conflict").exit_code == 0
    write(FLAGS_FILE, '[[flag]]\nfinding = "ee00"\nreason = "seen"\nreports = ["a/x.txt"]\n')
    assert (run("check", "a").exit_code, run("check", "a", "--fail-on", "stale").exit_code) == (0, 1)
    assert run("check", "a", "--fail-on", "everything").exit_code == 2


def test_findings_less_sure_than_asked_for_do_not_fail() -> None:
    write("a/x.txt", "conflict ab12")
    assert [run("check", "a", "--min-confidence", least).exit_code for least in ("0.7", "0.8", "2")] == [1, 0, 2]


ROW = '[[flag]]\nfinding = "ab12"\nreason = "seen"\n'
BAD = {
    "conflict markers": (
        f"{ROW}<<<<<<< HEAD\n{ROW}=======\n>>>>>>> branch\n",
        4,
        "a conflict of git; join its sides by",
    ),
    "a second flag": (ROW + ROW, 4, "a second flag on ab12; keep one of them"),
    "an unknown verdict": (f'{ROW}verdict = "fine"\n', 1, "verdict: 'fine' is not known; known are explained,"),
    "a day that is none": (f"{ROW}date = 2024-02-31\n", 4, "invalid date or datetime"),
    "a text that is no day": (f'{ROW}date = "2024-02-31"\n', 1, "date: '2024-02-31' is no day; write it as"),
    "a newer version": (f"version = 3\n{ROW}", 1, "version 3 is not known; it takes a newer release"),
}
COMMANDS = ["check a", "flag ab12 a --reason seen", "unflag ab12", "flags list", "flags prune a", "audit --stats"]


@pytest.mark.parametrize(("text", "line", "message"), BAD.values(), ids=BAD.keys())
def test_bad_flags_are_told_in_one_line_and_stay(text: str, line: int, message: str) -> None:
    write("a/x.txt", "conflict ab12")
    write(FLAGS_FILE, text)
    for command in COMMANDS:
        result = run(*command.split())
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"discrepancy: {FLAGS_FILE}:{line}: {message}")
        assert result.stderr.count("\n") == 1
    assert Path(FLAGS_FILE).read_text(encoding="utf-8") == text


def test_bytes_that_are_no_text_become_a_reason_that_can_be_written() -> None:
    write("a/x.txt", "conflict ab12")
    assert run("flag", "ab12", "a", "--reason", "seen \udcff").exit_code == 0
    assert load_flags(Path(FLAGS_FILE))[0].reason == "seen ?"
