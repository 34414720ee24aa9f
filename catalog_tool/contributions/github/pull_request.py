"""Finds open pull requests and issues, and opens pull requests of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from catalog_tool.contributions.github.client import Forge

_FROM_ISSUE = re.compile(r"from-issue/([1-9][0-9]{0,9})", re.ASCII)


@dataclass(frozen=True)
class Pull:
    """An open pull request, as GitHub knows it.

    Attributes:
        number: its number.
        author: login of its author.
        head: id of its last commit.
        body: its description.
        association: how GitHub knows its author.
        title: its title.
        base: the branch that it goes to.
        issue: number of the issue whose form it was made from; 0 if it wasn't.
        is_draft: whether it is a draft.
        updated: when something last happened to it, as a time in UTC.
        default_branch: the default branch of the repository.
        created: when it was opened, as a time in UTC.
        labels: the names of its labels.
        reviewers: logins of the people who were asked for a review.
    """

    number: int
    author: str
    head: str
    body: str
    association: str = ""
    title: str = ""
    base: str = ""
    issue: int = 0
    is_draft: bool = False
    updated: str = ""
    default_branch: str = ""
    created: str = ""
    labels: frozenset[str] = frozenset()
    reviewers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """An open issue: its author, and how GitHub knows the author."""

    author: str
    association: str


def open_pulls(forge: Forge, base: str) -> Iterator[Pull]:
    """Yield the open pull requests to a branch, the oldest first.

    Raises:
        ForgeError: GitHub refused it.
    """
    order = "sort=created&direction=asc&per_page=100"
    for found in forge.pages(f"pulls?state=open&base={quote(base, safe='')}&{order}"):
        if found["base"]["ref"] == base:
            yield _pull(forge, found)


def open_pull(forge: Forge, number: int) -> Pull | None:
    """Return the pull request with a number; ``None`` if it was closed.

    Raises:
        ForgeError: GitHub refused it.
    """
    found = forge.ask("GET", f"pulls/{number}")
    return _pull(forge, found) if found["state"] == "open" else None


def open_issue(forge: Forge, number: int) -> Issue | None:
    """Return the issue with a number; ``None`` if it was closed.

    Raises:
        ForgeError: GitHub refused it.
    """
    found = forge.ask("GET", f"issues/{number}")
    return Issue(_login(found), _association(found)) if found["state"] == "open" else None


def put_pull(forge: Forge, branch: str, base: str, title: str, body: str) -> int:
    """Open a pull request from a branch of the repository itself, or update the open one.

    Args:
        forge: the repository.
        branch: the branch with the change, which is already pushed.
        base: the branch to merge into.
        title: its title.
        body: its description.

    Returns:
        The number of the pull request.

    Raises:
        ForgeError: GitHub refused it, for instance because workflows may not open pull requests.
    """
    head = quote(f"{forge.repository.partition('/')[0]}:{branch}", safe="")
    found = next(forge.pages(f"pulls?state=open&per_page=100&head={head}"), None)
    if found is None:
        content = {"title": title, "head": branch, "base": base, "body": body}
        return int(forge.ask("POST", "pulls", content)["number"])
    number = int(found["number"])
    same_body = str(found["body"] or "").replace("\r\n", "\n").strip() == body.strip()
    if not same_body or found["title"] != title:
        forge.ask("PATCH", f"pulls/{number}", {"title": title, "body": body})
    return number


def _pull(forge: Forge, found: dict[str, Any]) -> Pull:
    return Pull(
        number=int(found["number"]),
        author=_login(found),
        head=str(found["head"]["sha"]),
        body=str(found.get("body") or ""),
        association=_association(found),
        title=str(found.get("title") or ""),
        base=str(found["base"]["ref"]),
        issue=_issue_of(forge, found),
        is_draft=bool(found.get("draft")),
        updated=str(found.get("updated_at") or ""),
        default_branch=str(found["base"]["repo"]["default_branch"]),
        created=str(found.get("created_at") or ""),
        labels=frozenset(str(label["name"]) for label in found.get("labels") or ()),
        reviewers=tuple(str(each["login"]) for each in found.get("requested_reviewers") or ()),
    )


def _issue_of(forge: Forge, found: dict[str, Any]) -> int:
    """Return the issue that a pull request was made from, if our own login opened it here."""
    home = (found["head"].get("repo") or {}).get("full_name")
    is_ours = home == found["base"]["repo"]["full_name"] and _login(found) == forge.login
    match = _FROM_ISSUE.fullmatch(str(found["head"]["ref"])) if is_ours else None
    return int(match[1]) if match else 0


def _login(found: dict[str, Any]) -> str:
    return str((found.get("user") or {}).get("login") or "ghost")


def _association(found: dict[str, Any]) -> str:
    return str(found.get("author_association") or "")
