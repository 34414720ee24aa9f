"""Checks that each file of the site has a known source and is unchanged.

The sources are the catalog, the owners' documentation folder, the theme, and MkDocs.
Other files were left by a plugin or injected, and a host may even obey them (``.htaccess``).
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.audit.lists import SITEMAP
from catalog_tool.site.content_policy import NOT_FOUND_PAGE
from tests.site.built.made_site import MadeSite
from tests.site.built.site_map import SITEMAP_ARCHIVE

_OF_ENGINES = (NOT_FOUND_PAGE, SITEMAP, SITEMAP_ARCHIVE)


def site_faults(site: MadeSite) -> Iterator[Fault]:
    """Yield each file without a known source, and each changed file."""
    written = {*site.made_pages, *site.made_files, *site.written, *_OF_ENGINES}
    for path in sorted(site.files - written):
        if message := _message(path, site):
            yield Fault(path, message)


def _message(path: str, site: MadeSite) -> str:
    source = site.copied.get(path)
    if source is None:
        return "The file isn't from the catalog, the theme, or the documentation folder."
    is_same = (site.folder / path).read_bytes() == source.read_bytes()
    return "" if is_same else "The file differs from its source."
