"""The configuration: found from where one stands, applied to the options of its names, told when wrong."""

from pathlib import Path

import pytest

from desk import replace_stages, run, write

OWN = "discrepancy.toml"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    replace_stages(monkeypatch)
    return tmp_path


def test_settings_are_the_defaults_of_options() -> None:
    write("reports/x.txt", "update ab12")
    write(OWN, 'paths = ["reports"]\nfail-on = ["new", "update"]\n')
    assert (run("check").exit_code, run("check").stdout) == (1, "terminal: ab12\n")
    assert run("check", "--fail-on", "new").exit_code == 0
    assert run("claims").exit_code == 0
    write(OWN, 'paths = "reports"\nshow = "conflict"\nmin-confidence = 0.9\n')
    assert run("check").stdout == "terminal: \n"


def test_settings_of_check_leave_other_commands_alone() -> None:
    write("a/x.txt", "conflict ab12")
    write(OWN, 'output-format = "json"\nverbose = true\n')
    assert run("check", "a").stdout == "json: ab12\n"
    assert run("claims", "a").exit_code == 0


def test_places_count_from_the_folder_of_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    write("reports/x.txt", "conflict ab12")
    write("below/deep/note.txt")
    write(OWN, 'paths = ["reports"]\nflags = "kept/flags.toml"\n')
    write("kept/README.md")
    monkeypatch.chdir("below/deep")
    assert run("check").exit_code == 1
    assert run("flag", "ab12", "--reason", "seen").exit_code == 0
    assert run("check").exit_code == 0
    assert (Path("../../kept") / "flags.toml").exists()


def test_the_nearest_file_counts_and_its_own_name_first(monkeypatch: pytest.MonkeyPatch) -> None:
    write("pyproject.toml", "[tool.discrepancy]\nlimit = 1\n")
    write("a/pyproject.toml", '[project]\nname = "a"\n')
    monkeypatch.chdir("a")
    assert "limit = 1" in run("config", "show").stdout
    write(OWN, "limit = 2\n")
    assert "limit = 2" in run("config", "show").stdout


def test_config_show_tells_where_each_value_comes_from() -> None:
    write(OWN, 'paths = ["reports"]\n\nmin-confidence = 0.5\n')
    lines = {line.split(" = ")[0]: line for line in run("config", "show").stdout.splitlines()}
    assert lines["paths"].split() == ["paths", "=", '["reports"]', "#", f"{OWN}:1"]
    assert lines["min-confidence"].endswith(f"{OWN}:3")
    assert lines["fail-on"].startswith('fail-on = ["new", "changed"]')
    assert lines["flags"].startswith('flags = "discrepancy-flags.toml"')
    assert lines["fail-on"].endswith("default")


BAD = {
    "an unknown key": (
        OWN,
        'show = "all"\nfailon = "new"\n',
        f"{OWN}:2: `failon` is not known; did you mean `fail-on`?",
    ),
    "an unknown key of a project": (
        "pyproject.toml",
        '[project]\nname = "a"\n\n[tool.discrepancy]\nmin_confidence = 0.5\n',
        "pyproject.toml:5: `min_confidence` is not known; did you mean `min-confidence`?",
    ),
    "an unknown table": (OWN, "[policy]\nnew = true\n", f"{OWN}:1: `policy` is not known; did you mean "),
    "an unknown word": (OWN, 'show = ["conflcts"]\n', f"{OWN}:1: show: "),
    "a text for a number": (OWN, 'limit = "many"\n', f"{OWN}:1: limit: "),
    "a number out of bounds": (OWN, "\nmin-confidence = 7\n", f"{OWN}:2: min-confidence: "),
    "an unknown word of several": (
        OWN,
        'fail-on = "new,never"\n',
        f"{OWN}:1: fail-on: never is not known; known are new,",
    ),
    "no TOML": (OWN, "<<<<<<< ours\n", f"{OWN}:1: invalid statement in column 1; mend the file by hand"),
}


@pytest.mark.parametrize(("name", "text", "message"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_told_in_one_line_that_says_where(name: str, text: str, message: str) -> None:
    write("a/x.txt", "conflict ab12")
    write(name, text)
    done = run("check", "a")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"discrepancy: {message}")
    assert done.stderr.count("\n") == 1
