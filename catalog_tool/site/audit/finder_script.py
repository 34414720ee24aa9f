"""Reads the partners and applications in the finder's index, as a browser does.

The format is documented in ``catalog_tool/site/finder/index.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from catalog_tool.site.audit.built_site import BuiltSite
from catalog_tool.text.ordering import slug

FINDER_SCRIPT = "assets/finder-index.js"

_ASSIGNMENT = "globalThis.catalogFinderData="


def finder_partners(site: BuiltSite) -> Iterator[str]:
    """Yield the id of each partner.

    Raises:
        ValueError: the script isn't one assignment of plain JSON.
        KeyError: a column is missing.
    """
    columns = _columns(site)
    names = columns["partners"].split("\n") if columns["partners"] else []
    return _addresses(names, columns["ids"])


def finder_applications(site: BuiltSite) -> Iterator[str]:
    """Yield the slug of each application that a partner lists.

    Raises:
        ValueError: the script isn't one assignment of plain JSON.
        KeyError: a column is missing.
    """
    columns = _columns(site)
    return _addresses(columns["names"].split("\n")[: columns["listed"]], columns["slugs"])


def finder_addresses(site: BuiltSite) -> Iterator[str]:
    """Yield each address outside the site.

    Raises:
        ValueError: the script isn't one assignment of plain JSON.
        KeyError: a column is missing.
    """
    yield from map(str, _columns(site)["fullLists"].values())


def finder_directory(site: BuiltSite) -> Mapping[str, Any]:
    """Return which texts are in which part.

    Raises:
        ValueError: the script isn't one assignment of plain JSON.
        KeyError: the directory is missing.
    """
    directory: Mapping[str, Any] = _columns(site)["texts"]
    return directory


def _columns(site: BuiltSite) -> Mapping[str, Any]:
    text = site.text(FINDER_SCRIPT)
    if not text.startswith(_ASSIGNMENT):
        raise ValueError("the script isn't one assignment")
    columns: Mapping[str, Any] = json.loads(text.removeprefix(_ASSIGNMENT).rstrip().rstrip(";"))
    return columns


def _addresses(names: list[str], exceptions: Mapping[str, str]) -> Iterator[str]:
    for number, name in enumerate(names):
        yield exceptions.get(str(number)) or slug(name)
