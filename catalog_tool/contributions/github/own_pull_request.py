"""A pull request from a branch of the repository itself, made by a workflow."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from catalog_tool.contributions.github.client import Forge


def put_pull(forge: Forge, branch: str, base: str, title: str, body: str) -> int:
    """Open a pull request, or give the open one from that branch this title and description.

    Args:
        forge: the repository.
        branch: where the change is; it is pushed already.
        base: the branch that it shall go to.
        title: its title.
        body: its description.

    Returns:
        The number of the pull request, new or not.

    Raises:
        ForgeError: GitHub refused it, for instance because workflows may not open pull requests.
    """
    found = _open_pull_from(forge, branch)
    if found is None:
        content = {"title": title, "head": branch, "base": base, "body": body}
        return int(forge.ask("POST", "pulls", content)["number"])
    number = int(found["number"])
    same_body = str(found["body"] or "").replace("\r\n", "\n").strip() == body.strip()
    if not same_body or found["title"] != title:
        forge.ask("PATCH", f"pulls/{number}", {"title": title, "body": body})
    return number


def own_pull(forge: Forge, branch: str) -> int:
    """Return the number of the open pull request from a branch of the repository; 0 if none is.

    Raises:
        ForgeError: GitHub refused to tell.
    """
    found = _open_pull_from(forge, branch)
    return int(found["number"]) if found else 0


def _open_pull_from(forge: Forge, branch: str) -> dict[str, Any] | None:
    owner = forge.repository.partition("/")[0]
    head = quote(f"{owner}:{branch}", safe="")
    return next(forge.pages(f"pulls?state=open&per_page=100&head={head}"), None)
