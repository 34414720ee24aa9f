"""The review of pull requests with permissions: each script of the workflow, and real Git."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog_tool.model.settings import Settings
from tests.contributions.github.server import BOT, GitHub
from tests.pull_requests import BASE, MAINTAINED, Files, ticked
from tests.repository import git
from tests.workflows.runner import CONFIGURATION, NUMBER, Run, Runner

CONTOSO, OWN = "partners/contoso.yaml", ".github/workflows/review.yml"
CHANGED: Files = {CONTOSO: MAINTAINED.replace("IBM RACF", "Epic")}
WRONG: Files = {CONTOSO: MAINTAINED.replace("contact:", "kontact:")}
PENDING, SETUP, REVIEW = "Set the status to pending", "Set up catalog", "Review and comment"
GROUP, LAST = "Review the merge group", "Set the final status"
MARKER = "<!-- partner-catalog-review -->"
TICKED = ticked(Settings(root=Path()))

Make = Callable[..., Runner]


@pytest.fixture
def make(tmp_path: Path, github: GitHub) -> Make:
    def made(changes: Files, *, author: str = "contoso-anna", base: Files = BASE) -> Runner:
        runner = Runner(tmp_path, base, changes)
        runner.environment = {"GITHUB_API_URL": github.url}
        github.remote = runner.remote
        github.pull(NUMBER, author, runner.head, TICKED)
        return runner

    return made


def review(runner: Runner, github: GitHub, action: str = "opened") -> Run:
    """Run the job for what happened to pull request 7."""
    pull = {**github.pulls[0], "head": {**github.pulls[0]["head"], "sha": runner.head}}
    event = {"action": action, "pull_request": pull}
    return runner.run("review", "review", "pull_request_target", event)


def review_again(runner: Runner) -> Run:
    """Run the job as every hour."""
    return runner.run("review", "review", "schedule", {})


def approve(runner: Runner, commit: str) -> Run:
    """Run the job after the workflow that a review on GitHub started."""
    event = {"workflow_run": {"head_sha": commit, "conclusion": "success"}}
    return runner.run("review", "review", "workflow_run", event)


def push(runner: Runner, github: GitHub, changes: Files, message: str) -> None:
    """Push a commit on top of pull request 7, as its author."""
    work = runner.folder / f"fork-{len(list(runner.folder.glob('fork-*')))}"
    git(runner.folder, "clone", "--quiet", os.fspath(runner.remote), os.fspath(work))
    git(work, "fetch", "--quiet", "origin", f"refs/pull/{NUMBER}/head")
    git(work, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    for path, text in changes.items():
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            (work / path).unlink()
        else:
            (work / path).write_text(str(text), encoding="utf-8")
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--allow-empty", "--message", message)
    git(work, "push", "--quiet", "origin", f"+HEAD:refs/pull/{NUMBER}/head")
    runner.head = git(work, "rev-parse", "HEAD")
    github.pulls[0]["head"]["sha"] = runner.head
    github.touch(NUMBER)


def status(github: GitHub, commit: str) -> tuple[str, str]:
    """Return the state and the description of a commit, without the commit of main."""
    found = github.statuses[commit][0]
    return found["state"], found["description"].partition(" Base: ")[0]


@pytest.mark.parametrize(
    ("changes", "author", "final"),
    [
        (CHANGED, "contoso-anna", ("success", "Ready to merge.")),
        (WRONG, "contoso-anna", ("failure", "Not ready to merge.")),
        (CHANGED, "mallory", ("pending", "Waiting for approval from a maintainer.")),
    ],
    ids=["ready", "mistakes", "waiting"],
)
def test_the_status_is_pending_and_then_what_the_verdict_says(
    make: Make, github: GitHub, changes: Files, author: str, final: tuple[str, str]
) -> None:
    runner = make(changes, author=author)
    run = review(runner, github)
    assert run.failed == "", run.output
    assert (run.done[0], run.done[-1]) == (PENDING, LAST)
    assert github.states(runner.head) == ["pending", final[0]]
    assert status(github, runner.head) == final
    assert github.statuses[runner.head][0]["target_url"].endswith(
        "/contoso/partners/actions/runs/1"
    )
    (comment,) = github.comments[NUMBER]
    assert comment["body"].startswith(f"{MARKER}\nCommit reviewed: `{runner.head[:12]}`.")
    assert git(runner.workspace, "status", "--porcelain") == ""


def test_the_first_step_needs_nothing_but_the_runner(make: Make, github: GitHub) -> None:
    """An earlier success is gone before anything else runs, on any page of comments."""
    runner = make(CHANGED)
    for number in range(4):
        github.comment(NUMBER, "mallory", f"{MARKER}\nReady to merge. {number}")
    github.comment(NUMBER, BOT, f"{MARKER}\nCommit reviewed: `0000`.\n\n**Ready to merge.**")
    runner.canceled_at = "Check out the main branch"
    run = review(runner, github, "synchronize")
    assert run.done == [PENDING, LAST], run.output
    assert github.states(runner.head) == ["pending", "error"]
    assert [each["body"] for each in github.comments[NUMBER][:4]] == [
        f"{MARKER}\nReady to merge. {number}" for number in range(4)
    ]
    assert github.comments[NUMBER][4]["body"] == (
        f"{MARKER}\nCommit: `{runner.head[:12]}`.\n\n**Being reviewed.** "
        f"[See the run](file://{runner.folder}/server/contoso/partners/actions/runs/1)."
    )


@pytest.mark.parametrize(
    ("message", "changes"),
    [
        ("Add a key", WRONG),
        (
            "Rename the checks",
            {OWN: None, ".github/workflows/mine.yml": "name: review\non: push\n"},
        ),
        ("Remove the checks", {OWN: None}),
        ("[skip ci] Nothing to see here", WRONG),
    ],
    ids=["second push", "renamed workflow", "deleted workflow", "[skip ci]"],
)
def test_a_success_is_only_for_its_commit(
    make: Make, github: GitHub, message: str, changes: Files
) -> None:
    """GitHub takes this workflow from the main branch, whatever a pull request does to it."""
    runner = make(CHANGED, base={**BASE, OWN: "name: review\non: pull_request_target\n"})
    review(runner, github)
    first = runner.head
    push(runner, github, changes, message)
    assert (github.may_merge(first), github.may_merge(runner.head)) == (True, False)
    run = review(runner, github, "synchronize")
    assert run.failed == "", run.output
    assert github.states(runner.head) == ["pending", "failure"]
    (comment,) = github.comments[NUMBER]
    assert f"Commit reviewed: `{runner.head[:12]}`" in comment["body"]


@pytest.mark.parametrize("body", ["", None, TICKED.replace("[x]", "[ ]", 1)])
def test_a_success_is_only_for_its_description(
    make: Make, github: GitHub, body: str | None
) -> None:
    runner = make(CHANGED)
    review(runner, github)
    github.pulls[0]["body"] = body
    assert review(runner, github, "edited").failed == ""
    assert github.states(runner.head) == ["pending", "success", "pending", "failure"]


def test_a_job_with_the_name_of_the_status_proves_nothing(make: Make, github: GitHub) -> None:
    runner = make(WRONG)
    github.checks[runner.head] = [("catalog/review", "success")]
    review(runner, github)
    assert not github.may_merge(runner.head)


def test_a_status_of_somebody_else_is_not_ours(make: Make, github: GitHub) -> None:
    runner = make(WRONG)
    base = runner.commit("main")[:12]
    github.set_status(runner.head, "success", f"Ready to merge. Base: {base}", "mallory")
    run = review_again(runner)
    assert run.failed == "", run.output
    assert github.states(runner.head) == ["success", "failure"]


def test_a_later_success_of_somebody_else_is_replaced(make: Make, github: GitHub) -> None:
    """GitHub lets the latest status decide, whoever with write access set it."""
    runner = make(WRONG)
    review(runner, github)
    github.set_status(runner.head, "success", github.statuses[runner.head][0]["description"], "eve")
    assert github.may_merge(runner.head)
    assert review_again(runner).failed == ""
    assert not github.may_merge(runner.head)


def test_what_people_change_in_the_result_is_restored(make: Make, github: GitHub) -> None:
    """People with write access can edit the comment and remove labels."""
    runner = make(CHANGED, author="mallory")
    review(runner, github)
    (comment,) = github.comments[NUMBER]
    written = comment["body"]
    comment["body"] = written.replace("Waiting for approval from a maintainer", "Ready to merge")
    github.labels[NUMBER].clear()
    github.touch(NUMBER)
    assert review_again(runner).failed == ""
    assert ([comment["body"]], github.labels[NUMBER]) == (
        [each["body"] for each in github.comments[NUMBER]],
        ["needs-maintainer"],
    )
    assert comment["body"] == written


FORKS: dict[str, dict[str, object]] = {
    "its default branch": {"ref": "main", "label": "mallory:main"},
    "a branch named like an issue": {"ref": "from-issue/7", "label": "mallory:from-issue/7"},
    "a branch with a hostile name": {"ref": "$(touch ran)`touch ran`;'\"", "label": "x:\u202ey"},
    "a branch in letters of any script": {"ref": "партнёр-会社", "label": "mallory:партнёр-会社"},
    "a fork that was deleted": {"repo": None, "user": None, "label": "unknown repository"},
}


@pytest.mark.parametrize("head", FORKS.values(), ids=FORKS)
def test_the_place_of_the_branch_makes_no_difference(
    make: Make, github: GitHub, head: dict[str, object]
) -> None:
    runner = make(CHANGED, author="mallory")
    github.pulls[0]["head"] |= head
    run = review(runner, github)
    assert run.failed == "", run.output
    assert status(github, runner.head) == ("pending", "Waiting for approval from a maintainer.")
    assert not list(runner.folder.rglob("ran"))


def test_an_author_who_deleted_the_account_is_nobody(make: Make, github: GitHub) -> None:
    runner = make(CHANGED)
    github.pulls[0]["user"] = None
    assert review(runner, github).failed == ""
    assert status(github, runner.head) == ("pending", "Waiting for approval from a maintainer.")


@pytest.mark.parametrize("place", [SETUP, REVIEW])
def test_a_review_that_dies_leaves_no_pending_status(
    make: Make, github: GitHub, place: str
) -> None:
    runner = make(CHANGED)
    runner.broken_at = place
    run = review(runner, github)
    assert (run.failed, run.done[-1]) == (place, LAST)
    assert status(github, runner.head) == ("error", "The review did not finish.")
    (comment,) = github.comments[NUMBER]
    assert "**The review did not finish.** [See the run](" in comment["body"]
    # The hourly run tries again.
    runner.broken_at = ""
    assert review_again(runner).failed == ""
    assert status(github, runner.head) == ("success", "Ready to merge.")


def test_a_canceled_run_leaves_the_comment_to_the_newer_one(make: Make, github: GitHub) -> None:
    runner = make(CHANGED)
    older = runner.head
    push(runner, github, WRONG, "Add a key")
    assert review(runner, github, "synchronize").failed == ""
    newer, runner.head, runner.canceled_at = runner.head, older, REVIEW
    github.pulls[0]["head"]["sha"] = newer
    run = review(runner, github)
    assert (run.failed, run.done[-1]) == (REVIEW, LAST), run.output
    assert github.states(newer) == ["pending", "failure"]
    assert status(github, older) == ("error", "The review was canceled.")
    assert "did not finish" not in github.comments[NUMBER][0]["body"]


def test_an_older_run_writes_no_comment_about_a_newer_commit(make: Make, github: GitHub) -> None:
    runner = make(CHANGED)
    older = runner.head
    push(runner, github, WRONG, "Add a key")
    runner.head = older
    newer = github.pulls[0]["head"]["sha"]
    run = review(runner, github)
    assert run.failed == "", run.output
    assert (github.states(older), github.states(newer)) == (["pending"], ["failure"])
    assert f"Commit reviewed: `{newer[:12]}`" in github.comments[NUMBER][0]["body"]


def test_a_setting_for_another_branch_fails_clearly(make: Make, github: GitHub) -> None:
    other = CONFIGURATION.replace("- catalog\n", "- catalog:\n      branch: trunk\n")
    runner = make(CHANGED, base={**BASE, "mkdocs.yml": other})
    run = review(runner, github)
    assert (run.failed, run.code) == (REVIEW, 2)
    assert "GitHub runs this workflow only from the default branch." in run.output
    assert github.states(runner.head) == ["pending", "error"]


def test_a_draft_is_reviewed_and_calls_nobody(make: Make, github: GitHub) -> None:
    runner = make(CHANGED, author="mallory")
    github.pulls[0]["draft"] = True
    assert review(runner, github).failed == ""
    assert github.asked == {}
    github.pulls[0]["draft"] = False
    assert review(runner, github, "ready_for_review").failed == ""
    assert github.asked[NUMBER] == ["contoso-anna", "contoso-bob"]


def test_an_approval_lifts_the_waiting_and_a_push_brings_it_back(
    make: Make, github: GitHub
) -> None:
    runner = make(CHANGED, author="mallory")
    review(runner, github)
    assert status(github, runner.head)[0] == "pending"
    github.review(NUMBER, "contoso-anna", runner.head)
    run = approve(runner, runner.head)
    assert run.failed == "", run.output
    assert status(github, runner.head) == ("success", "Ready to merge.")
    push(runner, github, {CONTOSO: MAINTAINED.replace("IBM RACF", "Workday")}, "Another")
    review(runner, github, "synchronize")
    assert status(github, runner.head)[0] == "pending"


def test_an_approval_that_no_workflow_told_is_found_hourly(make: Make, github: GitHub) -> None:
    runner = make(CHANGED, author="mallory")
    review(runner, github)
    github.requests.clear()
    assert review_again(runner).failed == ""
    assert not [asked for asked in github.requests if not asked.startswith("GET")]
    github.review(NUMBER, "contoso-anna", runner.head)
    assert review_again(runner).failed == ""
    assert github.may_merge(runner.head)


@pytest.mark.parametrize("commit", ["1" * 40, "$(touch ran)", "--help", ""])
def test_the_run_for_an_approval_trusts_only_github(
    make: Make, github: GitHub, commit: str
) -> None:
    runner = make(CHANGED)
    run = approve(runner, commit)
    assert (run.failed, github.comments, github.statuses) == ("", {}, {}), run.output
    assert not list(runner.folder.rglob("ran"))


def test_a_comment_in_a_review_starts_nothing(make: Make) -> None:
    runner = make(CHANGED)
    event = {"workflow_run": {"head_sha": runner.head, "conclusion": "skipped"}}
    assert runner.run("review", "review", "workflow_run", event).done == []
    said = {"review": {"state": "commented"}}
    assert runner.run("approval", "approval", "pull_request_review", said).done == []
    said = {"review": {"state": "approved"}}
    assert len(runner.run("approval", "approval", "pull_request_review", said).done) == 1


def queue(runner: Runner, base: str, head: str) -> Run:
    """Run the job as for a merge queue that tests ``head`` on top of ``base``."""
    reference = "refs/heads/gh-readonly-queue/main/pr-7"
    git(runner.remote, "update-ref", reference, head)
    group = {
        "base_ref": "refs/heads/main",
        "base_sha": base,
        "head_ref": reference,
        "head_sha": head,
    }
    return runner.run("review", "review", "merge_group", {"merge_group": group})


@pytest.mark.parametrize(
    ("changes", "states"),
    [(CHANGED, ["pending", "success"]), (WRONG, ["pending", "failure"])],
    ids=["right", "wrong"],
)
def test_a_merge_group_gets_the_status(
    make: Make, github: GitHub, changes: Files, states: list[str]
) -> None:
    """It has no description, so its boxes don't count; they were checked before."""
    runner = make(changes)
    run = queue(runner, runner.commit("main"), runner.head)
    assert (run.done[-3:], github.states(runner.head)) == ([SETUP, GROUP, LAST], states), run.output
    assert github.comments == {}


def test_earlier_pull_requests_in_the_queue_are_not_reviewed(make: Make, github: GitHub) -> None:
    runner = make({"README.md": "Read me.\n"})
    code = runner.head
    push(runner, github, CHANGED, "On top")
    run = queue(runner, code, runner.head)
    assert run.failed == "", run.output
    assert github.may_merge(runner.head)


def test_a_merge_group_is_judged_by_the_settings_of_its_base(make: Make) -> None:
    hook = "plugins: !!python/object/apply:os.system ['touch ran']\n"
    runner = make({"mkdocs.yml": hook, ".gitattributes": "* filter=evil\n"})
    assert queue(runner, runner.commit("main"), runner.head).failed == ""
    assert not list(runner.folder.rglob("ran"))
