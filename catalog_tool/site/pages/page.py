"""A page of the site: its address, its metadata, and its finished HTML."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup as SafeHtml
from markupsafe import escape

from catalog_tool.site.pages.breadcrumbs import Step, Subject


@dataclass(frozen=True, slots=True)
class Page:
    """One page, for any engine that reads Markdown with front matter.

    Attributes:
        address: its address below the root of the site: ``partners/contoso/``, ``""`` for home.
        title: its title, as plain text.
        description: one sentence for search results, as plain text.
        edit: path in the repository of the file to edit, or ``""``.
        kind: a word for what it shows if the title doesn't say it, such as ``Partner``.
        trail: the pages above it, from the top.
        subject: what it is about, for programs, if it is more than a text.
        is_indexed: whether search engines may index it.
        body: finished HTML without blank lines.
        head_title: its title in tabs and search results; set by ``with_metadata``.
        structured: the page as JSON-LD; set by ``with_metadata``.
    """

    address: str
    title: str
    description: str
    edit: str = ""
    kind: str = ""
    trail: tuple[Step, ...] = ()
    subject: Subject | None = None
    is_indexed: bool = True
    body: SafeHtml = field(default_factory=SafeHtml)
    head_title: str = ""
    structured: str = ""

    @property
    def path(self) -> str:
        """Path of its Markdown file below the root of the site's sources.

        Each page has its own folder, so relative links mean the same in the sources and on the
        site, whether an engine rewrites them or not.
        """
        return f"{self.address}index.md"

    def markdown(self) -> str:
        """Return the page as a Markdown file: front matter, then the body as one HTML block.

        Themes insert the titles and the description into HTML without escaping, so they are HTML
        here. The theme's columns of links beside a page are hidden.
        """
        front = [
            f"title: {_quote(self.title)}",
            f"description: {_quote(self.description)}",
            f"head_title: {_quote(self.head_title)}",
            f"structured: {json.dumps(self.structured)}",
            'hide: ["navigation", "toc"]',
        ]
        if not self.is_indexed:
            front.append('robots: "noindex"')
        return "\n".join(["---", *front, "---", "", f"{self.body}", ""])


def read_page(markdown: str) -> tuple[dict[str, Any], str]:
    """Return the front matter and the body of what :meth:`Page.markdown` returned."""
    front, body = markdown.removeprefix("---\n").split("\n---\n\n", 1)
    pairs = (line.split(": ", 1) for line in front.split("\n"))
    return {key: json.loads(value) for key, value in pairs}, body


def _quote(text: str) -> str:
    html = escape(text).translate({ord(brace): f"&#{ord(brace)};" for brace in "{}"})
    return json.dumps(html, ensure_ascii=False)
