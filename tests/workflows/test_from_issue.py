"""An issue becomes a pull request, as in the workflow: a real push, and GitHub on loopback."""

from pathlib import Path

import pytest

from catalog_tool.model.attestation import LONGEST_DESCRIPTION
from tests.contributions.github.server import BOT, GitHub
from tests.contributions.issue_form.bodies import VALUES, fill_form
from tests.repository import git
from tests.workflows.runner import Run, Runner
from tests.workflows.workflow import REPOSITORY

ISSUE = 12
BRANCH = f"from-issue/{ISSUE}"
PROPOSE = "Propose the entry, and answer"
BODY = fill_form(VALUES)


@pytest.fixture
def runner(tmp_path: Path, github: GitHub) -> Runner:
    paths = [REPOSITORY / "mkdocs.yml", *sorted((REPOSITORY / "partners").glob("*.yaml"))]
    base = {
        path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8") for path in paths
    }
    found = Runner(tmp_path, base, {})
    found.environment = {"GITHUB_API_URL": github.url}
    github.remote = found.remote
    for number in (ISSUE, ISSUE + 1):
        github.issue("dora", "entry", "An entry", "", number)
    return found


def submit(runner: Runner, body: str, *labels: str, given: str = "", number: int = ISSUE) -> Run:
    """Open an issue with labels, or add a label to the open issue."""
    named = [{"name": label} for label in labels]
    issue = {"number": number, "body": body, "labels": named, "state": "open"}
    happened = {"action": "labeled", "label": {"name": given}} if given else {"action": "opened"}
    return runner.run("from-issue", "propose", "issues", {"issue": issue, **happened})


def test_an_entry_is_proposed_once_and_follows_its_issue(runner: Runner, github: GitHub) -> None:
    main = runner.commit("main")
    first = submit(runner, BODY, "entry")
    assert first.failed == "", first.output
    (pull,) = github.pulls
    assert (pull["base"]["ref"], pull["title"]) == ("main", "Add the entry acme-identity")
    assert f"Closes #{ISSUE}." in pull["body"]
    assert git(runner.remote, "rev-parse", f"{BRANCH}^").strip() == main
    changed = git(runner.remote, "diff", "--name-only", "main", BRANCH).split()
    assert changed == ["partners/acme-identity.yaml"]
    assert github.labels[pull["number"]] == ["entry", "needs-admin"]
    assert f"#{pull['number']}" in github.comments[ISSUE][0]["body"]
    assert git(runner.workspace, "status", "--porcelain") == ""

    edited = submit(runner, BODY.replace("sales@acme.com", "hello@acme.com"), "entry")
    assert edited.failed == "", edited.output
    assert len(github.pulls) == len(github.comments[ISSUE]) == 1
    entry = git(runner.remote, "show", f"{BRANCH}:partners/acme-identity.yaml")
    assert "contact: hello@acme.com" in entry


def test_a_corrected_name_proposes_no_second_entry(runner: Runner, github: GitHub) -> None:
    wrong = submit(runner, BODY.replace("Acme Identity", "Aquera"), "entry")
    assert wrong.failed == "", wrong.output
    (pull,) = github.pulls
    assert pull["title"] == "Change the entry aquera"
    assert github.labels[pull["number"]] == ["entry", "needs-admin"]

    fixed = submit(runner, BODY, "entry")
    assert fixed.failed == "", fixed.output
    assert [each["title"] for each in github.pulls] == ["Add the entry acme-identity"]
    assert github.labels[pull["number"]] == ["entry", "needs-admin"]
    changed = git(runner.remote, "diff", "--name-only", "main", BRANCH).split()
    assert changed == ["partners/acme-identity.yaml"]

    spoiled = submit(runner, BODY.replace("sales@acme.com", "call us"), "entry")
    assert spoiled.failed == "", spoiled.output
    (answer,) = github.comments[ISSUE]
    assert f"Until then, pull request #{pull['number']} keeps the earlier" in answer["body"]


def test_the_longest_issue_is_answered_and_needs_no_label(runner: Runner, github: GitHub) -> None:
    """GitHub doesn't set a label that the repository doesn't have."""
    room = LONGEST_DESCRIPTION - len(BODY)
    run = submit(runner, BODY.replace("Acme provisions", "字" * room))
    assert run.failed == "", run.output
    (answer,) = github.comments[ISSUE]
    assert "- **Description:** " in answer["body"]


def test_what_is_left_to_fix_is_answered_and_nothing_is_pushed(
    runner: Runner, github: GitHub
) -> None:
    run = submit(runner, BODY.replace("sales@acme.com", "call us"), "entry")
    assert run.failed == "", run.output
    (answer,) = github.comments[ISSUE]
    assert (answer["user"]["login"], "Fix one problem before" in answer["body"]) == (BOT, True)
    assert github.pulls == []
    assert "from-issue" not in git(runner.remote, "for-each-ref")


def test_what_was_pushed_is_reviewed_because_github_starts_nothing(
    runner: Runner, github: GitHub
) -> None:
    assert submit(runner, BODY, "entry").failed == ""
    (pull,) = github.pulls
    commit = runner.commit(BRANCH)
    assert github.states(commit) == ["pending", "pending"]
    assert github.statuses[commit][0]["description"].startswith("New entry, please verify. Base: ")
    (comment,) = github.comments[pull["number"]]
    assert f"Commit reviewed: `{commit[:12]}`." in comment["body"]
    assert f"`dora` wrote issue #{ISSUE} with the form." in pull["body"]
    assert "reopen" not in pull["body"]


@pytest.mark.parametrize(
    ("author", "pushed_by_a_person", "state"),
    [("dora", False, "success"), ("emil", False, "pending"), ("dora", True, "pending")],
    ids=["maintainer", "somebody else", "a person pushed more"],
)
def test_a_maintainer_who_uses_the_form_counts_as_that_maintainer(
    runner: Runner, github: GitHub, author: str, *, pushed_by_a_person: bool, state: str
) -> None:
    maintained = fill_form({**VALUES, "maintainers": ("dora",)})
    submit(runner, maintained, "entry")
    git(runner.remote, "update-ref", "refs/heads/main", runner.commit(BRANCH))
    github.issues[ISSUE]["state"] = github.pulls[0]["state"] = "closed"
    github.issues[ISSUE + 1]["user"]["login"] = author
    edited = maintained.replace("sales@acme.com", "hello@acme.com")
    run = submit(runner, edited, "entry", number=ISSUE + 1)
    assert run.failed == "", run.output
    commit = runner.commit(f"from-issue/{ISSUE + 1}")
    if pushed_by_a_person:
        tree = f"{commit}^{{tree}}"
        commit = git(runner.remote, "commit-tree", tree, "-p", commit, "-m", "more")
        git(runner.remote, "update-ref", f"refs/heads/from-issue/{ISSUE + 1}", commit)
        event = {"pull_request": github.pulls[1] | {"head": {"sha": commit}}}
        assert runner.run("review", "review", "pull_request_target", event).failed == ""
    assert github.states(commit)[-1] == state


def test_an_edit_cancels_the_approval_and_the_same_text_does_not(
    runner: Runner, github: GitHub
) -> None:
    submit(runner, BODY, "entry")
    (pull,) = github.pulls
    approved = runner.commit(BRANCH)
    assert submit(runner, f"{BODY}\n", "entry").failed == ""
    assert runner.commit(BRANCH) == approved
    assert submit(runner, BODY.replace("sales@acme.com", "hello@acme.com"), "entry").failed == ""
    assert runner.commit(BRANCH) != approved
    assert not github.may_merge(runner.commit(BRANCH))
    assert len(github.comments[pull["number"]]) == 1


def test_an_author_has_one_open_request_for_an_entry(runner: Runner, github: GitHub) -> None:
    submit(runner, BODY, "entry")
    (pull,) = github.pulls
    again = submit(runner, BODY, "entry", number=ISSUE + 1)
    assert again.failed == "", again.output
    assert github.pulls == [pull]
    (answer,) = github.comments[ISSUE + 1]
    assert f"issue #{ISSUE}, with pull request #{pull['number']}." in answer["body"]
    # The earlier request of somebody else is not in the way, and neither is one that was closed.
    github.issues[ISSUE + 1]["user"]["login"] = "emil"
    assert submit(runner, BODY, "entry", number=ISSUE + 1).failed == ""
    assert len(github.pulls) == 2


def test_nothing_comes_from_a_closed_issue(runner: Runner, github: GitHub) -> None:
    github.issues[ISSUE]["state"] = "closed"
    run = submit(runner, BODY, "entry")
    assert run.failed == "", run.output
    assert (github.pulls, github.comments) == ([], {})


@pytest.mark.parametrize("labels", [(), ("bug",)])
def test_other_issues_are_left_alone(runner: Runner, labels: tuple[str, ...]) -> None:
    assert submit(runner, "It does not work.", *labels).done == []


def test_another_label_pushes_nothing(runner: Runner) -> None:
    assert submit(runner, BODY, "entry", "bug", given="bug").done == []


@pytest.mark.parametrize("text", ['$(touch ran)`touch ran`"; touch ran; "', "--help", ""])
def test_a_strangers_text_is_inert(runner: Runner, github: GitHub, text: str) -> None:
    run = submit(runner, text, "entry")
    assert run.failed == "", run.output
    assert github.pulls == []
    assert not list(runner.folder.rglob("ran"))


def test_it_fails_if_workflows_cannot_open_pull_requests(runner: Runner, github: GitHub) -> None:
    github.may_propose = False
    run = submit(runner, BODY, "entry")
    assert (run.failed, run.code) == (PROPOSE, 2)
    assert "GitHub answered 403 to POST" in run.output
