"""Whether each setting is right. Each function returns what is wrong, or an empty text."""

from __future__ import annotations

import re
from collections.abc import Callable

from catalog_tool.contributions.github.settings.evidence import MAX_BYTES, Evidence, UnknownError
from catalog_tool.contributions.github.settings.protection import Protection
from catalog_tool.contributions.github.status import CONTEXT
from catalog_tool.contributions.issue_form import FORM_LABEL
from catalog_tool.contributions.review.verdict import LABELS as REVIEW_LABELS
from catalog_tool.loader.files.read import read_text
from catalog_tool.loader.git.command import GitError, git_output

LABELS = (FORM_LABEL, *REVIEW_LABELS)
LEAST_GIT = (2, 38)
SCHEDULED = ("review", "publish")
"""The workflows that others call again and again."""

_FORM_BRANCH = "from-issue/1"
_REVIEW = re.compile(r"/\.github/workflows/review\.yml@|\bcatalog comment\b")
_SCHEDULE = re.compile(r"(?m)^  schedule:")
_CALL = re.compile(r"(?m)^    uses: \S*/\.github/workflows/([a-z-]+)\.yml\b")
_VERSION = re.compile(r"(\d+)\.(\d+)")


def default_branch(evidence: Evidence) -> str:
    """Compare the default branch with the branch in the settings."""
    found = str(evidence.repository["default_branch"])
    return "" if found == evidence.settings.branch else f"It is {found}."


def required(is_satisfied: Callable[[Protection], bool]) -> Callable[[Evidence], str]:
    """Return the judgment that looks for a rule among those that protect the branch."""

    def judge(evidence: Evidence) -> str:
        found = any(map(is_satisfied, evidence.protections()))
        return "" if found else "No active rule requires it."

    return judge


def required_status(evidence: Evidence) -> str:
    """Look for the status among the required ones, and for the app that must set it."""
    if any(CONTEXT in each.statuses_of_apps for each in evidence.protections()):
        return ""
    return (
        required(lambda each: CONTEXT in each.statuses)(evidence)
        or "Anyone with write access can set it."
    )


def rebase_merging(evidence: Evidence) -> str:
    """Look at whether a pull request can be merged by rebasing it."""
    is_allowed = evidence.repository.get("allow_rebase_merge")
    if is_allowed is False or not all(each.allows_rebase for each in evidence.rulesets):
        return ""
    if is_allowed is None:
        raise UnknownError("GitHub shows it only to people with write access.")
    return "It is on."


def no_bypass(evidence: Evidence) -> str:
    """List who can bypass the rules that the other functions look for."""
    rules = [each for each in evidence.protections() if each.statuses or each.approvals]
    if not rules:
        return "There are no rules for the branch yet."
    found = dict.fromkeys(name for each in rules for name in evidence.bypasses(each))
    return f"These can: {', '.join(found)}." if found else ""


def code_owners(evidence: Evidence) -> str:
    """Ask GitHub for the errors of the file."""
    errors = evidence.ask("codeowners/errors")["errors"]
    return " ".join(f"Line {each['line']}: {each['kind']}." for each in errors)


def outside_runs(evidence: Evidence) -> str:
    """Look at who needs approval."""
    path = "actions/permissions/fork-pr-contributor-approval"
    found = str(evidence.ask(path)["approval_policy"])
    return "" if found == "all_external_contributors" else f"Only {found} need it."


def read_only_token(evidence: Evidence) -> str:
    """Look at the permissions that a workflow has by default."""
    found = str(evidence.workflow_permissions["default_workflow_permissions"])
    return "" if found == "read" else f"The default permission is {found}."


def form_pull_requests(evidence: Evidence) -> str:
    """Look at whether workflows can create pull requests."""
    is_allowed = evidence.workflow_permissions["can_approve_pull_request_reviews"]
    return "" if is_allowed else "They can't."


def pages(evidence: Evidence) -> str:
    """Look at the source of GitHub Pages."""
    if not evidence.repository["has_pages"]:
        return "GitHub Pages is off."
    found = str(evidence.ask("pages")["build_type"])
    return "" if found == "workflow" else "GitHub Pages is deployed from a branch."


def form_branches(evidence: Evidence) -> str:
    """Look for rules for the branches of the form."""
    found = {str(rule["type"]) for rule in evidence.branch_rules(_FORM_BRANCH)}
    return "" if {"creation", "update"} <= found else "Creations or updates aren't restricted."


def pull_request_limit(evidence: Evidence) -> str:
    """Look for a limit."""
    limit = evidence.ask("interaction-limits/pulls/creation-cap")
    return "" if limit["enabled"] else "There is no limit."


def labels(evidence: Evidence) -> str:
    """List the labels that are missing."""
    found = {str(label["name"]).lower() for label in evidence.ask_all("labels")}
    missing = [label for label in LABELS if label not in found]
    return f"These are missing: {', '.join(missing)}." if missing else ""


def workflows(evidence: Evidence) -> str:
    """Look for a workflow that runs the review, here or in the program's repository."""
    return "" if any(map(_REVIEW.search, evidence.workflows)) else "No workflow does it."


def schedules(evidence: Evidence) -> str:
    """List what no workflow with a schedule calls."""
    scheduled = [text for text in evidence.workflows if _SCHEDULE.search(text)]
    called = {name for text in scheduled for name in _CALL.findall(text)}
    missing = [name for name in SCHEDULED if name not in called]
    return f"No schedule calls {' or '.join(missing)}." if missing else ""


def admins(evidence: Evidence) -> str:
    """Look for admins in the settings."""
    settings = evidence.settings
    return "" if settings.admins else f"{settings.configuration} names none."


def code_owners_file(evidence: Evidence) -> str:
    """List the owners who aren't named in the file."""
    settings = evidence.settings
    if not settings.owners:
        return f"{settings.configuration} names none."
    text, _ = read_text(settings.root / ".github/CODEOWNERS", MAX_BYTES)
    named = {word.lower() for word in text.split()}
    missing = [owner for owner in settings.owners if f"@{owner.lower()}" not in named]
    return f"It doesn't name {', '.join(missing)}." if missing else ""


def git_version(evidence: Evidence) -> str:
    """Ask Git for its version."""
    try:
        said = git_output(evidence.settings.root, ["version"]).strip()
    except GitError as error:
        return error.message
    found = _VERSION.search(said)
    version = (int(found[1]), int(found[2])) if found else (0, 0)
    return "" if version >= LEAST_GIT else f"This is {said}."
