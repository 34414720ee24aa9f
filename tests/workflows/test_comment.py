"""The comment on a pull request, as the workflow writes it: with permissions, without artifacts."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.contributions.github.server import GitHub
from tests.pull_requests import BASE, MAINTAINED
from tests.repository import git
from tests.workflows.runner import NUMBER, Run, Runner

CONTOSO = "partners/contoso.yaml"

WRONG = {CONTOSO: MAINTAINED.replace("contact:", "kontact:")}


@pytest.fixture
def runner(tmp_path: Path, github: GitHub) -> Runner:
    found = Runner(tmp_path, BASE, WRONG)
    found.environment = {"GITHUB_API_URL": github.url}
    return found


def run_comment(
    runner: Runner,
    github: GitHub,
    branch: str = "topic",
    owner: str = "eve",
    said: Mapping[str, object] = {},
) -> Run:
    """Run the job after the checks of a fork; ``said`` overrides what GitHub says about them."""
    github.pulls = [
        {
            "number": NUMBER,
            "user": {"login": owner},
            "head": {"sha": runner.head, "label": f"{owner}:{branch}"},
            "base": {"ref": "main"},
            "body": "",
        }
    ]
    of_checks: dict[str, object] = {
        "event": "pull_request",
        "conclusion": "failure",
        "head_branch": branch,
        "head_sha": runner.head,
        "head_repository": {"full_name": f"{owner}/partners", "owner": {"login": owner}},
        **said,
    }
    return runner.run("comment", "comment", "workflow_run", {"workflow_run": of_checks})


def test_the_review_is_posted_once(runner: Runner, github: GitHub) -> None:
    first, second = run_comment(runner, github), run_comment(runner, github)
    assert (first.failed, second.failed) == ("", ""), first.output + second.output
    (comment,) = github.comments[NUMBER]
    assert "kontact" in comment["body"]
    assert github.labels[NUMBER] == ["needs-maintainer"]
    assert git(runner.workspace, "status", "--porcelain") == ""


@pytest.mark.parametrize("branch", ["$(touch ran)`touch ran`;#&x=y", "--help", "a b\nc/ä"])
def test_a_branch_with_any_name_is_found_and_its_name_is_inert(
    runner: Runner, github: GitHub, branch: str
) -> None:
    run = run_comment(runner, github, branch)
    assert run.failed == "", run.output
    assert len(github.comments[NUMBER]) == 1
    assert not list(runner.folder.rglob("ran"))


@pytest.mark.parametrize(
    "said",
    [{"head_repository": None}, {"head_sha": "1" * 40}, {"head_branch": "another"}],
    ids=["the fork is gone", "a newer commit", "another branch"],
)
def test_without_a_pull_request_there_is_no_comment(
    runner: Runner, github: GitHub, said: dict[str, object]
) -> None:
    run = run_comment(runner, github, said=said)
    assert (run.failed, github.comments) == ("", {}), run.output


@pytest.mark.parametrize("said", [{"event": "merge_group"}, {"conclusion": "cancelled"}])
def test_it_runs_only_for_a_pull_request(
    runner: Runner, github: GitHub, said: dict[str, object]
) -> None:
    assert run_comment(runner, github, said=said).done == []


def test_a_comment_does_not_need_finished_checks(runner: Runner, github: GitHub) -> None:
    """GitHub delays the checks of new contributors until somebody approves, but not the review."""
    assert run_comment(runner, github, said={"conclusion": "action_required"}).failed == ""
    assert len(github.comments[NUMBER]) == 1
