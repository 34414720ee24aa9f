"""Everything that pages, exporters, and rules about generated files can use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.freshness import Renewal, renewal
from catalog_tool.model.messages import Messages, messages_of
from catalog_tool.model.settings import Settings

if TYPE_CHECKING:
    from catalog_tool.model.history import History
    from catalog_tool.model.queue import Queue


@dataclass(frozen=True, slots=True)
class WithheldEntry:
    """An entry that isn't published because of its errors, although the others are.

    Attributes:
        path: its file, relative to the root.
        id: its id; empty if the file can't have a page.
        name: its name for readers, without anything that was refused.
    """

    path: str
    id: str
    name: str


@dataclass(frozen=True, eq=False)
class Publication:
    """A catalog with the texts around it. Only itself is equal to it.

    Attributes:
        catalog: the entries and their vocabulary.
        settings: the title, the platform, addresses, and so on.
        prose: the owner's Markdown texts by file name without ``.md``
            (``introduction``, ``integration-options``, ``how-to-add``, ``guidelines``, ``terms``).
        diagrams: SVG diagrams in these texts, by path relative to the prose folder.
        on_disk: generated files as they are on disk now, by path; absent if they don't exist.
        generator: returns the text that would be generated for a path of the repository, or
            ``None``.
        changed_on: the day of each entry's last change by path, if known.
        history: what changed day by day; ``None`` if it isn't known.
        day: the day that attestations are compared with; without it, none is shown as old.
        withheld: entries that are withheld until they are fixed.
        queue: the pull requests that wait; ``None`` if nobody asked for them.
    """

    catalog: Catalog
    settings: Settings
    prose: Mapping[str, str] = field(default_factory=dict)
    diagrams: Mapping[str, str] = field(default_factory=dict)
    on_disk: Mapping[str, str] = field(default_factory=dict)
    generator: Callable[[Publication, str], str | None] | None = None
    changed_on: Mapping[str, str] = field(default_factory=dict)
    history: History | None = None
    day: dt.date | None = None
    withheld: tuple[WithheldEntry, ...] = ()
    queue: Queue | None = None

    @cached_property
    def words(self) -> Messages:
        """The messages of the site."""
        return messages_of(self.settings)

    @property
    def kept_ids(self) -> frozenset[str]:
        """Ids with a page but no entry: those of former partners and of withheld entries."""
        withheld_ids = (entry.id for entry in self.withheld if entry.id)
        return frozenset([*self.catalog.former.former, *withheld_ids])

    def renewal_of(self, entry: Entry) -> Renewal | None:
        """Return an entry's attestation if it is due for renewal, or ``None``."""
        if not self.day:
            return None
        return renewal(entry.partner.tested_on, self.day, self.settings.freshness)

    def regenerate(self, path: str) -> str | None:
        """Return the text that would be generated now for a path, or ``None`` if it isn't one."""
        return self.generator(self, path) if self.generator else None
