"""What crawlers may read, which is everything, and where the list of pages is: ``robots.txt``.

Crawlers ask for it at the root of a host only; of a site below a path it is a courtesy.
Source: RFC 9309 (Robots Exclusion Protocol); sitemaps.org for the line about the sitemap.
"""

from __future__ import annotations

from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import published_address

SITE_PATH = "robots.txt"


def export(publication: Publication) -> str:
    """Return the rules; the sitemap only where the site's address is known, as it must be whole."""
    settings = publication.settings
    everything = "User-agent: *\nAllow: /\n"
    if not settings.site_url:
        return everything
    return f"{everything}\nSitemap: {published_address('sitemap.xml', settings)}\n"
