"""What the theme's search knows of each page, read as its script reads it.

Source of the format: the search of Material for MkDocs 9.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from catalog_tool.site.audit.built_site import INDEX_FILE

SEARCH_INDEX = "search/search_index.json"

_KEYS = frozenset(["boost", "location", "tags", "text", "title"])


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page, or a section of one, that the search can lead to.

    Attributes:
        section: the id of the section, or ``""``.
        title: what the search shows as its heading.
        text: what it shows below, as HTML.
    """

    section: str
    title: str
    text: str


def search_records(index: str) -> Mapping[str, tuple[SearchRecord, ...]]:
    """Return the records by the path of their page on the site.

    Raises:
        ValueError: the index is no JSON, or a record holds more than a record should.
        KeyError: a record lacks something.
        TypeError: the index is something else.
    """
    found = defaultdict[str, list[SearchRecord]](list)
    for written in json.loads(index)["docs"]:
        address, _, section = str(written["location"]).partition("#")
        found[_path(address)].append(_record(written, section))
    return {path: tuple(records) for path, records in found.items()}


def _record(written: Mapping[str, Any], section: str) -> SearchRecord:
    if unknown := written.keys() - _KEYS:
        raise ValueError(f"a record has more than it should: {', '.join(sorted(unknown))}")
    return SearchRecord(unquote(section), str(written["title"]), str(written["text"]))


def _path(address: str) -> str:
    is_folder = not address or address.endswith("/")
    return unquote(address) + INDEX_FILE if is_folder else unquote(address)
