"""The workflow release builds a package that knows its commit, and refuses a wrong tag."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.pull_requests import Files
from tests.repository import git
from tests.workflows.runner import Run, Runner
from tests.workflows.workflow import REPOSITORY

CHANGELOG = """\
# Changelog

## 0.1.0 (2026-12-01)

- First.

## 0.0.9 (2026-11-01)

- Zeroth.
"""
PROGRAM: Files = {
    **{name: (REPOSITORY / name).read_text(encoding="utf-8") for name in ("LICENSE", "README.md")},
    ".gitignore": (REPOSITORY / ".gitignore").read_text(encoding="utf-8"),
    "catalog_tool/__init__.py": '"""The program."""\n',
    "pyproject.toml": (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"),
    "CHANGELOG.md": CHANGELOG,
}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    found = Runner(tmp_path, PROGRAM, {"README.md": "Not reviewed.\n"})
    git(found.remote, "branch", "fork", found.head)
    return found


def release(runner: Runner, tag: str, commit: str) -> Run:
    runner.sha = commit
    runner.environment = {"GITHUB_REF_NAME": tag}
    return runner.run("release", "build", "push", {})


def test_the_package_knows_the_commit_that_it_is_from(runner: Runner) -> None:
    run = release(runner, "v0.1.0", runner.commit("main"))
    assert run.failed == "", run.output
    built = runner.workspace / "dist"
    (wheel,) = built.glob("*.whl")
    with ZipFile(wheel) as archive:
        commit = archive.read("catalog_tool/released-commit.txt").decode()
    assert commit.strip() == runner.commit("main")
    assert list(built.glob("partner_catalog-0.1.0.tar.gz"))
    assert (built / "notes.md").read_text(encoding="utf-8") == "\n- First.\n\n"
    assert run.used["actions/upload-artifact"]["path"] == "dist/"


@pytest.mark.parametrize(
    ("tag", "branch", "message"),
    [
        ("v0.2.0", "main", "pyproject.toml has another version."),
        ("v0.1.0", "fork", "The tag is not on main"),
    ],
)
def test_a_tag_that_does_not_fit_is_refused(
    runner: Runner, tag: str, branch: str, message: str
) -> None:
    run = release(runner, tag, runner.commit(branch))
    assert run.failed == "Check that the tag, the version, and the changelog agree"
    assert message in run.output


def test_a_version_without_a_section_in_the_changelog_is_refused(tmp_path: Path) -> None:
    unreleased = {**PROGRAM, "CHANGELOG.md": "# Changelog\n\n## Unreleased (0.1.0)\n\n- First.\n"}
    runner = Runner(tmp_path, unreleased, {})
    run = release(runner, "v0.1.0", runner.commit("main"))
    assert "CHANGELOG.md has no section '## 0.1.0 (date)'." in run.output
