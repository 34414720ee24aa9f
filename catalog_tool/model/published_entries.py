"""Whom readers know already: the entries of the Markdown catalog that was published last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.model.identifiers import ENTRY_SUFFIX
from catalog_tool.text.markup import parse_line

# Lines that the exporter of the published catalog writes for each partner. No partner can write
# the first or the last: a heading, and a link without a scheme.
_LINE = re.compile(
    r"^(?:### (?P<heading>.+)"
    r"|- Website: <(?P<website>[^<>\s]+)>"
    r"|- Entry: \[(?P<file>[^\]\\\n]+)\]\([^:)\n]+\))$",
    re.MULTILINE,
)
# Without these a line of Markdown shows what it says.
_MARKS = frozenset("\\&<>[]()*_`~!")


@dataclass(frozen=True, slots=True)
class PublishedEntry:
    """One partner as it was published.

    Attributes:
        id: its id, which its address has.
        name: its name then; empty where only the address is known.
        website: its website then; empty where it is not known.
    """

    id: str
    name: str = ""
    website: str = ""


def published_entries(text: str) -> Iterator[PublishedEntry]:
    """Yield each partner of a published Markdown catalog."""
    heading = website = ""
    for line in _LINE.finditer(text):
        if line["heading"]:
            heading, website = line["heading"], ""
        elif line["website"]:
            website = line["website"]
        else:
            identifier = line["file"].rpartition("/")[2].removesuffix(ENTRY_SUFFIX)
            yield PublishedEntry(identifier, _shown(heading), website)


def _shown(markdown: str) -> str:
    """Return the text that a line of Markdown shows, without the comments between its letters."""
    if _MARKS.isdisjoint(markdown):
        return markdown  # as nearly all names, and ten thousand of them are read at every check
    tokens = parse_line(markdown).tokens[0].children or []
    return "".join(token.content for token in tokens if token.type != "html_inline")
