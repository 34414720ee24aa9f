"""Keeps one issue up to date for as long as there is something to report."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from catalog_tool.contributions.github.client import Forge
from catalog_tool.text.github_markdown import MOST_CHARACTERS

_DONE = "Nothing is left to do here."
_CUT = "\n\nThe rest didn't fit here. See the log of the workflow.\n"


def put_issue(forge: Forge, label: str, title: str, text: str, *, renew: bool = False) -> str:
    """Open the issue with a label, update the open one, or close it.

    Args:
        forge: the repository.
        label: the label that identifies the issue together with our login; created if it is new.
        title: its title.
        text: its text, shortened to GitHub's limit; a blank text closes the issue.
        renew: whether a new title closes the open issue, and opens a new one. GitHub tells a person
            once about a mention in an issue, however often its text changes.

    Returns:
        What was done: ``opened``, ``updated``, ``unchanged``, ``closed`` or ``none``.

    Raises:
        ForgeError: GitHub refused it.
    """
    found = _own(forge, label)
    if not text.strip():
        return _close(forge, found)
    text = _shorten(text)
    if found and renew and found["title"] != title:
        _close(forge, found, "A newer issue replaces this one.")
        found = None
    if found is None:
        forge.ask("POST", "issues", {"title": title, "body": text, "labels": [label]})
        return "opened"
    same_text = str(found["body"] or "").replace("\r\n", "\n").strip() == text.strip()
    if same_text and found["title"] == title:
        return "unchanged"
    forge.ask("PATCH", f"issues/{int(found['number'])}", {"title": title, "body": text})
    return "updated"


def _shorten(text: str) -> str:
    """Shorten a text to GitHub's limit, at the end of a line."""
    if len(text) <= MOST_CHARACTERS:
        return text
    return text[:MOST_CHARACTERS].rpartition("\n")[0] + _CUT


def _close(forge: Forge, found: dict[str, Any] | None, why: str = _DONE) -> str:
    if found is None:
        return "none"
    number = int(found["number"])
    forge.ask("POST", f"issues/{number}/comments", {"body": why})
    forge.ask("PATCH", f"issues/{number}", {"state": "closed", "state_reason": "completed"})
    return "closed"


def _own(forge: Forge, label: str) -> dict[str, Any] | None:
    asked = f"issues?state=open&per_page=100&labels={quote(label, safe='')}"
    for issue in forge.pages(asked):
        is_ours = (issue.get("user") or {}).get("login") == forge.login
        if is_ours and "pull_request" not in issue:
            return dict(issue)
    return None
