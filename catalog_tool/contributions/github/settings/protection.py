"""What protects a branch: a ruleset, or the older branch protection, in one form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

_PEOPLE = {"apps": "slug", "teams": "slug", "users": "login"}


@dataclass(frozen=True, slots=True)
class Protection:
    """The rules of one ruleset, or of the branch protection.

    If several protect a branch, a pull request must satisfy all of them.

    Attributes:
        statuses: the statuses that must have succeeded.
        statuses_of_apps: those of them that count only if one named app has set them.
        approvals: how many approvals a pull request needs.
        needs_code_owners: whether one of them must be from a code owner.
        dismisses_stale: whether a push dismisses the approvals before it.
        needs_last_push: whether somebody else must approve the most recent push.
        is_up_to_date: whether what is merged was tested together with the branch.
        allows_rebase: whether a pull request can be merged by rebasing it.
        ruleset: the ID of the ruleset; ``None`` for the branch protection.
        bypasses: who can bypass the branch protection.
    """

    statuses: frozenset[str]
    statuses_of_apps: frozenset[str]
    approvals: int
    needs_code_owners: bool
    dismisses_stale: bool
    needs_last_push: bool
    is_up_to_date: bool
    allows_rebase: bool = True
    ruleset: int | None = None
    bypasses: tuple[str, ...] = ()


def of_rulesets(rules: Iterable[dict[str, Any]]) -> tuple[Protection, ...]:
    """Return the protections by rules for a branch that check what is merged into it."""
    ordered = sorted(rules, key=_ruleset)
    grouped = ((ruleset, [*group]) for ruleset, group in groupby(ordered, _ruleset))
    return tuple(_of_ruleset(ruleset, group) for ruleset, group in grouped)


def of_branch_protection(answer: dict[str, Any]) -> Protection:
    """Return what the branch protection requires."""
    statuses = answer.get("required_status_checks") or {}
    reviews = answer.get("required_pull_request_reviews") or {}
    allowed = reviews.get("bypass_pull_request_allowances") or {}
    bypasses = [str(one[name]) for kind, name in _PEOPLE.items() for one in allowed.get(kind, [])]
    if not answer["enforce_admins"]["enabled"]:
        bypasses.append("admins")
    return Protection(
        frozenset(map(str, statuses.get("contexts", ()))),
        _of_apps(statuses.get("checks", ()), "app_id"),
        int(reviews.get("required_approving_review_count", 0)),
        bool(reviews.get("require_code_owner_reviews")),
        bool(reviews.get("dismiss_stale_reviews")),
        bool(reviews.get("require_last_push_approval")),
        bool(statuses.get("strict")),
        bypasses=tuple(bypasses),
    )


def _of_ruleset(ruleset: int, rules: list[dict[str, Any]]) -> Protection:
    found = {str(rule["type"]): rule.get("parameters") or {} for rule in rules}
    statuses = found.get("required_status_checks", {})
    reviews = found.get("pull_request", {})
    checks = statuses.get("required_status_checks", ())
    return Protection(
        frozenset(str(each["context"]) for each in checks),
        _of_apps(checks, "integration_id"),
        int(reviews.get("required_approving_review_count", 0)),
        bool(reviews.get("require_code_owner_review")),
        bool(reviews.get("dismiss_stale_reviews_on_push")),
        bool(reviews.get("require_last_push_approval")),
        bool(statuses.get("strict_required_status_checks_policy")) or "merge_queue" in found,
        "rebase" in reviews.get("allowed_merge_methods", ("rebase",)),
        ruleset,
    )


def _of_apps(checks: Iterable[dict[str, Any]], key: str) -> frozenset[str]:
    """Return the statuses that have an app; without one, GitHub answers with ``null`` or -1."""
    return frozenset(str(each["context"]) for each in checks if (each.get(key) or 0) > 0)


def _ruleset(rule: dict[str, Any]) -> int:
    return int(rule["ruleset_id"])
