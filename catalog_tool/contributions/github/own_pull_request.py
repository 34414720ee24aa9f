"""Opens a pull request from a branch of the repository itself, in a workflow."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from catalog_tool.contributions.github.client import Forge


def put_pull(forge: Forge, branch: str, base: str, title: str, body: str) -> int:
    """Open a pull request, or update the title and description of the open one.

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
    found = _open_pull_from(forge, branch)
    if found is None:
        content = {"title": title, "head": branch, "base": base, "body": body}
        return int(forge.ask("POST", "pulls", content)["number"])
    number = int(found["number"])
    same_body = str(found["body"] or "").replace("\r\n", "\n").strip() == body.strip()
    if not same_body or found["title"] != title:
        forge.ask("PATCH", f"pulls/{number}", {"title": title, "body": body})
    return number


def _open_pull_from(forge: Forge, branch: str) -> dict[str, Any] | None:
    owner = forge.repository.partition("/")[0]
    head = quote(f"{owner}:{branch}", safe="")
    return next(forge.pages(f"pulls?state=open&per_page=100&head={head}"), None)
