"""A pull request from a branch of the repository itself, made by a workflow."""

from __future__ import annotations

from urllib.parse import quote

from catalog_tool.forge.client import Forge


def put_pull(forge: Forge, branch: str, base: str, title: str, body: str) -> int:
    """Open a pull request, unless there is an open one from that branch.

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
    owner = forge.repository.partition("/")[0]
    head = quote(f"{owner}:{branch}", safe="")
    for found in forge.pages(f"pulls?state=open&per_page=100&head={head}"):
        return int(found["number"])
    content = {"title": title, "head": branch, "base": base, "body": body}
    return int(forge.ask("POST", "pulls", content)["number"])
