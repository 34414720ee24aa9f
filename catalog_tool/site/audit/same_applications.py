"""Whatever lists the applications lists the same ones, under the same addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator

from catalog_tool.site.audit.built_site import BuiltSite
from catalog_tool.site.audit.comparison import differences
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.audit.finder_script import FINDER_SCRIPT, finder_applications
from catalog_tool.site.audit.lists_of_partners import NOT_READABLE

_ALL = "applications/index.html"
_APPLICATION = re.compile(r"applications/([^/?#]+)/\Z")


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield how each list of applications differs from what the entries list."""
    expected = [application.slug for application in site.publication.catalog.applications]
    for path, read in _READERS.items():
        try:
            found = list(read(site))
        except NOT_READABLE as error:
            yield Fault(path, f"no applications can be read from it: {error}")
            continue
        yield from differences(path, "application", expected, found)


def _pages(site: BuiltSite) -> Iterable[str]:
    return site.addresses_below("applications")


def _rows(site: BuiltSite) -> Iterator[str]:
    for node in site.page(_ALL).tree.css(".catalog-row__name a"):
        found = _APPLICATION.search(str(node.attributes.get("href")))
        yield found[1] if found else str(node.attributes.get("href"))


def _catalog_json(site: BuiltSite) -> Iterator[str]:
    document = json.loads(site.text("catalog.json"))
    yield from (application["slug"] for application in document["applications"])


_READERS: dict[str, Callable[[BuiltSite], Iterable[str]]] = {
    "applications/": _pages,
    _ALL: _rows,
    "catalog.json": _catalog_json,
    FINDER_SCRIPT: finder_applications,
}
