"""An entry that is being written: its values so far, and what the rules say of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from catalog_tool.linter.engine import lint
from catalog_tool.linter.fix import fix_text
from catalog_tool.linter.rules.rule import all_rules
from catalog_tool.loader.configuration import schema_address
from catalog_tool.loader.load import read_source, with_entry
from catalog_tool.loader.publication import load_publication
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.model.entry_template import new_entry
from catalog_tool.model.error import CatalogError
from catalog_tool.model.identifiers import ENTRY_SUFFIX, identifier_of
from catalog_tool.model.nodes import Plain, Scalar
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that is not on disk yet.

    Attributes:
        publication: the catalog that it shall join.
        path: its file, relative to the root of that catalog.
        schema: address of the JSON Schema, relative to the file.
        values: what it says so far, by key.
    """

    publication: Publication
    path: str
    schema: str
    values: Mapping[str, Plain]

    @property
    def text(self) -> str:
        """The text of the file."""
        return new_entry(self.values, self.schema)

    def with_value(self, key: str, value: Plain) -> Draft:
        """Return the draft with one more value."""
        return replace(self, values={**self.values, key: value})

    def problems_of(self, key: str) -> tuple[Diagnostic, ...]:
        """Return what the rules have against the value of a key."""
        return self._problems_of(key, self.text)

    def fixed(self, key: str) -> str:
        """Return the one line that fixes make of a value; empty if they change nothing of it."""
        text, _ = fix_text(self.text, lambda text: self._problems_of(key, text), unsafe=True)
        node = read_source(self.path, text)[0].node((key,))
        if text == self.text or not isinstance(node, Scalar) or "\n" in node.value:
            return ""
        return node.value

    def _problems_of(self, key: str, text: str) -> tuple[Diagnostic, ...]:
        source, _ = read_source(self.path, text)
        name, value = source.key((key,)), source.node((key,))
        if name is None or value is None:
            return ()
        first, last = source.position(name.start)[0], source.position(value.end - 1)[0]
        found = check_draft(self.publication, self.path, text)
        return tuple(each for each in found if first <= each.line <= last)


def new_draft(settings: Settings, name: str) -> Draft:
    """Return an entry of nothing but its name, to be filled in.

    Args:
        settings: the catalog; the folder of its partner files is made if it does not exist.
        name: of the partner, not judged yet.

    Raises:
        CatalogError: a partner of this name has a file already.
        OSError: the folder cannot be made or read.
    """
    path = f"{settings.partners}/{identifier_of(name) or 'partner'}{ENTRY_SUFFIX}"
    if os.path.lexists(settings.root / path):
        message = f"{os.path.relpath(settings.root / path)} exists already; nothing was written."
        hint = "Edit that file, or choose another name for another partner."
        raise CatalogError(message, hint)
    settings.partners_folder.mkdir(parents=True, exist_ok=True)
    return Draft(load_publication(settings), path, schema_address(settings), {"name": name})


def check_draft(publication: Publication, path: str, text: str) -> tuple[Diagnostic, ...]:
    """Check the text of an entry that is not on disk yet, against a catalog that is.

    Args:
        publication: the catalog, as an earlier check loaded it.
        path: where the entry shall be, relative to the root of the catalog.
        text: the text of the file.

    Returns:
        What was found in the entry, worst first.
    """
    loaded = with_entry(publication.catalog, path, text)
    drafted = replace(publication, catalog=loaded.catalog)
    return tuple(lint(loaded, drafted, all_rules(), [path]))
