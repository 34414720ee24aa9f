"""Each file of the site is one that somebody put there on purpose, and it is as it was put there.

Those are the catalog, the owners in their documentation folder, the theme, MkDocs and Pagefind.
What is there besides was left by a plugin or slipped in; a host may even obey it: ``.htaccess``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.audit.lists import SITEMAP
from catalog_tool.site.content_policy import NOT_FOUND_PAGE
from catalog_tool.site.full_text import INDEX_FOLDER, is_available
from tests.site.built.made_site import MadeSite
from tests.site.built.search_records import SEARCH_INDEX
from tests.site.built.site_map import SITEMAP_ARCHIVE

# Source: the output of Pagefind 1.5; each name of its own making holds a hash.
_PAGEFIND = re.compile(
    rf"{INDEX_FOLDER}/(?:pagefind(?:-worker)?\.js|pagefind-entry\.json"
    r"|pagefind\.\w+\.pf_meta|wasm\.[\w-]+\.pagefind"
    r"|(?:filter|fragment|index)/[\w-]+\.pf_(?:filter|fragment|index))\Z"
)


def site_faults(site: MadeSite) -> Iterator[Fault]:
    """Yield each file that nobody put there, and each that is not as it was."""
    written = {*site.made_pages, *site.made_files, *site.written, *_of_engines(site)}
    for path in sorted(site.files - written):
        if message := _message(path, site):
            yield Fault(path, message)


def _message(path: str, site: MadeSite) -> str:
    source = site.copied.get(path)
    if source is None:
        return "nobody put this file there: not the catalog, the theme or the documentation folder."
    is_same = (site.folder / path).read_bytes() == source.read_bytes()
    return "" if is_same else "the file is not as its author left it."


def _of_engines(site: MadeSite) -> Iterator[str]:
    yield from (NOT_FOUND_PAGE, SITEMAP, SITEMAP_ARCHIVE)
    if site.has_search:
        yield SEARCH_INDEX
    if is_available(site.publication):
        yield from filter(_PAGEFIND.match, site.files)
