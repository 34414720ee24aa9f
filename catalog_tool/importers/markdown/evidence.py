"""What tells that records are partners: addresses of different owners, and labels."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from catalog_tool.importers.markdown.blocks import Block
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.words import CORE, TELLING, has_other_links, is_other_link

_FEW = 2
"""Most records that can have an owner in common by chance."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much records must tell to be partners.

    Attributes:
        least: how many of them there must be.
        is_announced: whether a heading or the page says that they are partners. Otherwise, most
            names must be like the domains of their addresses.
        is_named: whether the title of a column says that they are names, so that all addresses can
            be pages of one site, such as a directory.
    """

    least: int = 2
    is_announced: bool = False
    is_named: bool = False

    def accepts(self, found: Sequence[PageSection], count: int) -> bool:
        """Return whether most records have a web address, most of them of different owners.

        A list of the pages of one project, such as its documentation, isn't a list of partners.
        """
        owned = Counter(owner for each in found for owner in {to.owner for to in each.outside})
        shared = {owner for owner, of in owned.items() if of > _FEW and 2 * of > len(found)}
        told = [each.outside for each in found if each.outside]
        # A project's own page about each isn't that of its owner.
        first = [next((to for to in of if to.owner not in shared), of[0]) for of in told]
        owners = [each.owner for each in first]
        places = [each.project for each in first] if self.is_announced else owners
        labeled = sum(any(map(is_telling, each.blocks)) for each in found)
        most_alike = 2 * sum(each.is_named_like_site for each in found) >= len(owners)
        # A company such as Slack can be named like a link of a project.
        is_other = is_other_link if self.is_announced else has_other_links
        others = [each for each in found if is_other(each.title)]
        other_links = sum(not each.is_named_like_site for each in others)
        return (
            (len(owners) >= self.least or 2 * labeled > len(found))
            and (2 * len(owners) >= count or (self.is_announced and most_alike))
            and (self.is_announced or most_alike)
            and (self.is_named or 2 * len(set(places)) > len(owners))
            and 4 * other_links < count
        )


ANNOUNCED = Evidence(1, is_announced=True)
"""What a record must tell if a heading or the page says that it is a partner."""
NAMED = Evidence(1, is_announced=True, is_named=True)
"""What a row must tell if also the title of the column says so."""
UNANNOUNCED = Evidence()
"""What two records must tell if nothing says that they are partners."""
IN_TABLE = Evidence(3)
"""What the rows of a table must tell if nothing says that they are partners."""
LABELED = Evidence(sys.maxsize)
"""What records must tell on a page that isn't a list of partners: most of them need labels."""


def is_telling(block: Block) -> bool:
    """Return whether a block has a labeled website, contact, or list of applications."""
    heads = [each.head for each in block.children] if block.is_list else []
    return any(
        (key in TELLING and bool(line.addresses))
        or (key == "applications" and line.has_mark and bool(line.rest))
        for line in (block.text_lines if block.is_text else filter(None, heads))
        if (key := CORE.key_of(line.label))
    )
