"""What a page of the site is: its address, what search engines are told, and finished HTML."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from markupsafe import Markup as SafeHtml
from markupsafe import escape


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready to be built by any engine that reads Markdown with front matter.

    Attributes:
        address: where it is below the root of the site: ``partners/aquera/``, ``""`` for home.
        title: its title, as plain text.
        description: one sentence for search results, as plain text.
        edit: path in the repository of the file that a reader would edit, or ``""``.
        is_searched: whether the site's search leads here; not where it repeats other pages.
        body: finished HTML without blank lines.
    """

    address: str
    title: str
    description: str
    edit: str = ""
    is_searched: bool = True
    body: SafeHtml = field(default_factory=SafeHtml)

    @property
    def path(self) -> str:
        """Path of its Markdown file below the root of the site's sources.

        A folder of its own for each page: relative links then mean the same in the sources and
        on the site, whether an engine rewrites them or leaves them alone.
        """
        return f"{self.address}index.md"

    def markdown(self) -> str:
        """Return the page as a Markdown file: front matter, then the body as one HTML block.

        Themes put the title and the description into HTML as they are, so both are HTML here.
        The columns of links that a theme has beside a page stay away.
        """
        front = [
            f"title: {_quoted(self.title)}",
            f"description: {_quoted(self.description)}",
            'hide: ["navigation", "toc"]',
        ]
        if not self.is_searched:
            front.append("search: {exclude: true}")
        return "\n".join(["---", *front, "---", "", f"{self.body}", ""])


def _quoted(text: str) -> str:
    html = escape(text).translate({ord(brace): f"&#{ord(brace)};" for brace in "{}"})
    return json.dumps(html, ensure_ascii=False)
