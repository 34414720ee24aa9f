"""What a page of the site is: its address, what search engines are told, and finished HTML."""

from __future__ import annotations

import json
from dataclasses import dataclass

from markupsafe import Markup as SafeHtml


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready to be built by any engine that reads Markdown with front matter.

    Attributes:
        path: path below the root of the site's sources: ``partners/aquera.md``.
        title: its title, as plain text.
        description: one sentence for search results, as plain text.
        body: finished HTML without blank lines.
        edit: path in the repository of the file that a reader would edit, or ``""``.
        hide: parts of the frame that the theme leaves out: ``navigation``, ``toc``.
    """

    path: str
    title: str
    description: str
    body: SafeHtml
    edit: str = ""
    hide: tuple[str, ...] = ()

    def markdown(self) -> str:
        """Return the page as a Markdown file: front matter, then the body as one HTML block."""
        front = {"title": self.title, "description": self.description, "hide": list(self.hide)}
        lines = [f"{key}: {json.dumps(value)}" for key, value in front.items() if value]
        return "\n".join(["---", *lines, "---", "", f"{self.body}", ""])
