"""An entry that somebody is writing: its values so far, and the problems that the rules find."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from catalog_tool.linter.engine import Selection, lint
from catalog_tool.linter.fix import fix_text
from catalog_tool.linter.selection import configured_rules
from catalog_tool.loader.configuration import schema_address
from catalog_tool.loader.entry import read_source
from catalog_tool.loader.files.folders import open_folder
from catalog_tool.loader.files.tree import DiskTree
from catalog_tool.loader.load import with_entry
from catalog_tool.loader.publication import load_publication
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.model.entry_template import new_entry
from catalog_tool.model.error import CatalogError
from catalog_tool.model.identifiers import ENTRY_SUFFIX, identifier_of
from catalog_tool.model.nodes import Plain, Scalar
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.text.terminal import path_from_here


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that is not on disk yet.

    Attributes:
        publication: the catalog that the entry is for.
        path: its file, relative to the root of that catalog.
        schema: address of the JSON Schema, relative to the file.
        values: its values so far, by key.
    """

    publication: Publication
    path: str
    schema: str
    values: Mapping[str, Plain]

    @property
    def text(self) -> str:
        """The text of the file."""
        return new_entry(self.values, self.schema, self.publication.catalog.entry_model)

    def with_value(self, key: str, value: Plain) -> Draft:
        """Return the draft with one more value."""
        return replace(self, values={**self.values, key: value})

    def problems_of(self, key: str) -> tuple[Diagnostic, ...]:
        """Return what the rules find in the value of a key."""
        return self._problems_of(key, self.text)

    def fix_value(self, key: str) -> str:
        """Return a value of one line after its fixes; empty if they don't change it."""
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
    """Return an entry that only has a name.

    Args:
        settings: the catalog; its partners folder is created if it doesn't exist.
        name: the name of the partner, not checked yet.

    Raises:
        CatalogError: a partner with this name already has a file.
        OSError: the folder can't be created or read.
    """
    path = f"{settings.partners}/{identifier_of(name) or 'partner'}{ENTRY_SUFFIX}"
    if DiskTree(settings.root).mode(path):
        message = f"{path_from_here(settings.root / path)} already exists. Nothing was written."
        hint = "Edit that file. If it's a different partner, choose another name."
        raise CatalogError(message, hint)
    settings.root.mkdir(parents=True, exist_ok=True)
    with open_folder(settings.root, settings.partners, create=True):
        publication = load_publication(settings)
    return Draft(publication, path, schema_address(settings), {"name": name})


def check_draft(publication: Publication, path: str, text: str) -> tuple[Diagnostic, ...]:
    """Check the text of an entry that isn't on disk yet, against a catalog that is.

    Args:
        publication: the catalog, as an earlier check loaded it.
        path: the future path of the entry, relative to the root of the catalog.
        text: the text of the file.

    Returns:
        The problems of the entry, worst first.
    """
    loaded = with_entry(publication.catalog, path, text)
    drafted = replace(publication, catalog=loaded.catalog)
    only = Selection.of([path])
    return lint(loaded, drafted, configured_rules(publication.settings), only).diagnostics
