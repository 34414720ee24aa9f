"""Writes one comment on a pull request or an issue, and updates it in place."""

from __future__ import annotations

from typing import Any

from catalog_tool.contributions.github.client import Forge


def put_comment(forge: Forge, number: int, marker: str, text: str) -> str:
    """Write the comment that starts with a marker, or update the existing one.

    Only our own comment is updated, because anybody can write a marker.

    Args:
        forge: the repository.
        number: number of the pull request or issue.
        marker: the first line of the comment.
        text: the whole comment, including its marker.

    Returns:
        What was done: ``written``, ``updated`` or ``unchanged``.

    Raises:
        ForgeError: GitHub refused it.
    """
    found = own_comment(forge, number, marker)
    if found is None:
        forge.ask("POST", f"issues/{number}/comments", {"body": text})
        return "written"
    if str(found["body"]).replace("\r\n", "\n").strip() == text.strip():
        return "unchanged"
    forge.ask("PATCH", f"issues/comments/{int(found['id'])}", {"body": text})
    return "updated"


def own_comment(forge: Forge, number: int, marker: str) -> dict[str, Any] | None:
    """Return our own comment that starts with a marker, as GitHub shows it, or ``None``.

    Raises:
        ForgeError: GitHub refused it.
    """
    for comment in forge.pages(f"issues/{number}/comments?per_page=100"):
        author = (comment.get("user") or {}).get("login")
        if author == forge.login and str(comment.get("body") or "").startswith(marker):
            return dict(comment)
    return None
