"""One of the two catalogs, without the files that cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from catalog_tool.linter.engine import errors_in_reading
from catalog_tool.loader.load import Loaded
from catalog_tool.model.catalog import Catalog, Entry, sort_entries
from catalog_tool.model.former_partners import FormerPartners
from catalog_tool.model.source import Source
from catalog_tool.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class ComparableCatalog:
    """A catalog without the files that cannot be read.

    Attributes:
        catalog: the complete entries.
        sources: every file, by path.
        unread: how many errors keep a file from being read, by path.
    """

    catalog: Catalog
    sources: Mapping[str, Source]
    unread: Mapping[str, int]

    @classmethod
    def of(cls, loaded: Loaded) -> ComparableCatalog:
        """Separate the files that can be read from those that cannot."""
        catalog = loaded.catalog
        complete = tuple(entry for entry in catalog.entries if entry.partner.is_complete)
        read = {entry.source.path for entry in complete}
        if catalog.vocabulary != Vocabulary():
            read.add(catalog.vocabulary_source.path)
        if catalog.former != FormerPartners():
            read.add(catalog.former_source.path)
        errors = errors_in_reading(loaded)
        unread = {
            path: errors[path] for path in loaded.sources if path not in read and errors[path]
        }
        return cls(replace(catalog, entries=complete), loaded.sources, unread)

    def fill_gaps_from(self, other: ComparableCatalog) -> ComparableCatalog:
        """Return this catalog with unreadable files replaced by those of the other catalog.

        A catalog with such a file is not published, so readers see the old entry until it is fixed.
        """
        lent = (entry for entry in other.catalog.entries if entry.source.path in self.unread)
        catalog = replace(self.catalog, entries=sort_entries([*self.catalog.entries, *lent]))
        return replace(self, catalog=catalog).with_names_from(other)

    def with_names_from(self, other: ComparableCatalog) -> ComparableCatalog:
        """Return this catalog with the other's shared files if its own are broken."""
        catalog = self.catalog
        if catalog.vocabulary_source.path in self.unread:
            catalog = replace(catalog, vocabulary=other.catalog.vocabulary)
        if catalog.fields_source.path in self.unread:
            catalog = replace(catalog, entry_model=other.catalog.entry_model)
        if catalog.former_source.path in self.unread:
            catalog = replace(catalog, former=other.catalog.former)
        return replace(self, catalog=catalog)

    def text(self, path: str) -> str | None:
        """Return the text of a file; ``None`` if it doesn't exist."""
        source = self.sources.get(path)
        return source.text if source else None

    @property
    def entries(self) -> dict[str, Entry]:
        """The entries by their path."""
        return {entry.source.path: entry for entry in self.catalog.entries}
