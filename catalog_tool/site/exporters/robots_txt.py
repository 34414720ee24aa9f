"""``robots.txt``: crawlers can read everything, and it says where the sitemap is.

Crawlers request it only at the root of a host, so it has no effect for a site below a path.
Source: RFC 9309 (Robots Exclusion Protocol); sitemaps.org for the line about the sitemap.
"""

from __future__ import annotations

from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import published_address

SITE_PATH = "robots.txt"


def export(publication: Publication) -> str:
    """Return the rules, and the full address of the sitemap if the site's address is known."""
    settings = publication.settings
    everything = "User-agent: *\nAllow: /\n"
    if not settings.site_url:
        return everything
    return f"{everything}\nSitemap: {published_address('sitemap.xml', settings)}\n"
