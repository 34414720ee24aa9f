"""Checks pages without the theme's frame around them, if that makes no difference.

Most of a page is the frame, which is the same on all pages of a folder but for the title in it. Of
each frame, two pages are checked as a whole. If the second one has no fault, the others only need
what differs: their head and their article. The article must not reach out of its place: after it,
a browser must be in the same elements as before.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from catalog_tool.site.audit.built_site import BuiltPage
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.content_policy import is_of_catalog

_HEAD_END = "</head>"
_START, _END = "<article", "</article>"
# The theme repeats the title in its header, as text: there is no angle bracket in it.
_TITLE = re.compile(r'(<span class="md-ellipsis">)[^<>]*(?=</span>)')
_EDGE = "<hr data-edge>"

_Tags = tuple[str, ...]


@dataclass
class Frames:
    """The frames of a site that have been checked.

    Attributes:
        tags: the elements around the article, from the body on, by a digest of the frame; empty if
            the next page needs the frame, too.
    """

    tags: dict[tuple[str, bytes], _Tags] = field(default_factory=dict)

    def faults(self, page: BuiltPage, check: Callable[[BuiltPage], list[Fault]]) -> list[Fault]:
        """Return the faults of a page.

        Args:
            page: the whole page.
            check: returns the faults of a page, or of one without its frame.
        """
        head, start = page.html.find(_HEAD_END), page.html.find(_START)
        end = page.html.rfind(_END) + len(_END)
        if not (is_of_catalog(page.path) and 0 < head < start < end):
            return check(page)
        above = _TITLE.sub(r"\1", page.html[head:start])
        digest = hashlib.sha256(f"{above}\0{page.html[end:]}".encode(errors="replace")).digest()
        frame = (page.path.rpartition("/")[0].rpartition("/")[0], digest)
        parts = page.html[:head], page.html[start:end]
        tags = self.tags.get(frame)
        if tags:
            rest = _without_frame(page.path, *parts, tags)
            if rest and not check(rest):
                return []
        found = check(page)
        if not tags:
            is_first = tags is None  # and perhaps the only one
            self.tags[frame] = () if is_first or found else _tags_around(page, parts)
        return found


def _without_frame(path: str, head: str, article: str, tags: _Tags) -> BuiltPage | None:
    """Return a page with only the open tags of its frame, or ``None`` if it needs the frame."""
    opened = "".join(f"<{tag}>" for tag in tags)
    page = BuiltPage(path, f"{head}{_HEAD_END}{opened}{_EDGE}{article}{_EDGE}")
    found = [_around(edge) for edge in page.tree.css("[data-edge]")]
    return page if found == [tags, tags] else None


def _tags_around(page: BuiltPage, parts: tuple[str, str]) -> _Tags:
    """Return the tags around the article of a page; none if it is another one without the frame."""
    article = page.tree.css_first("article")
    tags = _around(article) if article else ()
    rest = _without_frame(page.path, *parts, tags)
    same = rest.tree.css_first("article") if rest else None
    return tags if article and same and same.html == article.html else ()


def _around(node: LexborNode) -> _Tags:
    tags: list[str] = []
    while (parent := node.parent) and parent.tag != "html":
        tags.insert(0, parent.tag or "")
        node = parent
    return tuple(tags)
