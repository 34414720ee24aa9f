"""The rows of partners, for pages two folders below the root, many of which show the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup as SafeHtml

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.partner_facts import applications_line
from catalog_tool.site.pages.templating import components, without_indentation

# Stand for the line of applications, and for attributes. No text of a partner has these characters.
_LINE = SafeHtml("\0")
_ATTRIBUTES = SafeHtml("\1")
_NONE = SafeHtml("")
_ADDRESS = "applications/any/"


@dataclass(frozen=True)
class PartnerRows:
    """The row of each partner, which is rendered once although it is on many pages."""

    publication: Publication
    _rendered: dict[tuple[str, bool], list[str]] = field(default_factory=dict)

    def row(
        self,
        entry: Entry,
        asked: Collection[str] = (),
        quote: SafeHtml | None = None,
        attributes: SafeHtml = _NONE,
    ) -> SafeHtml:
        """Return the row of an entry.

        Args:
            entry: the partner.
            asked: names of applications that come first, in bold, if the entry lists them.
            quote: what stands in place of the applications, and of a summary that says the same.
            attributes: of its element, as ``row_attributes`` in ``macros.html`` returns them.
        """
        is_said = quote is not None and entry.summary in quote.striptags()
        line = quote or applications_line(entry, asked, publication=self.publication)
        start, *rest = self._parts(entry, has_summary=not is_said)
        opened = start.replace(_ATTRIBUTES, attributes, 1)
        return SafeHtml(str(line).join([opened, *rest]))  # noqa: S704 - rendered below

    def _parts(self, entry: Entry, *, has_summary: bool) -> list[str]:
        """Return the row before and after its line of applications."""
        key = (entry.id, has_summary)
        if key not in self._rendered:
            show = components(_ADDRESS, self.publication)
            row = show.row(entry, line=_LINE, attributes=_ATTRIBUTES, has_summary=has_summary)
            self._rendered[key] = str(without_indentation(row)).split(_LINE)
        return self._rendered[key]


@lru_cache(maxsize=1)  # a site is rendered from one publication
def partner_rows(publication: Publication) -> PartnerRows:
    """Return the rows of a publication, which are the same on all these pages."""
    return PartnerRows(publication)
