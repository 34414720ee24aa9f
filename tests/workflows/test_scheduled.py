"""The scheduled workflows: links and freshness, which keep one issue each, and the digest."""

import datetime as dt
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.contributions.github.server import GitHub
from tests.pull_requests import BASE, MAINTAINED
from tests.workflows.runner import CONFIGURATION, Run, Runner
from tests.workflows.workflow import REPOSITORY

STATE = ".catalog-links.json"
SAVE = "actions/cache/save"
FIRST = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def runner(tmp_path: Path, github: GitHub) -> Runner:
    found = Runner(tmp_path, BASE, {})
    found.environment = {"GITHUB_API_URL": github.url}
    return found


@pytest.fixture
def on_loopback(runner: Runner) -> Runner:
    """The same runner, where `catalog` opens links on a test server only."""
    programs = runner.folder / "programs"
    programs.mkdir()
    program = programs / "catalog"
    called = f'"{sys.executable}" -m tests.workflows.links_on_loopback "$@"'
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{REPOSITORY}" exec {called}\n', encoding="utf-8")
    program.chmod(0o755)
    runner.path = os.fspath(programs)
    return runner


def open_links(runner: Runner, day: int) -> Run:
    """Open the links some days after the first day, with the cache."""
    moment = int((FIRST + dt.timedelta(day)).timestamp())
    runner.environment["SOURCE_DATE_EPOCH"] = str(moment)
    before = runner.workspace / STATE
    if before.is_file():
        shutil.copy(before, runner.folder / STATE)
        runner.restored = {STATE: runner.folder / STATE}
    return runner.run("links", "links", "schedule", {})


def test_a_dead_link_opens_an_issue_after_a_week(on_loopback: Runner, github: GitHub) -> None:
    for day in (0, 4, 8):
        run = open_links(on_loopback, day)
        assert run.failed == "", run.output
        assert run.used[SAVE]["path"] == STATE
    (issue,) = github.issues.values()
    assert (issue["title"], issue["state"]) == ("Links that need attention", "open")
    assert "CAT401" in issue["body"]


def test_a_failed_run_does_not_close_the_issue(tmp_path: Path, github: GitHub) -> None:
    github.issue("github-actions[bot]", "links", "Links that need attention", "One is dead.")
    runner = Runner(tmp_path, {**BASE, "mkdocs.yml": "site_name: not a catalog\n"}, {})
    runner.environment = {"GITHUB_API_URL": github.url}
    run = open_links(runner, 0)  # `catalog links` exits with 2, as without a network
    assert (run.failed, run.code) == ("Open the links", 1)
    assert [issue["state"] for issue in github.issues.values()] == ["open"]


def test_a_broken_cache_is_replaced(on_loopback: Runner, github: GitHub) -> None:
    state = on_loopback.folder / STATE
    state.write_text("no state", encoding="utf-8")
    on_loopback.restored = {STATE: state}
    run = open_links(on_loopback, 0)
    assert run.failed == "", run.output
    assert "starts over" in run.output
    assert run.used[SAVE]["path"] == STATE
    assert '"links"' in (on_loopback.workspace / STATE).read_text(encoding="utf-8")
    assert not github.issues


def test_due_attestations_are_listed_in_an_issue(tmp_path: Path, github: GitHub) -> None:
    old = MAINTAINED.replace("maintainers:", "tested_on: 2024-01-02\nmaintainers:")
    runner = Runner(tmp_path, {"partners/contoso.yaml": old}, {})
    runner.environment = {"GITHUB_API_URL": github.url}
    run = runner.run("freshness", "freshness", "schedule", {})
    assert run.failed == "", run.output
    (issue,) = github.issues.values()
    assert issue["title"] == "Attestations due for renewal"
    assert "Contoso" in issue["body"]


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (".github/workflows/links.yml", "active", "active"),
        (".github/workflows/daily.yml", "disabled_inactivity", "active"),
        (".github/workflows/review.yml", "disabled_manually", "disabled_manually"),
        ("dynamic/pages/pages-build-deployment", "active", "active"),
    ],
)
def test_schedules_keep_running(
    runner: Runner, github: GitHub, path: str, before: str, after: str
) -> None:
    """Enabling a workflow, even an active one, starts the 60 days again."""
    other = {"id": 1, "path": ".github/workflows/digest.yml", "state": "active"}
    github.workflows = [other, {"id": 2, "path": path, "state": before}]
    run = runner.run("digest", "enable", "schedule", {})
    assert run.failed == "", run.output
    assert [each["state"] for each in github.workflows] == ["active", after]
    enabled = [each for each in github.requests if each.startswith("PUT")]
    is_ours = path.startswith(".github/") and after == "active"
    assert enabled == [f"PUT actions/workflows/{each}/enable" for each in (1, 2)[: 1 + is_ours]]


def test_a_run_that_github_refuses_fails(runner: Runner, github: GitHub) -> None:
    github.workflows = [{"id": 1, "path": ".github/workflows/links.yml", "state": "active"}]
    github.refusals = [(200, {}), (403, {})]
    github.reasons = []
    assert runner.run("digest", "enable", "schedule", {}).failed == "Enable the workflows again"


def write_digest(runner: Runner, day: str) -> Run:
    """Run the digest on a day, as the clock of the machine says."""
    programs = runner.folder / "clock"
    programs.mkdir(exist_ok=True)
    clock = programs / "date"
    clock.write_text(f'#!/bin/sh\nexec /bin/date --date={day} "$@"\n', encoding="utf-8")
    clock.chmod(0o755)
    runner.path = os.fspath(programs)
    return runner.run("digest", "digest", "schedule", {})


def test_a_digest_is_one_new_issue_each_month(tmp_path: Path, github: GitHub) -> None:
    github.pull(7, "eve", "a" * 40, title="Add Contoso")
    repository = "      repository: https://github.com/contoso/partners\n"
    configuration = CONFIGURATION.replace("- catalog\n", f"- catalog:\n{repository}")
    old = MAINTAINED.replace("maintainers:", "tested_on: 2024-01-02\nmaintainers:")
    runner = Runner(tmp_path, {"mkdocs.yml": configuration, "partners/contoso.yaml": old}, {})
    runner.environment = {"GITHUB_API_URL": github.url}
    for day in ("2026-11-01", "2026-11-15", "2026-12-01"):
        run = write_digest(runner, day)
        assert run.failed == "", run.output
    states = [(issue["title"], issue["state"]) for issue in github.issues.values()]
    assert states == [("Digest of 2026-11", "closed"), ("Digest of 2026-12", "open")]
    body = github.issues[max(github.issues)]["body"]
    assert "Add Contoso" in body
    assert "@contoso-anna: test Contoso" in body


def test_a_digest_that_github_refuses_leaves_the_issue_as_it_is(
    runner: Runner, github: GitHub
) -> None:
    github.issue("github-actions[bot]", "digest", "Digest of 2026-11", "Something waits.")
    github.refusals = [(403, {})]
    assert write_digest(runner, "2026-12-01").failed == "Ask which pull requests wait"
    assert [issue["state"] for issue in github.issues.values()] == ["open"]
