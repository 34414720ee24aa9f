"""Two linters for GitHub's workflows find no problems here, and find problems in a bad workflow."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents import document
from tests.workflows.workflow import REPOSITORY, WORKFLOWS, read, workflow

BIN = Path(sys.executable).parent
INJECTION = """\
name: bad
on: pull_request
permissions: write-all
jobs:
  bad:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo ${{ github.event.pull_request.title }} | grep $WORD
"""


def call(*command: str | Path) -> subprocess.CompletedProcess[str]:
    # actionlint finds ShellCheck on the path.
    environment = os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}", "NO_COLOR": "1"}
    program, *arguments = (os.fspath(each) for each in command)
    return subprocess.run(
        [str(BIN / program), *arguments],
        cwd=REPOSITORY,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )


def run_zizmor(*places: str | Path) -> subprocess.CompletedProcess[str]:
    return call("zizmor", "--offline", "--persona=auditor", "--no-progress", "--quiet", *places)


def test_zizmor_finds_no_problem() -> None:
    done = run_zizmor("--strict-collection", ".github", "action.yml")
    assert done.returncode == 0, done.stdout


def test_actionlint_finds_no_problem() -> None:
    done = call("actionlint", *WORKFLOWS)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.yml"
    path.write_text(INJECTION, encoding="utf-8")
    return path


def test_zizmor_finds_problems(bad: Path) -> None:
    said = run_zizmor("--no-config", bad).stdout
    for audit in ("template-injection", "unpinned-uses", "excessive-permissions", "artipacked"):
        assert f"[{audit}]" in said


def test_actionlint_finds_problems_in_scripts_too(bad: Path) -> None:
    said = call("actionlint", bad).stdout
    assert "potentially untrusted" in said
    assert "SC2086" in said


def test_the_example_for_other_catalogs_is_valid(tmp_path: Path) -> None:
    (example,) = [
        fence.text
        for fence in document("docs/own-catalog.md").fences
        if "/workflows/" in fence.text
    ]
    path = tmp_path / "validate.yml"
    path.write_text(example, encoding="utf-8")
    assert call("actionlint", path).stdout == ""
    theirs, ours = read(path), workflow("validate")
    assert theirs["on"]["pull_request"]["types"] == ours["on"]["pull_request"]["types"]
    (job,) = theirs["jobs"].values()
    assert job["permissions"] == ours["jobs"]["review"]["permissions"]
    assert job.keys() == {"permissions", "uses"}


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (".github", ["dangerous-triggers"]),
        ("action.yml", ["github-env"]),
        ("catalog_tool/cli/new_catalog/files/.github", ["dangerous-triggers"]),
    ],
)
def test_each_exception_of_zizmor_has_its_reason_on_the_same_line(
    folder: str, expected: list[str]
) -> None:
    exceptions = [
        match
        for path in [*(REPOSITORY / folder).rglob("*.yml"), *REPOSITORY.glob(folder)]
        if path.is_file()
        for match in re.findall(r"# zizmor: ignore\[(.*)\] *(.*)", path.read_text(encoding="utf-8"))
    ]
    assert sorted(name for name, _ in exceptions) == expected
    assert all(reason for _, reason in exceptions)
