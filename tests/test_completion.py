"""What a shell offers for an id that is not yet typed out: what is kept, at once, and never an error."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk import replace_stages, run, write
from discrepancy.cli.completion import flagged_ids, open_ids, shown_ids
from discrepancy.flags import FLAGS_FILE

COMMAND = Path(sys.executable).with_name("discrepancy")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCREPANCY_CACHE", str(tmp_path / "cache"))
    replace_stages(monkeypatch)
    write("a/x.txt", "conflict ab12")
    write("a/y.txt", "agree ab34")
    write("a/z.txt", "update cd56")
    return tmp_path


def offered(line: str, **surroundings: str) -> list[str]:
    """What bash is told where *line* is typed."""
    words = ["discrepancy", *line.split(" ")]
    told = {"_DISCREPANCY_COMPLETE": "complete_bash", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    done = subprocess.run(  # noqa: S603 - the command under test
        [COMMAND], env={**os.environ, **told, **surroundings}, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_the_ids_of_the_last_check_here_are_offered() -> None:
    assert offered("explain ") == []
    run("check", "a")
    assert offered("explain ") == ["ab12", "ab34", "cd56"]
    assert offered("explain ab") == ["ab12", "ab34"]
    assert offered("flag ") == ["ab12", "cd56"]
    assert offered("flag ab12 cd") == ["cd56"]
    assert offered("flag a/") == []
    run("check", "a/z.txt")
    assert offered("explain ") == ["cd56"]


def test_nothing_is_offered_that_was_not_kept(monkeypatch: pytest.MonkeyPatch, desk: Path) -> None:
    run("check", "a", "--no-cache")
    assert offered("explain ") == []
    run("check", "a", "--cache", "kept")
    assert offered("explain ") == []
    assert offered("explain --cache kept ") == ["ab12", "ab34", "cd56"]
    run("check", "a")
    monkeypatch.chdir(desk / "a")
    assert offered("explain ") == []


def test_the_ids_of_flags_are_offered_where_flags_are_taken_back() -> None:
    run("flag", "ab12", "a", "--reason", "seen")
    run("flag", "cd56", "a", "--reason", "seen", "--flags", "desk.toml")
    assert offered("unflag ") == ["ab12"]
    assert offered("unflag --flags desk.toml ") == ["cd56"]
    write("discrepancy.toml", 'flags = "desk.toml"\n')
    assert offered("unflag ") == ["cd56"]


def test_what_cannot_be_read_offers_nothing_and_says_nothing() -> None:
    write(FLAGS_FILE, "<<<<<<< HEAD\n")
    write("kept", "no folder")
    assert offered("unflag ") == offered("explain ", DISCREPANCY_CACHE="kept") == []
    write("discrepancy.toml", "?")
    assert offered("unflag ") == []


def test_nothing_is_offered_that_a_shell_could_run() -> None:
    label = r'bridge \$(rm x) `rm y` "$z"; …'
    write(FLAGS_FILE, f"[[flag]]\nfinding = \"ab12\"\nreason = 'seen'\nfact = '{label}'\n")
    write("more.toml", "[[flag]]\nfinding = '$(rm x)'\nreason = 'seen'\n")
    offers = list(flagged_ids(_Context(), ""))  # type: ignore[arg-type] # all that is asked of a context
    assert [name for name, _ in offers] == ["ab12"]
    assert not set(offers[0][1]) & set("\\$`\"';()&|<>")
    assert list(flagged_ids(_Context(flags="more.toml"), "")) == []  # type: ignore[arg-type] # likewise


def test_of_a_large_run_the_first_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.cli.completion.MOST", 2)
    run("check", "a")
    context = _Context()
    assert [name for name, _ in shown_ids(context, "")] == ["ab12", "ab34"]  # type: ignore[arg-type] # likewise
    assert [name for name, _ in open_ids(context, "")] == ["ab12"]  # type: ignore[arg-type] # likewise


def test_rules_are_offered_by_their_codes() -> None:
    assert offered("rules D") == ["D402", "D403", "D401"]


def test_completing_loads_nothing_heavy() -> None:
    run("check", "a")
    code = "import sys\nfrom discrepancy.cli import app\ntry: app()\nfinally: print(*sys.modules, file=sys.stderr)"
    told = {"_CODE_COMPLETE": "complete_bash", "COMP_WORDS": "code explain a", "COMP_CWORD": "2"}
    code = code.replace("app()", "app(prog_name='code')")
    done = subprocess.run(  # noqa: S603 - as above
        [sys.executable, "-c", code], env={**os.environ, **told}, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout.split() == ["ab12", "ab34"]
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert not loaded & {"spacy", "quantulum3", "dateparser", "pint", "rapidfuzz", "numpy", "rich", "tomlkit"}


class _Context:
    """What has been typed of the options."""

    def __init__(self, **params: str) -> None:
        self.params = params
