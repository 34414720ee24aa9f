"""What a page says about itself in its head, to search engines and wherever its link is shared.

The terms are those of schema.org, written as JSON-LD; titles and descriptions have lengths that
search results show whole. What partners wrote is text in all of it, and stays text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from catalog_tool.model.catalog import Entry
from catalog_tool.model.settings import Settings
from catalog_tool.site.addresses import contact_target, root_from
from catalog_tool.site.pages.breadcrumbs import Listing, Step
from catalog_tool.site.pages.page import Page
from catalog_tool.text.phrases import shorten

TITLE_LENGTH = 80
"""Characters up to which the site's name is added to a title; search results show about 60."""

DESCRIPTION_LENGTH = 160
"""Characters that search results show of a description."""

MEMBERS_NAMED = 100
"""Members of a list that are named to programs: the pages themselves have all of them."""

HOME_STEP = "Home"
SEARCH_PARAMETER = "{search_term_string}"

Thing = dict[str, Any]
"""An object in schema.org's terms."""

# A script element ends at "</script", however it is quoted; the rest is what browsers, editors
# and template engines give a meaning. Braces that are JSON's own never stand next to each other.
_ACTIVE = re.compile(r"[<>&'`]|\{(?=[{%#])")


def with_head(page: Page, settings: Settings) -> Page:
    """Return a page with what its head needs to know, made from what the page says."""
    return replace(
        page,
        description=one_line(page.description),
        head_title=_title(page, settings.title),
        structured=json_ld(page, settings),
    )


def json_ld(page: Page, settings: Settings) -> str:
    """Return the page in schema.org's terms, as JSON in which nothing can end a script element."""
    graph = list(_Graph(page, settings).things())
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, separators=(",", ":"))
    return _ACTIVE.sub(_escape, text)


def one_line(text: str) -> str:
    """Return one line that search results show whole, cut between words."""
    return shorten(" ".join(text.split()), DESCRIPTION_LENGTH, between_words=True)


@dataclass(frozen=True, slots=True)
class _Graph:
    page: Page
    settings: Settings

    def things(self) -> Iterator[Thing]:
        """Yield the page, then the way to it, then the site where the page is its first."""
        yield self._page()
        if self.page.trail:
            here = Step(self.page.title, self.page.address)
            way = (Step(HOME_STEP, ""), *self.page.trail, here)
            yield {"@type": "BreadcrumbList", "itemListElement": self._numbered(way, "item")}
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
            thing["mainEntity"] = _organization(page.subject)
        elif isinstance(page.subject, Listing):
            thing |= self._listing(page.subject)
        return thing

    def _listing(self, listing: Listing) -> Thing:
        main = {
            "@type": "ItemList",
            "name": listing.name,
            "numberOfItems": len(listing.members),
            "itemListElement": self._numbered(listing.members[:MEMBERS_NAMED], "url"),
        }
        if not listing.thing:
            return {"mainEntity": main}
        about: Thing = {"@type": "Thing", "name": listing.thing}
        if listing.aliases:
            about["alternateName"] = list(listing.aliases)
        return {"about": about, "mainEntity": main}

    def _site(self) -> Thing:
        site: Thing = {
            "@type": "WebSite",
            "name": self.settings.title,
            "url": self._address(""),
        }
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

    def _numbered(self, steps: tuple[Step, ...], key: str) -> list[Thing]:
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
        """Return where a page is: on the web if the site is, else as seen from this page."""
        site = self.settings.site_url
        base = f"{site.rstrip('/')}/" if site else root_from(self.page.address)
        return f"{base}{address}" or "./"


def _organization(entry: Entry) -> Thing:
    partner = entry.partner
    point: Thing = {"@type": "ContactPoint", "contactType": "sales"}
    target = contact_target(partner.contact)
    if target.startswith("mailto:"):
        point["email"] = partner.contact
    else:
        point["url"] = target
    return {
        "@type": "Organization",
        "name": entry.title,
        "url": partner.website,
        "contactPoint": point,
    }


def _title(page: Page, site: str) -> str:
    own = " - ".join(filter(None, [page.title, page.kind]))
    whole = f"{own} - {site}"
    return whole if len(whole) <= TITLE_LENGTH or not page.address else own


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
