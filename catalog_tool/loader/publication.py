"""A catalog with what is published around it: the words of its owner, and what is on disk now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace

from catalog_tool.loader.files.read import generated_text
from catalog_tool.loader.load import Loaded, load_catalog
from catalog_tool.loader.prose import load_prose
from catalog_tool.model.publication import Publication
from catalog_tool.model.published_entries import PublishedEntry, published_entries
from catalog_tool.model.settings import SCHEMA_FILE, Settings


def load_publication(
    settings: Settings,
    loaded: Loaded | None = None,
    earlier: Iterable[str] = (),
    generator: Callable[[Publication, str], str | None] | None = None,
) -> Publication:
    """Return what would be published of a catalog.

    Args:
        settings: the catalog's.
        loaded: its entries; those on disk if ``None``.
        earlier: ids of entries that readers know besides those of the published catalog.
        generator: returns what a path of the repository would be generated as, if it is.

    Raises:
        OSError: the folder of the partner files, or a file of the prose cannot be read.
    """
    catalog = (loaded or load_catalog(settings)).catalog
    prose = load_prose(settings)
    paths = (settings.published, SCHEMA_FILE)
    on_disk = {
        path: generated_text(settings.root / path)
        for path in paths
        if os.path.lexists(settings.root / path)
    }
    known = {identifier: PublishedEntry(identifier) for identifier in sorted(earlier)}
    known |= {entry.id: entry for entry in published_entries(on_disk.get(settings.published, ""))}
    whole = replace(catalog, published=tuple(known.values()))
    return Publication(whole, settings, prose.texts, prose.diagrams, on_disk, generator)
