"""What a page of the site is: its address, what search engines are told, and finished HTML."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from markupsafe import Markup as SafeHtml
from markupsafe import escape

from catalog_tool.site.pages.breadcrumbs import Step, Subject


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready to be built by any engine that reads Markdown with front matter.

    Attributes:
        address: where it is below the root of the site: ``partners/aquera/``, ``""`` for home.
        title: its title, as plain text.
        description: one sentence for search results, as plain text.
        edit: path in the repository of the file that a reader would edit, or ``""``.
        kind: what it presents, in a word, where the title alone could be anything: ``Partner``.
        trail: the pages above it, from the top.
        subject: what programs shall know that it is about, if it is more than a text.
        is_indexed: whether search engines may keep it; not where it only says what is elsewhere.
        is_searched: whether the site's search leads here; not where it repeats other pages.
        weight: how much more than others it counts in the site's search.
        body: finished HTML without blank lines.
        head_title: its title in tabs and search results; ``pages.head`` makes it.
        structured: the page as JSON-LD; ``pages.head`` makes it.
    """

    address: str
    title: str
    description: str
    edit: str = ""
    kind: str = ""
    trail: tuple[Step, ...] = ()
    subject: Subject | None = None
    is_indexed: bool = True
    is_searched: bool = True
    weight: float = 1
    body: SafeHtml = field(default_factory=SafeHtml)
    head_title: str = ""
    structured: str = ""

    @property
    def path(self) -> str:
        """Path of its Markdown file below the root of the site's sources.

        A folder of its own for each page: relative links then mean the same in the sources and
        on the site, whether an engine rewrites them or leaves them alone.
        """
        return f"{self.address}index.md"

    def markdown(self) -> str:
        """Return the page as a Markdown file: front matter, then the body as one HTML block.

        Themes put the titles and the description into HTML as they are, so they are HTML here.
        The columns of links that a theme has beside a page stay away.
        """
        front = [
            f"title: {_quoted(self.title)}",
            f"description: {_quoted(self.description)}",
            f"head_title: {_quoted(self.head_title)}",
            f"structured: {json.dumps(self.structured)}",
            'hide: ["navigation", "toc"]',
        ]
        if not self.is_indexed:
            front.append("robots: noindex")
        if not self.is_searched:
            front.append("search: {exclude: true}")
        elif self.weight != 1:
            front.append(f"search: {{boost: {self.weight}}}")
        return "\n".join(["---", *front, "---", "", f"{self.body}", ""])


def _quoted(text: str) -> str:
    html = escape(text).translate({ord(brace): f"&#{ord(brace)};" for brace in "{}"})
    return json.dumps(html, ensure_ascii=False)
