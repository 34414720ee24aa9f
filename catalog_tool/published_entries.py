"""Whom readers know already: the entries of the Markdown catalog that was published last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.file_names import ENTRY_SUFFIX
from catalog_tool.markup import parse_line

# The lines that the exporter of the published catalog writes for each partner. No partner can
# write one: a heading, an address in angle brackets after the description's end, a relative link.
_HEADING = "### "
_WEBSITE = re.compile(r"- Website: <([^<>\s]+)>")
_ENTRY = re.compile(r"- Entry: \[([^\]\s]+)\]\([^)\s]+\)")


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
    for line in text.splitlines():
        if line.startswith(_HEADING):
            heading, website = line.removeprefix(_HEADING), ""
        elif found := _WEBSITE.fullmatch(line):
            website = found[1]
        elif found := _ENTRY.fullmatch(line):
            identifier = found[1].rpartition("/")[2].removesuffix(ENTRY_SUFFIX)
            yield PublishedEntry(identifier, _shown(heading), website)


def _shown(markdown: str) -> str:
    """Return the text that a line of Markdown shows, without the comments between its letters."""
    tokens = parse_line(markdown).tokens[0].children or []
    return "".join(token.content for token in tokens if token.type != "html_inline")
