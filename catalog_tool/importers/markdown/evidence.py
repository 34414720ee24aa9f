"""What tells that records are partners: addresses of different owners, and labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.addresses import is_outside, owner_of
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.nodes import LISTS, head_of, line_of, read_lines
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.markdown.words import Part, has_other_links, part_of, words_of

TELLING = frozenset({Part.WEBSITE, Part.CONTACT, Part.APPLICATIONS})
"""Parts of which a partner must say at least one."""
FEW = 3
"""Least number of records that make a list, although nothing says that partners follow."""
_SHORT = 2
"""Most letters of a word that says nothing about an address."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much records must tell to be partners.

    Attributes:
        least: how many of them there must be.
        is_announced: whether a heading or the page says that they are partners. Otherwise, most
            names must be like the domains of their addresses.
    """

    least: int = 2
    is_announced: bool = False

    def accepts(self, found: Sequence[PageSection], count: int) -> bool:
        """Return whether most records have a web address, most of them of different owners.

        A list of the pages of one project, such as its documentation, isn't a list of partners.
        """
        owners = [owners[0] for each in found if (owners := owners_in(each))]
        labeled = sum(any(map(is_telling, each.blocks)) for each in found)
        is_repeated = len(owners) >= self.least or 2 * labeled > len(found)
        is_most = bool(owners) and 2 * len(owners) >= count
        is_told = self.is_announced or 2 * sum(map(is_named_like_site, found)) >= len(owners)
        is_of_one = 4 * sum(map(self._is_other_link, found)) >= count
        is_of_many = 2 * len(set(owners)) > len(owners)
        return is_repeated and is_most and is_told and is_of_many and not is_of_one

    def _is_other_link(self, record: PageSection) -> bool:
        """Return whether a record is a page of a project, and not a company such as *Slack*."""
        is_company = self.is_announced and is_named_like_site(record)
        return has_other_links(record.title) and not is_company


def is_named_like_site(section: PageSection) -> bool:
    """Return whether a word of the name of a section is in the domain of one of its addresses."""
    words = [word for word in words_of(section.title) if len(word) > _SHORT]
    domains = [owner for owner in owners_in(section) if "/" not in owner]
    return any(word in domain for domain in domains for word in words)


def is_telling(block: SyntaxTreeNode) -> bool:
    """Return whether a block has a labeled website, contact, or list of applications."""
    if block.type in LISTS:
        return any(line and _is_telling_line(line) for line in map(head_of, block.children))
    return block.type == "paragraph" and any(map(_is_telling_line, read_lines(block)))


def _is_telling_line(line: Line) -> bool:
    part = part_of(line.label)
    has_names = part is Part.APPLICATIONS and line.has_mark and bool(line.rest)
    return has_names or (part in TELLING and bool(line.addresses))


def owners_in(section: PageSection) -> list[str]:
    """Return the owners of the addresses in a section."""
    return [owner_of(each) for each in _targets(section) if is_outside(each)]


def _targets(section: PageSection) -> Iterator[str]:
    for block in section.walk():
        for node in block.walk():
            if node.type in {"paragraph", "heading"}:
                yield from (each.target for each in line_of(node).addresses)
