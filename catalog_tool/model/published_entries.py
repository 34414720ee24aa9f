"""The entries that readers already know: those of the last published Markdown catalog."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.model.identifiers import ENTRY_SUFFIX
from catalog_tool.model.messages import Messages
from catalog_tool.text.markup import parse_line

# Lines that the exporter of the published catalog writes for each partner. Partners can't write the
# first or the last one themselves: a heading, and a link without a scheme.
_LINE = (
    r"^(?:### (?P<heading>.+)"
    r"|- (?:{website}): <(?P<website>[^<>\s]+)>"
    r"|- (?:{entry}): \[(?P<file>[^\]\\\n]+)\]\([^:)\n]+\))$"
)
# A line of Markdown without these characters is plain text.
_MARKS = frozenset("\\&<>[]()*_`~!")


@dataclass(frozen=True, slots=True)
class PublishedEntry:
    """One partner as it was published.

    Attributes:
        id: its id, which is part of its address.
        name: its name at that time; empty if only the address is known.
        website: its website at that time; empty if unknown.
    """

    id: str
    name: str = ""
    website: str = ""


def published_entries(text: str, words: Messages) -> Iterator[PublishedEntry]:
    """Yield each partner of a published Markdown catalog.

    Args:
        text: the Markdown catalog.
        words: the messages of the catalog. The page may be from a day when it was in English.
    """
    labels = {
        name: "|".join(re.escape(each) for each in (label, words.gettext(label)))
        for name, label in (("website", "Website"), ("entry", "Entry"))
    }
    heading = website = ""
    for line in re.finditer(_LINE.format_map(labels), text, re.MULTILINE):
        if line["heading"]:
            heading, website = line["heading"], ""
        elif line["website"]:
            website = line["website"]
        else:
            identifier = line["file"].rpartition("/")[2].removesuffix(ENTRY_SUFFIX)
            yield PublishedEntry(identifier, _shown(heading), website)


def _shown(markdown: str) -> str:
    """Return the visible text of a line of Markdown, without the comments inside it."""
    if _MARKS.isdisjoint(markdown):
        return markdown  # true for nearly all names, and each check reads up to ten thousand
    tokens = parse_line(markdown).tokens[0].children or []
    return "".join(token.content for token in tokens if token.type != "html_inline")
