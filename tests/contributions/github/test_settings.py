"""The settings that only GitHub has, read from a GitHub on loopback."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from catalog_tool.contributions.github.settings import Inspection, inspect_forge
from catalog_tool.contributions.github.settings.check import State
from catalog_tool.contributions.github.settings.report import document, facts
from catalog_tool.contributions.github.settings.table import CHECKS, LOCAL, SETTINGS
from catalog_tool.linter.reporters import WRITERS, write
from catalog_tool.model.settings import Settings
from tests.contributions.github.server import REPOSITORY, TOKEN, GitHub, github_on_loopback
from tests.settings_tables import PAGES, with_table

FORBIDDEN = (403, {"message": "Resource not accessible by integration"})
REVIEWS = {
    "required_approving_review_count": 1,
    "require_code_owner_review": True,
    "dismiss_stale_reviews_on_push": True,
    "require_last_push_approval": True,
}
STATUSES = {
    "required_status_checks": [{"context": "catalog/review", "integration_id": 15368}],
    "strict_required_status_checks_policy": True,
}


def rule(
    kind: str, ruleset: int = 1, parameters: Mapping[str, object] | None = None
) -> dict[str, object]:
    return {"type": kind, "ruleset_id": ruleset, "parameters": parameters or {}}


def classic(**changed: object) -> dict[str, object]:
    """Return a branch protection as GitHub describes it."""
    reviews = {
        "required_approving_review_count": 1,
        "require_code_owner_reviews": True,
        "dismiss_stale_reviews": True,
        "require_last_push_approval": True,
    }
    return {
        "required_status_checks": {
            "strict": True,
            "contexts": ["catalog/review"],
            "checks": [{"context": "catalog/review", "app_id": 15368}],
        },
        "required_pull_request_reviews": reviews,
        "enforce_admins": {"enabled": True},
    } | changed


REPOSITORY_ITSELF = {"allow_rebase_merge": False, "default_branch": "main", "has_pages": True}
RULES = [rule("required_status_checks", 1, STATUSES), rule("pull_request", 1, REVIEWS)]
Answers = Mapping[str, tuple[int, Any]]
RIGHT: Answers = {
    "": (200, REPOSITORY_ITSELF),
    "rules/branches/main": (200, RULES),
    "rules/branches/from-issue%2F1": (200, [rule("creation", 2), rule("update", 2)]),
    "rulesets/1": (200, {"bypass_actors": []}),
    "branches/main/protection": (404, {"message": "Branch not protected"}),
    "codeowners/errors": (200, {"errors": []}),
    "actions/permissions/fork-pr-contributor-approval": (
        200,
        {"approval_policy": "all_external_contributors"},
    ),
    "actions/permissions/workflow": (
        200,
        {"default_workflow_permissions": "read", "can_approve_pull_request_reviews": True},
    ),
    "pages": (200, {"build_type": "workflow"}),
    "interaction-limits/pulls/creation-cap": (200, {"enabled": True, "max_open_pull_requests": 5}),
    "labels": (200, [{"name": name} for name in ("Entry", "needs-admin", "needs-maintainer")]),
}
"""The answers of GitHub, by path, if all settings are right."""
SCHEDULE = 'on:\n  schedule:\n    - cron: "23 * * * *"\njobs:\n  again:\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a catalog with its workflows and its code owners."""
    workflows = {
        "review.yml": "jobs:\n  a:\n    uses: contoso/tool/.github/workflows/review.yml@0123\n",
        "hourly.yml": f"{SCHEDULE}    uses: ./.github/workflows/review.yml\n",
        "daily.yml": f"{SCHEDULE}    uses: ./.github/workflows/publish.yml\n",
    }
    files = {f".github/workflows/{name}": text for name, text in workflows.items()}
    files[".github/CODEOWNERS"] = "* @Anna @bert\n"
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


Inspect = Callable[..., Inspection]


@pytest.fixture
def inspect(root: Path, github: GitHub) -> Inspect:
    """Inspects a repository with the right settings, except for those that are given."""

    def run(changed: Answers | None = None, admins: Sequence[str] = ("anna", "bert")) -> Inspection:
        github.settings = {**RIGHT, **(changed or {})}
        return inspect_forge(Settings(root=root, admins=tuple(admins)), environment(github))

    return run


def environment(github: GitHub) -> dict[str, str]:
    return {"GITHUB_API_URL": github.url, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN}


def states(inspection: Inspection) -> dict[str, State]:
    return {each.check.name: each.state for each in inspection.results}


def not_ok(inspection: Inspection) -> dict[str, tuple[State, str]]:
    wrong = (each for each in inspection.results if each.state is not State.OK)
    return {each.check.name: (each.state, each.found) for each in wrong}


def test_right_settings_are_ok(inspect: Inspect, github: GitHub) -> None:
    inspection = inspect()
    assert not_ok(inspection) == {}
    assert not inspection.fails
    assert {line.partition(" ")[0] for line in github.requests} == {"GET"}


def test_github_actions_can_bypass_the_rules_to_push_generated_files(inspect: Inspect) -> None:
    assert not_ok(inspect({"rulesets/1": actor("Integration", 15368)})) == {}


def test_the_older_branch_protection_is_ok_too(inspect: Inspect) -> None:
    changed = {"rules/branches/main": (200, []), "branches/main/protection": (200, classic())}
    assert not_ok(inspect(changed)) == {}


def test_rules_can_be_in_several_rulesets(inspect: Inspect) -> None:
    rules = [
        rule("required_status_checks", 1, STATUSES),
        rule("pull_request", 3, REVIEWS),
        rule("merge_queue", 1),
    ]
    changed: Answers = {
        "rules/branches/main": (200, rules),
        "rulesets/3": (200, {"bypass_actors": []}),
    }
    assert not_ok(inspect(changed)) == {}


def repository(**changed: object) -> tuple[int, object]:
    return 200, REPOSITORY_ITSELF | changed


def status_rule(**changed: object) -> tuple[int, object]:
    return 200, [rule("required_status_checks", 1, STATUSES | changed), RULES[1]]


def review_rule(**changed: object) -> tuple[int, object]:
    return 200, [RULES[0], rule("pull_request", 1, REVIEWS | changed)]


def actor(kind: str, number: int | None = None) -> tuple[int, object]:
    """Return a ruleset that somebody can bypass; some kinds of actors have no ID."""
    identity = {"actor_id": number} if number else {}
    listed = {"actor_type": kind, "bypass_mode": "always", **identity}
    return 200, {"bypass_actors": [listed]}


FORK = "actions/permissions/fork-pr-contributor-approval"
WORKFLOW = "actions/permissions/workflow"
CAP = "interaction-limits/pulls/creation-cap"


@pytest.mark.parametrize(
    ("path", "answer", "name", "found"),
    [
        ("", repository(default_branch="trunk"), "default-branch", "trunk"),
        ("", repository(allow_rebase_merge=True), "rebase-merging", "It is on."),
        (
            "rules/branches/main",
            status_rule(required_status_checks=[{"context": "validate / Review"}]),
            "required-status",
            "No active rule",
        ),
        (
            "rules/branches/main",
            status_rule(required_status_checks=[{"context": "catalog/review"}]),
            "required-status",
            "Anyone with write access",
        ),
        (
            "rules/branches/main",
            status_rule(strict_required_status_checks_policy=False),
            "up-to-date",
            "No active rule",
        ),
        (
            "rules/branches/main",
            review_rule(require_code_owner_review=False),
            "required-approval",
            "No active rule",
        ),
        (
            "rules/branches/main",
            review_rule(dismiss_stale_reviews_on_push=False),
            "stale-approvals",
            "No active rule",
        ),
        (
            "rules/branches/main",
            review_rule(require_last_push_approval=False),
            "last-push",
            "No active rule",
        ),
        ("rulesets/1", actor("RepositoryRole", 5), "no-bypass", "role with the ID 5"),
        ("rulesets/1", actor("OrganizationAdmin"), "no-bypass", "owners of the organization"),
        ("rulesets/1", actor("DeployKey"), "no-bypass", "deploy keys"),
        ("rulesets/1", actor("Somebody"), "no-bypass", "Somebody"),
        ("rulesets/1", actor("Integration", 7), "no-bypass", "the app with the ID 7"),
        (
            "branches/main/protection",
            (200, classic(enforce_admins={"enabled": False})),
            "no-bypass",
            "admins",
        ),
        (
            "branches/main/protection",
            (
                200,
                classic(
                    required_pull_request_reviews={
                        "required_approving_review_count": 1,
                        "bypass_pull_request_allowances": {"users": [{"login": "mallory"}]},
                    }
                ),
            ),
            "no-bypass",
            "mallory",
        ),
        (
            "codeowners/errors",
            (200, {"errors": [{"line": 4, "kind": "Unknown owner"}]}),
            "code-owners",
            "Line 4: Unknown owner.",
        ),
        (FORK, (200, {"approval_policy": "first_time_contributors"}), "outside-runs", "first_time"),
        (
            WORKFLOW,
            (200, RIGHT[WORKFLOW][1] | {"default_workflow_permissions": "write"}),
            "read-only-token",
            "write",
        ),
        (
            WORKFLOW,
            (200, RIGHT[WORKFLOW][1] | {"can_approve_pull_request_reviews": False}),
            "form-pull-requests",
            "can't",
        ),
        ("", repository(has_pages=False), "pages", "off"),
        ("pages", (200, {"build_type": "legacy"}), "pages", "from a branch"),
    ],
)
def test_a_wrong_setting_is_found(
    inspect: Inspect, path: str, answer: tuple[int, Any], name: str, found: str
) -> None:
    inspection = inspect({path: answer})
    assert [*not_ok(inspection)] == [name]
    state, said = not_ok(inspection)[name]
    assert state is State.WRONG
    assert found in said
    assert inspection.fails


@pytest.mark.parametrize(
    ("path", "answer", "name", "found"),
    [
        ("rules/branches/from-issue%2F1", (200, [rule("creation", 2)]), "form-branches", "updates"),
        (CAP, (200, {"enabled": False, "max_open_pull_requests": 1}), "pull-request-limit", "no"),
        ("labels", (200, [{"name": "entry"}]), "labels", "needs-admin, needs-maintainer"),
    ],
)
def test_a_recommendation_does_not_fail(
    inspect: Inspect, path: str, answer: tuple[int, Any], name: str, found: str
) -> None:
    inspection = inspect({path: answer})
    assert [*not_ok(inspection)] == [name]
    assert found in not_ok(inspection)[name][1]
    assert not inspection.fails


def test_a_ruleset_can_forbid_to_rebase(inspect: Inspect) -> None:
    changed = {
        "": repository(allow_rebase_merge=True),
        "rules/branches/main": review_rule(allowed_merge_methods=["merge", "squash"]),
    }
    assert not_ok(inspect(changed)) == {}


def test_without_any_rule_everything_is_wrong_that_rules_give(inspect: Inspect) -> None:
    inspection = inspect({"rules/branches/main": (200, [])})
    assert [*not_ok(inspection)] == (
        "required-status required-approval stale-approvals last-push up-to-date no-bypass"
    ).split()


@pytest.mark.parametrize(
    ("path", "answer", "names", "reason"),
    [
        ("branches/main/protection", FORBIDDEN, ["no-bypass"], "administration: write"),
        ("rulesets/1", (200, {"name": "main"}), ["no-bypass"], "only to people who can change it"),
        ("", repository(allow_rebase_merge=None), ["rebase-merging"], "write access"),
        (FORK, FORBIDDEN, ["outside-runs"], "403"),
        (FORK, (422, {"message": "Not for private repositories"}), ["outside-runs"], "private"),
        (
            WORKFLOW,
            FORBIDDEN,
            ["read-only-token", "form-pull-requests"],
            "not accessible by integration. The token needs the permission administration: read.",
        ),
        ("pages", (404, {"message": "Not Found"}), ["pages"], "pages: read"),
        (CAP, (405, {}), ["pull-request-limit"], "405"),
        ("labels", (200, ["entry"]), ["labels"], "unknown form"),
        ("codeowners/errors", (200, []), ["code-owners"], "unknown form"),
    ],
)
def test_what_github_does_not_show_is_unknown(
    inspect: Inspect, path: str, answer: tuple[int, Any], names: list[str], reason: str
) -> None:
    inspection = inspect({path: answer})
    assert [*not_ok(inspection)] == names
    for state, found in not_ok(inspection).values():
        assert state is State.UNKNOWN
        assert reason in found
    assert not inspection.fails


def test_a_branch_protection_that_nobody_may_read_can_have_what_the_rulesets_lack(
    inspect: Inspect,
) -> None:
    changed = {"rules/branches/main": (200, []), "branches/main/protection": FORBIDDEN}
    found = {state for state, _ in not_ok(inspect(changed)).values()}
    assert found == {State.UNKNOWN}


@pytest.mark.parametrize(
    ("owners", "found"),
    [("* @anna\n", "It doesn't name bert."), ("", "It doesn't name anna, bert.")],
)
def test_the_file_of_the_code_owners_names_the_admins(
    inspect: Inspect, root: Path, owners: str, found: str
) -> None:
    (root / ".github/CODEOWNERS").write_text(owners, encoding="utf-8")
    assert not_ok(inspect()) == {"code-owners-file": (State.WRONG, found)}


def test_a_team_in_the_file_is_not_an_admin(root: Path) -> None:
    (root / ".github/CODEOWNERS").write_text("* @contoso/admins\n", encoding="utf-8")
    team = inspect_forge(Settings(root=root, code_owners=("contoso/admins",)), {})
    assert (states(team)["admins"], states(team)["code-owners-file"]) == (State.WRONG, State.OK)


def test_without_admins_nobody_can_approve(inspect: Inspect) -> None:
    wrong = (State.WRONG, "mkdocs.yml names none.")
    assert not_ok(inspect(admins=[])) == {"admins": wrong, "code-owners-file": wrong}


def test_a_workflow_reviews_pull_requests(inspect: Inspect, root: Path) -> None:
    (root / ".github/workflows/review.yml").write_text("name: review\n", encoding="utf-8")
    assert not_ok(inspect()) == {"workflows": (State.WRONG, "No workflow does it.")}


def test_schedules_call_review_and_publish(inspect: Inspect, root: Path) -> None:
    (root / ".github/workflows/daily.yml").unlink()
    assert not_ok(inspect()) == {"schedules": (State.WRONG, "No schedule calls publish.")}
    (root / ".github/workflows/hourly.yml").write_text("on: push\n", encoding="utf-8")
    missing = (State.WRONG, "No schedule calls review or publish.")
    assert not_ok(inspect()) == {"schedules": missing}


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("git version 2.37.9", State.WRONG),
        ("git version 2.38.0", State.OK),
        ("git version 2.39.5 (Apple Git-154)", State.OK),
        ("git version 3.0.0", State.OK),
        ("git", State.WRONG),
    ],
)
def test_git_must_be_able_to_merge_without_a_checkout(
    inspect: Inspect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, state: State
) -> None:
    program = tmp_path / "bin/git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho '{said}'\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    assert states(inspect())["git-version"] is state


def test_without_a_token_there_is_a_checklist_with_links(root: Path) -> None:
    settings = Settings(
        root=root, repository="https://github.com/contoso/partners", admins=("anna",)
    )
    inspection = inspect_forge(settings, {})
    assert not inspection.fails
    assert {name for name, state in states(inspection).items() if state is State.UNKNOWN} == {
        check.name for check in SETTINGS
    }
    page = write(document(inspection), "markdown")
    for check in SETTINGS:
        assert f"- [ ] **{check.expected.replace('{branch}', 'main')}**" in page
        assert f"https://github.com/contoso/partners/{check.page}" in page


@pytest.mark.parametrize(
    "repository",
    ["https://mallory.com/contoso/partners", "https://github.com.mallory.com/a/b", "javascript:x"],
)
def test_the_settings_do_not_decide_who_gets_the_token(root: Path, repository: str) -> None:
    inspection = inspect_forge(
        Settings(root=root, repository=repository),
        {"GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": "a/b"},
    )
    assert not inspection.is_asked


def test_the_other_name_of_the_token_works_too(root: Path, github: GitHub) -> None:
    variables = environment(github)
    variables["GH_TOKEN"] = variables.pop("GITHUB_TOKEN")
    github.settings = {**RIGHT}
    inspection = inspect_forge(Settings(root=root, admins=("anna",)), variables)
    assert not_ok(inspection) == {}


HOSTILE = "\x1b[31m\u202e::error::@everyone [x](https://mallory.com) <b>"


@pytest.mark.parametrize("format_name", WRITERS)
def test_what_github_answers_is_inert(inspect: Inspect, format_name: str) -> None:
    inspection = inspect(
        {
            "": repository(default_branch=HOSTILE),
            "rulesets/1": actor(HOSTILE),
            "pages": (403, {"message": HOSTILE}),
        }
    )
    said = click.unstyle(write(document(inspection), format_name))
    assert not {"\x1b", "\u202e"} & {*said}
    if format_name == "markdown":
        assert "@everyone" not in said
        page = MarkdownIt().render(said)
        assert not {'"https://mallory.com"', "<b>"} & {*re.findall(r'"[^"]*"|<[^>]*>', page)}


def test_the_token_is_never_shown(inspect: Inspect) -> None:
    inspection = inspect(dict.fromkeys(RIGHT, FORBIDDEN))
    texts = [write(document(inspection), name) for name in WRITERS]
    assert TOKEN not in "".join([*texts, json.dumps(facts(inspection)), repr(inspection)])


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["errors", "type", "name", "enabled"]), inner, max_size=2)
    ),
    max_leaves=5,
)


@settings(max_examples=25)
@given(answers=st.fixed_dictionaries(dict.fromkeys(RIGHT, ANY_JSON)))
def test_any_answer_gives_a_result_for_each_check(answers: dict[str, Any]) -> None:
    with github_on_loopback() as github:
        github.settings = {path: (200, answer) for path, answer in answers.items()}
        inspection = inspect_forge(Settings(root=Path(__file__).parent), environment(github))
    assert [each.check for each in inspection.results] == [*CHECKS]
    assert len(facts(inspection)["checks"]) == len(CHECKS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_documents_have_the_list_of_today(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == with_table(page), "python -m tests.settings_tables"


def test_each_check_has_a_name_of_its_own_and_says_where_to_click() -> None:
    names = [check.name for check in CHECKS]
    assert len(set(names)) == len(names)
    assert all(check.page and check.permission for check in SETTINGS)
    assert not any(check.page for check in LOCAL)
