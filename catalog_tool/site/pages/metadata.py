"""The metadata in the head of a page, for search engines and shared links.

It uses terms of schema.org as JSON-LD. Titles and descriptions are short enough that search
results show all of them. Text from partners is always plain text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from catalog_tool.model.catalog import Entry
from catalog_tool.model.messages import messages_of
from catalog_tool.model.settings import Settings
from catalog_tool.site.addresses import contact_target, root_from
from catalog_tool.site.pages.breadcrumbs import DataFiles, Listing, Step
from catalog_tool.site.pages.page import Page
from catalog_tool.text.phrases import shorten

TITLE_LENGTH = 80
"""Most characters of a title with the site's name. Search results show about 60."""

DESCRIPTION_LENGTH = 160
"""Most characters of a description that search results show."""

MEMBERS_NAMED = 20
"""Most members of a list in the metadata. The page itself has all of them."""

SEARCH_PARAMETER = "{search_term_string}"

Thing = dict[str, Any]
"""A schema.org object."""

# A script element ends at "</script", even inside quotes. The other characters mean something to
# browsers, editors, or template engines. JSON's own braces are never next to each other here.
_ACTIVE = re.compile(r"[<>&'`]|\{(?=[{%#])")


def with_metadata(page: Page, settings: Settings) -> Page:
    """Return a page with the metadata for its head."""
    return replace(
        page,
        description=one_line(page.description),
        head_title=_title(page, settings.title),
        structured=json_ld(page, settings),
    )


def json_ld(page: Page, settings: Settings) -> str:
    """Return the schema.org data of a page as JSON that can't end a script element."""
    graph = list(_Graph(page, settings).things())
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, separators=(",", ":"))
    return _ACTIVE.sub(_escape, text)


def one_line(text: str) -> str:
    """Return one line, cut between words so that search results show all of it."""
    return shorten(" ".join(text.split()), DESCRIPTION_LENGTH, between_words=True)


@dataclass(frozen=True, slots=True)
class _Graph:
    page: Page
    settings: Settings

    def things(self) -> Iterator[Thing]:
        """Yield the page and its breadcrumbs, then a partner's service, or at home the site."""
        yield self._page()
        if self.page.trail:
            here = Step(self.page.title, self.page.address)
            home = messages_of(self.settings).gettext("Home")
            way = (Step(home, ""), *self.page.trail, here)
            yield {"@type": "BreadcrumbList", "itemListElement": self._list_items(way, "item")}
        if isinstance(self.page.subject, Entry):
            yield self._service(self.page.subject)
        if not self.page.address:
            yield self._site()

    def _page(self) -> Thing:
        page = self.page
        thing: Thing = {
            "@type": "CollectionPage" if isinstance(page.subject, Listing) else "WebPage",
            "name": page.title,
            "description": one_line(page.description),
            "url": self._address(page.address),
        }
        if isinstance(page.subject, Entry):
            thing["mainEntity"] = self._organization(page.subject)
        elif isinstance(page.subject, Listing):
            thing |= self._listing(page.subject)
        elif isinstance(page.subject, DataFiles):
            thing["mainEntity"] = self._data_set(page.subject)
        return thing

    def _service(self, entry: Entry) -> Thing:
        partner = entry.partner
        return {
            "@type": "Service",
            "name": ", ".join(partner.products) or entry.title,
            "description": one_line(entry.summary) or entry.title,
            "url": self._address(self.page.address),
            "provider": {"@type": "Organization", "name": entry.title, "url": partner.website},
        }

    def _data_set(self, files: DataFiles) -> Thing:
        return {
            "@type": "Dataset",
            "name": self.settings.title,
            "description": self.page.description,
            "url": self._address(self.page.address),
            "isAccessibleForFree": True,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": media_type,
                    "contentUrl": self._address(address),
                }
                for address, media_type in files.types.items()
            ],
        }

    def _organization(self, entry: Entry) -> Thing:
        partner = entry.partner
        organization: Thing = {"@type": "Organization", "name": entry.title, "url": partner.website}
        if partner.former_names:
            organization["alternateName"] = list(partner.former_names)
        if partner.summary:
            organization["description"] = one_line(partner.summary)
        if entry.logo:
            organization["logo"] = self._address(entry.logo.address)
        if partner.contact:
            target = contact_target(partner.contact)
            key = "email" if target.startswith("mailto:") else "url"
            point = {"@type": "ContactPoint", "contactType": "sales", key: partner.contact}
            organization["contactPoint"] = point
        return organization

    def _listing(self, listing: Listing) -> Thing:
        main = {
            "@type": "ItemList",
            "name": listing.name,
            "numberOfItems": len(listing.members),
            "itemListElement": self._list_items(listing.members[:MEMBERS_NAMED], "url"),
        }
        if not listing.thing:
            return {"mainEntity": main}
        about: Thing = {"@type": "Thing", "name": listing.thing}
        if listing.aliases:
            about["alternateName"] = list(listing.aliases)
        return {"about": about, "mainEntity": main}

    def _site(self) -> Thing:
        site: Thing = {"@type": "WebSite", "name": self.settings.title, "url": self._address("")}
        if self.settings.site_url:
            site["potentialAction"] = {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{self._address('catalog/')}?q={SEARCH_PARAMETER}",
                },
                "query-input": "required name=search_term_string",
            }
        return site

    def _list_items(self, steps: tuple[Step, ...], key: str) -> list[Thing]:
        return [
            {
                "@type": "ListItem",
                "position": position,
                "name": step.label,
                key: self._address(step.address),
            }
            for position, step in enumerate(steps, 1)
        ]

    def _address(self, address: str) -> str:
        """Return the full address of a page, or its relative one if the site has no address."""
        site = self.settings.site_url
        base = f"{site.rstrip('/')}/" if site else root_from(self.page.address)
        return f"{base}{address}" or "./"


def _title(page: Page, site: str) -> str:
    own = " - ".join(filter(None, [page.title, page.kind]))
    whole = f"{own} - {site}"
    return whole if len(whole) <= TITLE_LENGTH or not page.address else own


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
