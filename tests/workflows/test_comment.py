"""What is said on a pull request, run as the workflow runs it: with rights, without artifacts."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.contributions.github.server import GitHub
from tests.pull_requests import BASE, MAINTAINED
from tests.repository import git
from tests.workflows.runner import NUMBER, Run, Runner

CONTOSO = "partners/contoso.yaml"
SAY = "Judge it again, and say so"
WRONG = {CONTOSO: MAINTAINED.replace("contact:", "kontact:")}


@pytest.fixture
def runner(tmp_path: Path, github: GitHub) -> Runner:
    found = Runner(tmp_path, BASE, WRONG)
    found.environment = {"GITHUB_API_URL": github.url}
    return found


def commented(
    runner: Runner,
    github: GitHub,
    branch: str = "topic",
    owner: str = "eve",
    said: Mapping[str, object] = {},
) -> Run:
    """Run the job after the checks of a fork; ``said`` is what GitHub says otherwise of it."""
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


def test_the_review_is_said_once(runner: Runner, github: GitHub) -> None:
    first, second = commented(runner, github), commented(runner, github)
    assert (first.failed, second.failed) == ("", ""), first.output + second.output
    (comment,) = github.comments[NUMBER]
    assert "kontact" in comment["body"]
    assert github.labels[NUMBER] == ["needs-maintainer"]
    assert git(runner.workspace, "status", "--porcelain") == ""


@pytest.mark.parametrize("branch", ["$(touch ran)`touch ran`;#&x=y", "--help", "a b\nc/ä"])
def test_a_branch_of_any_name_is_found_and_is_only_a_name(
    runner: Runner, github: GitHub, branch: str
) -> None:
    run = commented(runner, github, branch)
    assert run.failed == "", run.output
    assert len(github.comments[NUMBER]) == 1
    assert not list(runner.folder.rglob("ran"))


@pytest.mark.parametrize(
    "said",
    [{"head_repository": None}, {"head_sha": "1" * 40}, {"head_branch": "another"}],
    ids=["the fork is gone", "a newer commit", "another branch"],
)
def test_where_no_pull_request_is_found_nothing_is_said(
    runner: Runner, github: GitHub, said: dict[str, object]
) -> None:
    run = commented(runner, github, said=said)
    assert (run.failed, github.comments) == ("", {}), run.output


@pytest.mark.parametrize("said", [{"event": "merge_group"}, {"conclusion": "cancelled"}])
def test_it_does_not_run_for_what_is_no_pull_request(
    runner: Runner, github: GitHub, said: dict[str, object]
) -> None:
    assert commented(runner, github, said=said).done == []


def test_checks_that_did_not_run_take_nothing_from_the_comment(
    runner: Runner, github: GitHub
) -> None:
    """GitHub holds the checks of newcomers back until somebody approves; the review is not."""
    assert commented(runner, github, said={"conclusion": "action_required"}).failed == ""
    assert len(github.comments[NUMBER]) == 1
