"""What the README says of CI, tried as a newcomer would: pasted into a fresh repository."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
(SECTION,) = re.findall(r"^## In CI\n(.*?)^## ", README, re.MULTILINE | re.DOTALL)
GITHUB, GITLAB, HOOKS = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", SECTION, re.DOTALL))
OWN_HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
SHELL = shutil.which("bash")

JOBS = {
    "GitHub": [step["run"] for step in GITHUB["jobs"]["check"]["steps"] if "run" in step],
    "GitLab": GITLAB["discrepancy"]["script"],
    "a hook": [hook["entry"] for hook in OWN_HOOKS],
}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (settings,) = re.findall(r"```toml\n(.*?)```", SECTION, re.DOTALL)
    (tmp_path / "discrepancy.toml").write_text(settings, encoding="utf-8")
    for outlet, kilometres in (("post", 20), ("wire", 30)):
        path = tmp_path / "reports" / "bridge" / f"{outlet}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The bridge lies {kilometres} kilometres from the border, the mayor said.\n", encoding="utf-8")
    return tmp_path


def shell(command: str, home: Path) -> subprocess.CompletedProcess[str]:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = {**os.environ, "PATH": programs, "GITHUB_STEP_SUMMARY": str(home / "summary.md")}
    return subprocess.run(  # noqa: S603 - the README's own commands
        [str(SHELL), "-c", command], cwd=home, env=surroundings, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.slow
@pytest.mark.skipif(SHELL is None, reason="no shell here")
@pytest.mark.parametrize("job", JOBS)
def test_a_job_fails_on_a_new_conflict(job: str, repository: Path) -> None:
    (command,) = [line for line in JOBS[job] if line.startswith("discrepancy check")]
    done = shell(command, repository)
    assert (done.returncode, done.stderr) == (1, "")
    for name in re.findall(r"--output [\w-]+=(\S+)", command):
        assert (repository / name.strip('"').replace("$GITHUB_STEP_SUMMARY", "summary.md")).stat().st_size


@pytest.mark.slow
@pytest.mark.skipif(SHELL is None, reason="no shell here")
def test_a_job_passes_once_what_is_there_is_known(repository: Path) -> None:
    (create,) = set(re.findall(r"`(discrepancy baseline create)`", SECTION))
    assert shell(create, repository).returncode == 0
    assert shell("discrepancy check", repository).returncode == 0


def test_artefacts_are_what_the_job_writes() -> None:
    written = dict(re.findall(r"--output ([\w-]+)=(\S+)", " ".join(JOBS["GitLab"])))
    reports = GITLAB["discrepancy"]["artifacts"]["reports"]
    assert set(reports.values()) == set(written.values())


def test_the_hook_checks_the_whole_and_is_called_as_it_is_named() -> None:
    assert [hook["id"] for hook in HOOKS["repos"][0]["hooks"]] == [hook["id"] for hook in OWN_HOOKS]
    assert all(hook["pass_filenames"] is False and shlex.split(hook["entry"])[0] == "discrepancy" for hook in OWN_HOOKS)
