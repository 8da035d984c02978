"""A month at a desk that keeps its reports in a repository of git, with the command that its CI runs."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from discrepancy.flags import FLAGS_FILE, load_flags

COMMAND = Path(sys.executable).with_name("discrepancy")
GIT = shutil.which("git")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(GIT is None, reason="no git here")]


class Desk:
    """The repository, and what is done in it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.surroundings = {
            **os.environ,
            "HOME": str(home.parent),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": "Ana" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Ana")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - the command under test, and git
            command, cwd=self.home, env=self.surroundings, capture_output=True, encoding="utf-8", check=False
        )

    def git(self, *arguments: str) -> int:
        return self.run(str(GIT), *arguments).returncode

    def commit(self) -> None:
        assert self.git("add", "-A") == self.git("commit", "-q", "-m", "a day's work") == 0

    def tool(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(str(COMMAND), *arguments)

    def ci(self, *paths: str) -> tuple[int, str]:
        """The exit status and the words of the job, on all reports or on *paths*; it leaves its report behind."""
        done = self.tool("check", *paths, "--output", "json=../report.json")
        return done.returncode, " ".join((done.stdout + done.stderr).split())

    def id_of(self, story: str) -> str:
        """The id of the conflict in *story*, by the last report of the job."""
        findings = json.loads((self.home.parent / "report.json").read_text(encoding="utf-8"))["findings"]
        return next(one["id"] for one in findings if f"{story}/" in one["sides"][0]["document"])

    def write(self, story: str, outlet: str, day: int, kilometres: int) -> None:
        """A report of *outlet* on how far a bridge is from the border; each story has a river of its own."""
        path = self.home / "reports" / story / f"{outlet.lower()}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"---\noutlet: {outlet}\npublished: 2031-03-{day:02}\n---\nThe {story} bridge, and what becomes of it.\n\n"
            f"The bridge at {story} lies {kilometres} kilometres from the border, the mayor said on Monday.\n",
            encoding="utf-8",
        )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    home = tmp_path / "desk"
    home.mkdir()
    return Desk(home)


def an_outlet_more_agrees(desk: Desk, bro: str) -> None:
    """It had the fact first, and tells it in words of its own: nothing changes, not even the id."""
    (desk.home / "reports/Bro/radio.md").write_text(
        "---\noutlet: Radio\npublished: 2031-03-04\n---\nNews of the day.\n\n"
        "From the border to the Bro bridge it is 70 kilometres, said Ms Holm, the mayor, on Monday.\n",
        encoding="utf-8",
    )
    assert desk.tool("check", "--flags", os.devnull, "--output", "json=../report.json").returncode == 1
    assert desk.id_of("Bro") != bro
    status, told = desk.ci()
    assert (status, f"conflict (flagged) {bro}" in told, "stale" in told) == (0, True, False)
    desk.commit()


def another_story_is_checked_alone(desk: Desk) -> None:
    """Of the flags on other stories nothing is said, and none is pruned."""
    before = load_flags(desk.home / FLAGS_FILE)
    status, told = desk.ci("reports/Aal")
    assert (status, "stale" in told, "seen elsewhere: 1" in told) == (0, False, True)
    assert desk.tool("flags", "prune", "reports/Aal").returncode == 0
    assert load_flags(desk.home / FLAGS_FILE) == before


def a_day_passes(desk: Desk, dee: str, today: date) -> None:
    """One of the flags has expired: its finding is new again, and told so."""
    yesterday = (today - timedelta(days=1)).isoformat()
    flags = desk.home / FLAGS_FILE
    flags.write_text(flags.read_text(encoding="utf-8").replace(today.isoformat(), yesterday), encoding="utf-8")
    status, told = desk.ci()
    assert (status, f"expired {yesterday}: until the survey" in told) == (1, True)
    assert desk.tool("flag", dee, "--reason", "surveyed").returncode == 0
    assert desk.ci()[0] == 0


def test_a_month_of_a_desk(desk: Desk) -> None:
    # Adopt, with a conflict that has long been there.
    desk.write("Aal", "Post", 1, 20)
    desk.write("Aal", "Wire", 2, 30)
    (desk.home / "discrepancy.toml").write_text('paths = ["reports"]\n', encoding="utf-8")
    assert desk.ci()[0] == 1
    assert desk.tool("baseline", "create").returncode == 0
    desk.commit()
    assert desk.ci()[0] == 0

    # A new story conflicts, and fails; it is flagged, and passes.
    desk.write("Bro", "Post", 5, 40)
    desk.write("Bro", "Wire", 6, 60)
    assert desk.ci()[0] == 1
    bro = desk.id_of("Bro")
    assert desk.tool("flag", bro[:8], "--reason", "one measures by road").returncode == 0
    desk.commit()
    assert desk.ci()[0] == 0

    # The article is corrected: the flag is stale, told with its place, and fails only where that is asked for.
    desk.write("Bro", "Wire", 6, 40)
    status, told = desk.ci()
    assert (status, "stale flags · 1 ─" in told, f"{FLAGS_FILE}:4 {bro}" in told) == (0, True, True)

    # The value changes to another: the finding comes back as changed, with who, when and why.
    desk.write("Bro", "Wire", 6, 70)
    status, told = desk.ci()
    assert status == 1
    assert "conflict (changed)" in told
    assert "one measures by road (explained, Ana, " in told
    assert desk.tool("flag", desk.id_of("Bro"), "--reason", "and one by sea").returncode == 0
    assert desk.tool("flags", "prune").returncode == 0
    assert [flag.reason for flag in load_flags(desk.home / FLAGS_FILE)] == ["and one by sea"]
    desk.commit()

    an_outlet_more_agrees(desk, desk.id_of("Bro"))
    another_story_is_checked_alone(desk)

    # Two branches flag findings of their own, and are merged.
    for story, day in (("Cam", 10), ("Dee", 11)):
        desk.write(story, "Post", day, 20 + 2 * day)
        desk.write(story, "Wire", day, 90)
    desk.commit()
    assert desk.ci()[0] == 1
    cam, dee = desk.id_of("Cam"), desk.id_of("Dee")
    desk.git("checkout", "-q", "-b", "branch")
    assert desk.tool("flag", cam, "--reason", "an old map").returncode == 0
    desk.commit()
    desk.git("checkout", "-q", "main")
    today = date.today()  # noqa: DTZ011 - a day as the desk counts it
    assert desk.tool("flag", dee, "--reason", "until the survey", "--expires", today.isoformat()).returncode == 0
    desk.commit()
    if desk.git("merge", "-q", "branch") != 0:
        status, told = desk.ci()
        assert (status, f"{FLAGS_FILE}:" in told) == (2, True)
        assert desk.tool("flags", "merge").returncode == 0
        desk.commit()
    assert {flag.finding for flag in load_flags(desk.home / FLAGS_FILE)} >= {cam, dee}

    a_day_passes(desk, dee, today)
