"""The settings that a catalog needs. The instructions for a new catalog are made from this list."""

from __future__ import annotations

from catalog_tool.contributions.github.settings import judgments as judge
from catalog_tool.contributions.github.settings.check import Check
from catalog_tool.contributions.github.status import CONTEXT

_ADMINISTRATION = "administration: read"
_METADATA = "metadata: read"
_RULES = "settings/rules"
_ACTIONS = "settings/actions"
_IN_RULESET = "Under Settings > Rules > Rulesets, in an active ruleset for {branch}, "

SETTINGS = (
    Check(
        "default-branch",
        "The default branch is {branch}.",
        "GitHub runs the workflows that review pull requests only from the default branch.",
        "Under Settings > General > Default branch, select {branch}, or set `branch` in the "
        "configuration to the default branch.",
        judge.default_branch,
        "settings",
        _METADATA,
    ),
    Check(
        "required-status",
        f"Pull requests need the status `{CONTEXT}` from GitHub Actions.",
        "Otherwise a commit that nobody reviewed can be merged, for example one that was pushed "
        "after the review, or one that somebody with write access marked as reviewed.",
        f"{_IN_RULESET}turn on Require status checks to pass, and add `{CONTEXT}` with GitHub "
        "Actions as its source. GitHub requires that the status has succeeded once in the last "
        "seven days, so open a pull request first.",
        judge.required_status,
        _RULES,
        _ADMINISTRATION,
    ),
    Check(
        "required-approval",
        "Pull requests need the approval of a code owner.",
        "The review can't tell whether an entry is fair, and whether its website and contact "
        "belong to the company. A person has to look.",
        f"{_IN_RULESET}turn on Require a pull request before merging, with at least 1 required "
        "approval, and Require review from Code Owners.",
        judge.required(lambda each: each.approvals > 0 and each.needs_code_owners),
        _RULES,
        _ADMINISTRATION,
    ),
    Check(
        "stale-approvals",
        "A push dismisses earlier approvals.",
        "Otherwise the author can change the entry after you approved it.",
        f"{_IN_RULESET}turn on Dismiss stale pull request approvals when new commits are pushed.",
        judge.required(lambda each: each.dismisses_stale),
        _RULES,
        _ADMINISTRATION,
    ),
    Check(
        "last-push",
        "Someone other than the person who pushed last has to approve.",
        "Otherwise a person with write access can push to the pull request of somebody else, and "
        "approve that.",
        f"{_IN_RULESET}turn on Require approval of the most recent reviewable push.",
        judge.required(lambda each: each.needs_last_push),
        _RULES,
        _ADMINISTRATION,
    ),
    Check(
        "up-to-date",
        "Pull requests are up to date with {branch}, or go through a merge queue.",
        "Two pull requests that are both right can break the catalog together.",
        f"{_IN_RULESET}turn on Require branches to be up to date before merging, or Require merge "
        "queue.",
        judge.required(lambda each: each.is_up_to_date),
        _RULES,
        _ADMINISTRATION,
    ),
    Check(
        "rebase-merging",
        "Rebase merging is off.",
        "It applies commit after commit, so the result can differ from the reviewed merge.",
        "Under Settings > General > Pull Requests, turn off Allow rebase merging.",
        judge.rebase_merging,
        "settings",
        _METADATA,
    ),
    Check(
        "no-bypass",
        "Nobody can bypass the rules for {branch}.",
        "Otherwise an admin, or a thief of an admin's account, can merge what nobody reviewed.",
        "Under Settings > Rules > Rulesets, remove everybody from the bypass list, except for "
        "GitHub Actions if it should push generated files. In a branch protection rule, turn on "
        "Do not allow bypassing the above settings, and let nobody bypass required pull requests.",
        judge.no_bypass,
        _RULES,
        "administration: write",
    ),
    Check(
        "code-owners",
        "GitHub accepts the code owners.",
        "GitHub ignores a code owner who has no write access, or doesn't exist.",
        "Give the admins write access under Settings > Collaborators and teams, and correct "
        "`admins` or `code_owners` in the configuration.",
        judge.code_owners,
        "settings/access",
        "contents: read",
    ),
    Check(
        "outside-runs",
        "Workflow runs of outside contributors need approval.",
        "Otherwise a pull request can run workflows of its own, for example a job with the name of "
        "the status. The review never waits for it, because it runs no code of the pull request.",
        "Under Settings > Actions > General, select Require approval for all external "
        "contributors.",
        judge.outside_runs,
        _ACTIONS,
        _ADMINISTRATION,
    ),
    Check(
        "read-only-token",
        "Workflows can only read unless they ask for more.",
        "A workflow that forgets to limit its permissions could change the repository.",
        "Under Settings > Actions > General > Workflow permissions, select Read repository "
        "contents and packages permissions.",
        judge.read_only_token,
        _ACTIONS,
        _ADMINISTRATION,
    ),
    Check(
        "form-pull-requests",
        "GitHub Actions can create pull requests.",
        "The form for partners without Git opens a pull request.",
        "Under Settings > Actions > General > Workflow permissions, turn on Allow GitHub Actions "
        "to create and approve pull requests.",
        judge.form_pull_requests,
        _ACTIONS,
        _ADMINISTRATION,
    ),
    Check(
        "pages",
        "GitHub Actions deploys GitHub Pages.",
        "The workflow publish deploys the site there.",
        "Under Settings > Pages > Build and deployment, select GitHub Actions as the source.",
        judge.pages,
        "settings/pages",
        "pages: read",
    ),
    Check(
        "form-branches",
        "A ruleset restricts who can push to `from-issue/**`.",
        "Otherwise anybody with write access can change what a partner sent with the form.",
        "Under Settings > Rules > Rulesets, create a ruleset for `from-issue/**` that restricts "
        "creations and updates, and add GitHub Actions to its bypass list. If GitHub doesn't offer "
        "GitHub Actions there, do without the ruleset: such a push is reviewed like any other.",
        judge.form_branches,
        _RULES,
        _METADATA,
        is_required=False,
    ),
    Check(
        "pull-request-limit",
        "Outside contributors can only have a few open pull requests at a time.",
        "A single account could flood you with pull requests.",
        "Under Settings > Moderation options > Interaction limits > Pull request limits, select a "
        "maximum, for example 5.",
        judge.pull_request_limit,
        "settings/interaction_limits",
        "administration: write",
        is_required=False,
    ),
    Check(
        "labels",
        f"There are the labels {', '.join(judge.LABELS)}.",
        "GitHub sets the label of the form only if it exists. The others are created on first use.",
        "Create the missing labels.",
        judge.labels,
        "labels",
        "issues: read",
        is_required=False,
    ),
)
"""What only an admin can set on GitHub. The review relies on it."""

LOCAL = (
    Check(
        "workflows",
        "There is a workflow that reviews pull requests.",
        f"It sets the status `{CONTEXT}`.",
        "Copy .github/workflows from a new catalog that you create with `catalog init`.",
        judge.workflows,
    ),
    Check(
        "schedules",
        "Workflows with a schedule call review every hour, and publish every day.",
        "GitHub can lose an event, and pages depend on the date.",
        "Copy .github/workflows/hourly.yml and daily.yml from a new catalog that you create with "
        "`catalog init`.",
        judge.schedules,
        is_required=False,
    ),
    Check(
        "admins",
        "The configuration names the admins.",
        "Only the approval of an admin counts for new entries, names, and domains.",
        "List their GitHub logins under `admins`.",
        judge.admins,
    ),
    Check(
        "code-owners-file",
        "The file .github/CODEOWNERS names the code owners of the configuration.",
        "GitHub requests the approval of the people in it.",
        "Set `admins` or `code_owners` in the configuration, run `catalog publish`, and commit the "
        "file.",
        judge.code_owners_file,
    ),
    Check(
        "git-version",
        f"Git is {'.'.join(map(str, judge.LEAST_GIT))} or newer.",
        "The review asks Git for the merge that GitHub would make.",
        "Update Git.",
        judge.git_version,
    ),
)
"""What is in the catalog's folder and on this machine."""

CHECKS = (*SETTINGS, *LOCAL)
