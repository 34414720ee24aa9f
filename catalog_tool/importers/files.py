"""Turns a list in another format into the texts of partner files, without writing them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog_tool.importers import MAX_BYTES, identifiers, read_catalog
from catalog_tool.importers.coverage import count_lines, count_links
from catalog_tool.importers.result import Count, Import
from catalog_tool.loader.configuration import schema_address, settings_of
from catalog_tool.loader.files.read import read_text
from catalog_tool.loader.load import load_vocabulary
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.error import CatalogError
from catalog_tool.model.identifiers import ENTRY_SUFFIX
from catalog_tool.model.settings import Settings
from catalog_tool.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class ImportedFiles:
    """The entries of an imported list.

    Attributes:
        source: the list.
        imported: the content of the list.
        texts: the text of each entry by file, in the order of the list.
        settings: the catalog that the entries belong to.
        links: where the links of the list are.
        lines: where the lines of the list are.
    """

    source: Path
    imported: Import
    texts: Mapping[Path, str]
    settings: Settings
    links: Count
    lines: Count

    @property
    def paths(self) -> frozenset[str]:
        """The files, relative to the root of their catalog."""
        return frozenset(f"{self.settings.partners}/{path.name}" for path in self.texts)

    @property
    def unplaced(self) -> int:
        """The number of facts without a field in an entry."""
        return sum(len(partner.unplaced) for partner in self.imported.partners)


def read_files(source: Path, folder: Path, settings: Settings | None = None) -> ImportedFiles:
    """Read a list, and return its entries.

    Args:
        source: the list.
        folder: the folder for the entries.
        settings: the catalog with the canonical names of applications, if any.

    Raises:
        CatalogError: the list cannot be read, or a file already exists with different content.
    """
    text, problem = read_text(source, MAX_BYTES)
    if problem:
        raise CatalogError(f"{source}: {problem.message}", problem.hint)
    target = settings_of(folder, settings)
    imported = read_catalog(text, _vocabulary(target, settings))
    schema = schema_address(target)
    names = identifiers(imported.partners)
    texts = {
        folder / f"{name}{ENTRY_SUFFIX}": entry_text(partner.values, schema)
        for name, partner in zip(names, imported.partners, strict=True)
    }
    _refuse_existing(path for path, text in texts.items() if _differs(path, text))
    links, lines = count_links(imported, text), count_lines(imported, text)
    return ImportedFiles(source, imported, texts, target, links, lines)


def _vocabulary(target: Settings, current: Settings | None) -> Vocabulary:
    own = load_vocabulary(target)
    return own if own.applications or current is None else load_vocabulary(current)


def _refuse_existing(paths: Iterable[Path]) -> None:
    """Refuse to replace existing files.

    Raises:
        CatalogError: a file already exists with different content.
    """
    if in_the_way := list(map(str, paths)):
        hint = "Nothing was written. Move these files, or import into another folder."
        listed = "\n".join(["These files already exist with different content:", *in_the_way])
        raise CatalogError(listed, hint)


def _differs(path: Path, text: str) -> bool:
    return os.path.lexists(path) and (not path.is_file() or path.read_bytes() != text.encode())
