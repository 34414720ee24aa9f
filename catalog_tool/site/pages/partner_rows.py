"""The rows of partners, for pages that show many of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup as SafeHtml

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.partner_facts import applications_line
from catalog_tool.site.pages.templating import fragment

# Stands for the line of applications. No text of a partner has this character.
_LINE = SafeHtml("\0")


@dataclass(frozen=True)
class PartnerRows:
    """The row of each partner, which is rendered once although it is on many pages.

    Attributes:
        address: one of the pages for the rows. All must be equally deep below the root.
        publication: what is published.
    """

    address: str
    publication: Publication
    _rendered: dict[str, SafeHtml] = field(default_factory=dict)

    def row(self, entry: Entry, asked: str = "", quote: SafeHtml | None = None) -> SafeHtml:
        """Return the row of an entry.

        Args:
            entry: the partner.
            asked: name of an application of the entry that comes first, in bold.
            quote: what stands in place of the applications.
        """
        if entry.id not in self._rendered:
            self._rendered[entry.id] = fragment(
                self.address, "partner_row.html", self.publication, entry=entry, line=_LINE
            )
        line = quote or applications_line(entry, asked, publication=self.publication)
        return self._rendered[entry.id].replace(_LINE, line)
