"""Finds the other partners that an entry names in its texts."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.edits import Where
from catalog_tool.text.markup import to_plain
from catalog_tool.text.name_finder import NameFinder, words_of

SHORTEST = 3
"""Shorter names, in characters, are not looked for: they may be any abbreviation."""


class NamedPartners:
    """The partners of a catalog, to find their names in texts."""

    def __init__(self, catalog: Catalog) -> None:
        """Index the partners by their names, except names that are also in the vocabulary."""
        self._finder = NameFinder(
            (entry.partner.name, entry)
            for entry in catalog.entries
            if len(entry.partner.name) >= SHORTEST
            and not catalog.vocabulary.knows(entry.partner.name)
        )

    def named_by(self, entry: Entry) -> Iterator[tuple[Where, str, Entry]]:
        """Yield where an entry names another partner, the name as written, and that partner.

        A name of one word must be capitalized as a name is, because it may be a common word. An
        entry that has the name itself doesn't name another partner; its name is a duplicate.
        """
        own = words_of(entry.partner.name)
        for where, text in _texts(entry):
            for written, other in self._finder.find(text):
                is_name = " " in written or written[0].isupper() or other.partner.name[0].islower()
                if is_name and other.id != entry.id and words_of(written) != own:
                    yield where, written, other


def _texts(entry: Entry) -> Iterator[tuple[Where, str]]:
    """Yield the texts in which a partner says something about itself or others."""
    partner = entry.partner
    yield ("description",), to_plain(entry.description)
    yield ("applications_note",), to_plain(entry.note)
    for position, link in enumerate(partner.links):
        yield ("links", position, "label"), link.label
    yield ("tested_by",), partner.tested_by or ""
    yield from partner.names_and_texts()
