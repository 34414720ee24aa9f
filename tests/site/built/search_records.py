"""Reads the index of the theme's search as its script does.

Source: the search of Material for MkDocs 9.
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
    """A page or a section in the search index.

    Attributes:
        section: the id of the section, or ``""``.
        title: the heading in the search results.
        text: the text below it, as HTML.
    """

    section: str
    title: str
    text: str


def search_records(index: str) -> Mapping[str, tuple[SearchRecord, ...]]:
    """Return the records by path of their page.

    Raises:
        ValueError: the index isn't JSON, or a record has unknown keys.
        KeyError: a record lacks a key.
        TypeError: the index has another structure.
    """
    found = defaultdict[str, list[SearchRecord]](list)
    for written in json.loads(index)["docs"]:
        address, _, section = str(written["location"]).partition("#")
        found[_path(address)].append(_record(written, section))
    return {path: tuple(records) for path, records in found.items()}


def _record(written: Mapping[str, Any], section: str) -> SearchRecord:
    if unknown := written.keys() - _KEYS:
        raise ValueError(f"A record has unknown keys: {', '.join(sorted(unknown))}")
    return SearchRecord(unquote(section), str(written["title"]), str(written["text"]))


def _path(address: str) -> str:
    is_folder = not address or address.endswith("/")
    return unquote(address) + INDEX_FILE if is_folder else unquote(address)
