"""Checks that the head of a page has exactly the catalog's metadata.

Search engines and shared links use only a page's head. With another title or address there, the
page would look like somebody else's.
The metadata is defined in ``catalog_tool/site/theme/main.html``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from catalog_tool.site.audit.built_site import BuiltPage
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.content_policy import NOT_FOUND_PAGE
from tests.site.built.made_site import MadePage, MadeSite

# Metadata that the theme adds to each page.
_OF_THE_THEME = {"charset": "utf-8", "viewport": "width=device-width,initial-scale=1"}
_OF_THE_CATALOG = frozenset(
    "description og:description og:image og:image:alt og:image:height og:image:width og:site_name "
    "og:title og:type og:url robots twitter:card".split()
)
_CARD = {
    "og:image:alt": "Drawing: a gateway connects one platform to many applications.",
    "og:image:height": "630",
    "og:image:width": "1200",
}
_CARD_FILE = "assets/social-card.png"
_NAMING = ("name", "property")
_STRUCTURED = "script[type='application/ld+json']"
_SHOWN = 80

Metadata = tuple[str, str]
"""The name and the value of a piece of metadata."""


def page_faults(page: BuiltPage, site: MadeSite) -> Iterator[Fault]:
    """Yield metadata that is unexpected, changed, or missing."""
    if page.path in site.made_files:
        return  # a redirect, which is compared as a whole
    metas = list(_metas(page))
    for name, content in metas:
        if name not in _OF_THE_CATALOG and _OF_THE_THEME.get(name, content) != content:
            yield Fault(page.path, f"A <meta> has another value: {name} {content[:_SHOWN]}")
    wanted, found = Counter(_expected(page, site)), Counter(_compared(page, site, metas))
    for name in sorted({name for name, _ in (wanted - found) + (found - wanted)}):
        yield Fault(page.path, f"The head has the wrong {name}.")


def _metas(page: BuiltPage) -> Iterator[Metadata]:
    """Yield the metadata of each ``meta``. The audit checks ``http-equiv`` and other names."""
    for node in page.find("meta:not([http-equiv])"):
        attributes = {key: value or "" for key, value in node.attributes.items()}
        content = attributes.pop("content", "")
        if "charset" in attributes:
            yield "charset", attributes["charset"]
        yield from ((attributes[key].lower(), content) for key in _NAMING if key in attributes)


def _compared(page: BuiltPage, site: MadeSite, metas: list[Metadata]) -> Iterator[Metadata]:
    """Yield the compared metadata. For pages of the owners, that is only the address."""
    for node in page.find("link[rel='canonical']"):
        yield "canonical", node.attributes.get("href") or ""
    if page.path in site.made_pages:
        yield from ((name, content) for name, content in metas if name in _OF_THE_CATALOG)
        yield from (("title", node.text()) for node in page.find("title:not(svg title)"))
        yield from (("JSON-LD", node.text()) for node in page.find(_STRUCTURED))


def _expected(page: BuiltPage, site: MadeSite) -> Iterator[Metadata]:
    made, address = site.made_pages.get(page.path), site.address_of(page.path)
    if address and page.path not in site.copied and _is_indexed(page, made):
        yield "canonical", address
    if made:
        yield from _from_catalog(made, site.name)
        yield from _card(site, address)


def _is_indexed(page: BuiltPage, made: MadePage | None) -> bool:
    if made:
        return made.is_indexed
    return page.path != NOT_FOUND_PAGE and page.tree.css_first("meta[name='robots']") is None


def _from_catalog(made: MadePage, site_name: str) -> Iterator[Metadata]:
    front = made.front
    yield from (("title", front["head_title"]), ("JSON-LD", front["structured"]))
    yield from (("description", front["description"]), ("og:description", front["description"]))
    yield from (("og:title", front["title"]), ("og:site_name", site_name), ("og:type", "website"))
    if not made.is_indexed:
        yield "robots", front["robots"]


def _card(site: MadeSite, address: str) -> Iterator[Metadata]:
    """Yield the metadata for shared links. It has a picture if the site has an address."""
    yield "twitter:card", "summary_large_image" if address else "summary"
    if address:
        yield from (("og:url", address), ("og:image", site.address_of(_CARD_FILE)))
        yield from _CARD.items()
