"""Rules for every workflow: few permissions, pinned actions, no strangers' text in scripts."""

import re
from pathlib import Path
from typing import Any

import pytest

from catalog_tool.contributions.github.status import CONTEXT
from tests.workflows.workflow import (
    ACTIONS,
    REPOSITORY,
    WORKFLOWS,
    Step,
    calls,
    jobs,
    permissions_of,
    read,
    steps,
    workflow,
)

# Every permission of a job beyond reading.
MORE_THAN_READING = {
    "digest/digest": {"issues"},
    "digest/enable": {"actions"},
    "freshness/freshness": {"issues"},
    "from-issue/propose": {"contents", "issues", "pull-requests", "statuses"},
    "links/links": {"issues"},
    "publish/commit": {"contents"},
    "publish/deploy": {"id-token", "pages"},
    "release/announce": {"contents"},
    "release/upload": {"attestations", "id-token"},
    "review/review": {"issues", "pull-requests", "statuses"},
    "review/show-proofs": {"issues", "pull-requests", "statuses"},
}
PINNED = re.compile(
    r"uses: (?P<action>[\w./-]+)@(?P<commit>[0-9a-f]{40}) # (?P<version>v\d+\.\d+\.\d+)$"
)
USES = re.compile(r"\buses: (?!\./)")
OF_STRANGERS = re.compile(
    r"github\.(?:head_ref|event\.(?:workflow_run\.(?:head_branch|display_title)"
    r"|(?:comment|issue|pull_request|review)\.(?:title|body|head\.(?:ref|label))))"
)

# These are about the program, so other catalogs don't need them.
OWN = {"audit", "release", "tests"}
OWN_CATALOG = (REPOSITORY / "docs/own-catalog.md").read_text(encoding="utf-8")

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
every_job = pytest.mark.parametrize(("name", "job"), list(jobs()), ids=dict(jobs()))


def all_steps() -> list[Step]:
    found = [step for _, job in jobs() for step in steps(job)]
    return found + [step for path in ACTIONS for step in steps(read(path)["runs"])]


@every_workflow
def test_a_workflow_has_no_permissions_except_those_of_its_jobs(path: Path) -> None:
    found = read(path)
    assert found["permissions"] == {}
    if path.stem not in calls():
        assert found["defaults"]["run"]["shell"].split()[0] == "bash"


@every_workflow
def test_runs_of_a_workflow_do_not_overlap(path: Path) -> None:
    concurrency = read(path)["concurrency"]
    assert concurrency["group"].startswith(f"catalog-{path.stem}")
    # A run that publishes or writes has to finish; one that only reviews gives way to a newer one.
    only_reviews = path.stem in {"approval", "review", "tests", "validate"}
    assert concurrency["cancel-in-progress"] == str(only_reviews).lower()


@every_job
def test_a_job_has_a_time_limit_and_the_listed_permissions(name: str, job: dict[str, Any]) -> None:
    assert 0 < int(job["timeout-minutes"]) <= 240
    granted = {right for right, degree in job["permissions"].items() if degree != "read"}
    assert granted == MORE_THAN_READING.get(name, set())


@pytest.mark.parametrize(
    "path", [*WORKFLOWS, *ACTIONS], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_each_action_is_pinned_to_a_commit_with_its_version(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    used = [line for line in lines if USES.search(line) and not line.lstrip().startswith("#")]
    assert [line for line in used if not PINNED.search(line)] == []


def test_each_action_is_of_github_or_of_this_repository_except_the_one_that_uploads() -> None:
    own = ("actions/", "./")
    others = [step.uses for step in all_steps() if step.uses and not step.uses.startswith(own)]
    # The packaging authority's own way to upload with attestations. It gets no other permission.
    assert [each.partition("@")[0] for each in others] == ["pypa/gh-action-pypi-publish"]
    assert others[0] in [step.uses for step in steps(workflow("release")["jobs"]["upload"])]


def test_an_action_has_one_commit_and_one_version() -> None:
    pins = {
        (match["action"].split("/")[1], match["commit"], match["version"])
        for path in [*WORKFLOWS, *ACTIONS]
        for match in map(PINNED.search, path.read_text(encoding="utf-8").splitlines())
        if match
    }
    assert len({action for action, _, _ in pins}) == len(pins)


def test_no_script_contains_an_expression() -> None:
    assert [step.name for step in all_steps() if "${{" in step.run] == []


def test_a_job_with_permissions_gets_no_text_of_strangers() -> None:
    for name in MORE_THAN_READING:
        (job,) = [job for each, job in jobs() if each == name]
        assert OF_STRANGERS.findall(str({**job, "if": ""})) == [], name


def test_no_checkout_leaves_a_token_behind() -> None:
    kept = [
        step.name
        for step in all_steps()
        if step.uses.startswith("actions/checkout@")
        and step.options.get("persist-credentials") != "false"
    ]
    assert kept == []


@pytest.mark.parametrize("name", ["validate", "review"])
def test_a_review_checks_out_no_strangers_code(name: str) -> None:
    (path,) = [path for path in WORKFLOWS if path.stem == name]
    found = [step for job in read(path)["jobs"].values() for step in steps(job)]
    places = [f"{step.options}" for step in found if step.uses]
    for untrusted in ("head", "pull_request", "workflow_run", "download-artifact", "github.sha"):
        assert [place for place in places if untrusted in place] == []
    # Without a reference, the action would check out the merge of the pull request.
    assert all(step.options["ref"] for step in found if "checkout" in step.uses)


def test_only_workflows_of_the_main_branch_can_set_a_status() -> None:
    """GitHub takes these from the main branch; a pull request can change the others."""
    for path in WORKFLOWS:
        rights = [right for job in read(path)["jobs"].values() for right in job["permissions"]]
        events = read(path)["on"].keys() & {"pull_request", "pull_request_review"}
        assert not (events and "statuses" in rights)


@pytest.mark.parametrize("folder", [".github", "catalog_tool/cli/new_catalog/files/.github"])
def test_no_job_has_the_name_of_the_status(folder: str) -> None:
    """GitHub doesn't tell a job and a status of one name apart where it asks for a required one."""
    names = {
        name
        for path in (REPOSITORY / folder / "workflows").glob("*.yml")
        for key, job in read(path)["jobs"].items()
        for name in (key, job.get("name", ""))
    }
    assert names
    assert CONTEXT not in names


def test_only_the_tests_run_code_from_pull_requests() -> None:
    merged = [name for name, job in jobs() for step in steps(job) if step.run == ".ci/run"]
    assert merged == ["tests/tests"]


@every_workflow
def test_the_documented_events_and_permissions_are_complete(path: Path) -> None:
    """GitHub doesn't start a called workflow if the caller doesn't grant its permissions."""
    rows = re.findall(rf"^\| {path.stem} \| (`.*) \| (`.*) \|$", OWN_CATALOG, re.MULTILINE)
    if path.stem in OWN:
        assert rows == []
        return
    ((events, rights),) = rows
    called = read(path)
    told = {event for event in called["on"] if f"`{event}`" in events}
    assert told == called["on"].keys() - {"workflow_call"}
    assert dict(re.findall(r"`([\w-]+): (\w+)`", rights)) == permissions_of(called)


@every_workflow
def test_other_catalogs_can_call_every_workflow_that_uses_the_program(path: Path) -> None:
    called = read(path)["on"].get("workflow_call")
    is_callable = path.stem not in OWN | {"approval", *calls()}
    assert (called is not None) == is_callable
    # A caller gives nothing about the program: the workflow knows its repository and its commit.
    assert "tool" not in str(called)


@pytest.mark.parametrize("name", calls())
def test_a_schedule_calls_another_workflow_with_the_permissions_that_it_needs(name: str) -> None:
    (job,) = workflow(name)["jobs"].values()
    assert job["permissions"] == permissions_of(workflow(calls()[name]))
    assert job["uses"] == f"./.github/workflows/{calls()[name]}.yml"
    assert "with" not in job


@every_workflow
def test_a_workflow_with_a_schedule_does_nothing_else(path: Path) -> None:
    """GitHub disables it after 60 quiet days, and then no other event would start it either."""
    events = read(path)["on"].keys()
    if "schedule" in events:
        assert events <= {"schedule", "workflow_call", "workflow_dispatch"}
