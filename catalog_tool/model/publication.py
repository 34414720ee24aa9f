"""Everything that a page, an exporter or a rule about generated files may look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.freshness import Renewal, renewal
from catalog_tool.model.settings import Settings


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry that is not published, because of its errors, while the rest is.

    Attributes:
        path: its file, relative to the root.
        id: its id; empty if the file cannot have a page.
        name: what readers are told that it is; nothing that was refused.
    """

    path: str
    id: str
    name: str


@dataclass(frozen=True)
class Publication:
    """A catalog with the words around it.

    Attributes:
        catalog: the entries and their vocabulary.
        settings: title, platform, addresses.
        prose: Markdown written by the catalog's owners, by file name without ``.md``
            (``introduction``, ``integration-options``, ``how-to-add``, ``guidelines``, ``terms``).
        diagrams: SVG drawings that the prose shows, by path relative to the prose folder.
        on_disk: generated files as they are on disk now, by path; absent if they do not exist.
        generator: returns what a path of the repository would be generated as, if it is.
        has_full_text: whether the site has a page that searches every word of a large catalog.
        changed_on: the day on which each entry last changed, by path; none where nobody knows.
        day: the day that attestations are judged on; without one, none is told to be old.
        left_out: entries that are withheld until they are fixed.
    """

    catalog: Catalog
    settings: Settings
    prose: Mapping[str, str] = field(default_factory=dict)
    diagrams: Mapping[str, str] = field(default_factory=dict)
    on_disk: Mapping[str, str] = field(default_factory=dict)
    generator: Callable[[Publication, str], str | None] | None = None
    has_full_text: bool = False
    changed_on: Mapping[str, str] = field(default_factory=dict)
    day: dt.date | None = None
    left_out: tuple[LeftOut, ...] = ()

    @property
    def kept_ids(self) -> frozenset[str]:
        """Ids that have a page and no entry: those of former partners and of entries left out."""
        withheld = (entry.id for entry in self.left_out if entry.id)
        return frozenset([*self.catalog.former.former, *withheld])

    def renewal_of(self, entry: Entry) -> Renewal | None:
        """Return what an entry's partner should renew by now; ``None`` if nothing."""
        return renewal(entry.partner.tested_on, self.day) if self.day else None

    def regenerate(self, path: str) -> str | None:
        """Return what would be generated now for a path of the repository; ``None`` if nothing."""
        return self.generator(self, path) if self.generator else None
