"""A page as the catalog made it, before a builder of sites put a frame around it.

Source of its format: ``catalog_tool/site/pages/page.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

_END_OF_FRONT_MATTER = "\n---\n"


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page that the catalog made.

    Attributes:
        front: what is said of it before its body, by key: plain text, and the JSON-LD.
        body: its HTML.
    """

    front: Mapping[str, str]
    body: str

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may keep it."""
        return "robots" not in self.front


def made_page(markdown: str) -> MadePage:
    """Read a page from the text of its Markdown file."""
    front, _, body = markdown.partition(_END_OF_FRONT_MATTER)
    lines = (line.partition(": ") for line in front.splitlines()[1:])
    return MadePage({key: _value(key, value) for key, _, value in lines}, body)


def published_path(path: str) -> str:
    """Return the file of the site that MkDocs makes of a page, ``partners/aquera/index.md``."""
    return f"{path.removesuffix('.md')}.html"


def _value(key: str, written: str) -> str:
    if not written.startswith('"'):
        return written
    value = str(json.loads(written))
    return value if key == "structured" else unescape(value)
