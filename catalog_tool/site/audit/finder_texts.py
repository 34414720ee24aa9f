"""Checks the finder's texts: each part is only data, and every text is of a partner or a page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from catalog_tool.site.audit.built_site import INDEX_FILE, BuiltSite
from catalog_tool.site.audit.data_scripts import FINDER_SCRIPT, assigned, finder_index
from catalog_tool.site.audit.fault import Fault

FOLDER = "assets/finder/"
_TARGET = "(globalThis.catalogFinderShards??={{}})[{}]="


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield each part that is missing, unexpected, or more than data; and each unknown text."""
    try:
        directory = finder_index(site)["texts"]
        words = len(directory["words"].split("\n")) if directory["words"] else 0
        blocks = len(directory["blocks"].split(",")) if directory["blocks"] else 0
    except (ValueError, KeyError, AttributeError):
        yield Fault(FINDER_SCRIPT, "The directory of the texts can't be read.")
        return
    texts = [f"texts/{number}" for number in range(blocks)]
    expected = [*(f"words/{number}" for number in range(words)), *texts]
    read = {name: _data(site, name) for name in expected}
    for name, data in read.items():
        if data is None:
            yield Fault(_path(name), "It isn't one assignment of the finder's data.")
    for path in sorted(_parts(site) - set(map(_path, expected))):
        yield Fault(path, "The finder's index doesn't know this file.")
    yield from _unknown_texts(site, {name: read[name] or [] for name in texts})


def _path(name: str) -> str:
    return f"{FOLDER}{name}.js"


def _parts(site: BuiltSite) -> set[str]:
    folders = tuple(f"{FOLDER}{kind}/" for kind in ("words", "texts"))
    return {path for path in site.files if path.startswith(folders)}


def _data(site: BuiltSite, name: str) -> Any:  # noqa: ANN401 - any JSON
    """Return the data of a part; ``None`` if its script is anything else."""
    try:
        return assigned(site.text(_path(name)), _TARGET.format(json.dumps(name)))
    except ValueError:
        return None


def _unknown_texts(site: BuiltSite, blocks: Mapping[str, Any]) -> Iterator[Fault]:
    partners = 0
    for name, block in blocks.items():
        for text in block:
            address = text.get("address")
            partners += address is None
            page = (address or "").partition("#")[0]
            if address is not None and not {page, f"{page}{INDEX_FILE}"} & site.files:
                yield Fault(_path(name), f"It has a text of a page that doesn't exist: {address}.")
    expected = len(site.publication.catalog.entries)
    if partners != expected:
        yield Fault(f"{FOLDER}texts/", f"It has the texts of {partners} of {expected} partners.")
