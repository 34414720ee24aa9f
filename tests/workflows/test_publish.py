"""From main to readers: built twice, uploaded only if equal, and the Markdown catalog pushed."""

import os
import re
from pathlib import Path

import pytest

from tests.contributions.github.server import REPOSITORY, GitHub
from tests.pull_requests import BASE, MAINTAINED, Files
from tests.repository import git
from tests.workflows.runner import CONFIGURATION, Run, Runner
from tests.workflows.workflow import steps, workflow

THEME = "theme:\n  name: material\n  font: false\n"
BUILD = "Build the site twice, in different environments"
PUSH = "Commit and push changes"
UPLOAD = "actions/upload-pages-artifact"


def make_runner(folder: Path, base: Files = BASE) -> Runner:
    return Runner(folder, base, {})


def run_commit(runner: Runner) -> Run:
    return runner.run("publish", "commit", "push", {})


def test_the_site_is_built_twice_and_uploaded(tmp_path: Path) -> None:
    with_docs = {**BASE, "docs/prose/introduction.md": "Who connects your application?\n"}
    configuration = f"{CONFIGURATION}exclude_docs: /prose/\n{THEME}"
    runner = make_runner(tmp_path, {**with_docs, "mkdocs.yml": configuration})
    runner.inputs = {"queue": "no"}
    run = runner.run("publish", "build", "push", {})
    assert run.failed == "", run.output
    site = Path(run.used[UPLOAD]["path"])
    assert (site / "partners/contoso/index.html").is_file()
    assert run.output.count("The site is in") == 2


@pytest.mark.parametrize(("queue", "is_asked"), [("", True), ("yes", True), ("no", False)])
def test_the_waiting_pull_requests_get_a_page_unless_the_owner_refuses(
    tmp_path: Path, github: GitHub, queue: str, *, is_asked: bool
) -> None:
    github.pull(7, "eve", "a" * 40, title="Add Contoso")
    runner = make_runner(tmp_path)
    runner.environment = {"GITHUB_API_URL": github.url}
    runner.inputs = {"queue": queue} if queue else {}
    runner.broken_at = BUILD  # the next step
    run = runner.run("publish", "build", "push", {})
    assert ("1 pull request waits." in run.output) is is_asked
    assert (runner.workspace / ".catalog-queue.json").exists() is is_asked
    assert run.failed == BUILD


def test_the_site_is_published_without_that_page_if_github_refuses(
    tmp_path: Path, github: GitHub
) -> None:
    github.refusals = [(403, {})]
    runner = make_runner(tmp_path)
    runner.environment = {"GITHUB_API_URL": github.url}
    runner.broken_at = BUILD
    assert runner.run("publish", "build", "push", {}).failed == BUILD
    assert github.requests
    assert not (runner.workspace / ".catalog-queue.json").exists()


def go_back(runner: Runner, commit: str, temporary: Path) -> Run:
    """Check main out, and run the step that goes back to an earlier commit."""
    work = temporary / "work"
    git(temporary, "clone", "--quiet", os.fspath(runner.remote), os.fspath(work))
    (step,) = [
        step for step in steps(workflow("publish")["jobs"]["build"]) if "Go back" in step.name
    ]
    assert step.condition == "inputs.commit"
    runner.inputs = {"commit": commit}
    return runner.call(step, temporary)


def test_an_earlier_site_is_one_run_away(tmp_path: Path) -> None:
    runner = make_runner(tmp_path)
    earlier = runner.commit("main")
    newer = git(runner.remote, "commit-tree", "main^{tree}", "-p", "main", "-m", "newer").strip()
    git(runner.remote, "update-ref", "refs/heads/main", newer)
    assert go_back(runner, earlier, tmp_path).failed == ""
    assert git(tmp_path / "work", "rev-parse", "HEAD").strip() == earlier


@pytest.mark.parametrize("commit", ["main", "HEAD~1", "--help", "0" * 40, "of a fork"])
def test_only_commits_of_main_are_published(tmp_path: Path, commit: str) -> None:
    runner = make_runner(tmp_path)
    run = go_back(runner, runner.head if commit == "of a fork" else commit, tmp_path)
    assert run.failed == "Go back to the earlier commit"
    assert "::error::commit must be the full id of a commit of main" in run.output


def test_going_back_commits_nothing(tmp_path: Path) -> None:
    runner = make_runner(tmp_path)
    runner.inputs = {"commit": runner.commit("main")}
    assert run_commit(runner).done == []


def test_with_an_error_nothing_is_uploaded(tmp_path: Path) -> None:
    wrong = {"partners/contoso.yaml": MAINTAINED.replace("contact:", "kontact:")}
    runner = make_runner(tmp_path, wrong)
    runner.inputs = {"queue": "no"}
    run = runner.run("publish", "build", "push", {})
    assert (run.failed, UPLOAD in run.used) == (BUILD, False)


def test_the_site_is_built_with_the_history_that_dates_what_is_new() -> None:
    checkouts = [
        step.options
        for step in steps(workflow("publish")["jobs"]["build"])
        if step.uses.startswith("actions/checkout@")
    ]
    catalog, *_ = [options for options in checkouts if "repository" not in options]
    assert catalog["fetch-depth"] == "0"


def test_both_builds_have_the_same_moment(tmp_path: Path) -> None:
    """Otherwise the two builds would differ around midnight."""
    program = tmp_path / "bin/catalog"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\nsleep 1.1\necho "moment ${SOURCE_DATE_EPOCH}."\n', encoding="utf-8"
    )
    program.chmod(0o755)
    runner = make_runner(tmp_path)
    runner.path = os.fspath(program.parent)
    (build,) = [step for step in steps(workflow("publish")["jobs"]["build"]) if step.name == BUILD]
    first, second = re.findall(r"moment (\d+)\.", runner.call(build, tmp_path).output)
    assert first == second


def test_only_what_was_built_is_deployed_and_committed() -> None:
    jobs = workflow("publish")["jobs"]
    assert [jobs[name]["needs"] for name in ("deploy", "commit")] == ["build", "build"]


@pytest.mark.parametrize("difference", ["another byte", "another page"])
def test_two_builds_that_differ_are_refused(tmp_path: Path, difference: str) -> None:
    runner = make_runner(tmp_path)
    (compare,) = [
        step for step in steps(workflow("publish")["jobs"]["build"]) if "Compare" in step.name
    ]
    for name in ("site", "again"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text("x", encoding="utf-8")
    changed = "index.html" if difference == "another byte" else "more.html"
    (tmp_path / "again" / changed).write_text("y", encoding="utf-8")
    assert runner.call(compare, tmp_path).failed == compare.name
    for name in ("site", "again"):
        (tmp_path / name / changed).write_text("y", encoding="utf-8")
    assert runner.call(compare, tmp_path).failed == ""


def test_the_markdown_catalog_is_pushed_once(tmp_path: Path) -> None:
    runner = make_runner(tmp_path)
    before = runner.commit("main")
    assert run_commit(runner).failed == ""
    after = runner.commit("main")
    assert git(runner.remote, "rev-parse", "main^").strip() == before
    assert "# Partners" in git(runner.remote, "show", "main:CATALOG.md")
    assert git(runner.remote, "log", "-1", "--format=%an", "main").strip() == "github-actions[bot]"
    assert run_commit(runner).failed == ""
    assert runner.commit("main") == after


@pytest.mark.parametrize(
    ("repository", "is_pushed"),
    [
        (f"https://github.com/{REPOSITORY}", True),
        (f"https://github.com/{REPOSITORY.upper()}/", True),
        ("https://github.com/fabrikam/catalog", False),
        (f"https://github.com/more-{REPOSITORY}", False),
    ],
)
def test_a_fork_is_left_alone(tmp_path: Path, repository: str, *, is_pushed: bool) -> None:
    configuration = f"{CONFIGURATION}      repository: {repository}\n".replace(
        "- catalog\n", "- catalog:\n"
    )
    runner = make_runner(tmp_path, {**BASE, "mkdocs.yml": configuration})
    before = runner.commit("main")
    run = run_commit(runner)
    assert run.failed == "", run.output
    assert (runner.commit("main") != before) is is_pushed
    assert ("::notice::Nothing was published" in run.output) is not is_pushed


def test_a_newer_main_is_left_to_its_own_run(tmp_path: Path) -> None:
    runner = make_runner(tmp_path)
    # The job belongs to this commit, and main has a newer one.
    runner.sha = runner.commit("main")
    work = tmp_path / "somebody"
    git(tmp_path, "clone", "--quiet", os.fspath(runner.remote), os.fspath(work))
    git(work, "commit", "--quiet", "--allow-empty", "--message", "x")
    git(work, "push", "--quiet", "origin", "HEAD:main")
    tip = runner.commit("main")
    run = run_commit(runner)
    assert (run.failed, "::notice::" in run.output) == ("", True), run.output
    assert runner.commit("main") == tip


def test_a_refused_push_fails(tmp_path: Path) -> None:
    """For example, if the branch is protected. Another job still deploys the site."""
    runner = make_runner(tmp_path)
    git(runner.remote, "config", "receive.denyCurrentBranch", "refuse")
    hook = runner.remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    assert run_commit(runner).failed == PUSH
