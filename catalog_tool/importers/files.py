"""Turns a list in another format into the texts of partner files, without writing them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from catalog_tool.importers import identifiers, read_catalog, read_pages
from catalog_tool.importers.choices import DETECTED, Choices
from catalog_tool.importers.coverage import count_lines, count_links
from catalog_tool.importers.folder import SkippedFile, read_texts
from catalog_tool.importers.repeated import join_files
from catalog_tool.importers.result import Count, Import
from catalog_tool.importers.values import fields_to_add
from catalog_tool.loader.configuration import schema_address, settings_of
from catalog_tool.loader.load import load_names
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.error import CatalogError
from catalog_tool.model.identifiers import ENTRY_SUFFIX
from catalog_tool.model.messages import messages_of
from catalog_tool.model.partner import Partner
from catalog_tool.model.settings import FIELDS_FILE, Settings
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.ordering import same_key
from catalog_tool.text.terminal import path_from_here

_MOST_COLUMNS = 30
"""The most columns that a hint lists."""


@dataclass(frozen=True)
class ImportedFiles:
    """The entries of an imported list.

    Attributes:
        source: the list, or the folder of lists.
        imported: the content of the lists.
        texts: the text of each entry by file, in the order of the list.
        settings: the catalog that the entries belong to.
        links: where the links of the lists are.
        lines: where the lines of the lists are.
        skipped: the files of the folder that weren't read.
    """

    source: Path
    imported: Import
    texts: Mapping[Path, str]
    settings: Settings
    links: Count
    lines: Count
    skipped: tuple[SkippedFile, ...]

    @property
    def texts_by_path(self) -> dict[str, str]:
        """The text of each entry by its path, relative to the root of the catalog."""
        partners = self.settings.partners
        return {f"{partners}/{path.name}": text for path, text in self.texts.items()}

    @property
    def unplaced(self) -> int:
        """The number of facts without a field in an entry."""
        return sum(len(partner.unplaced) for partner in self.imported.partners)


def read_lists(
    source: Path,
    folder: Path,
    settings: Settings | None = None,
    choices: Choices = DETECTED,
) -> ImportedFiles:
    """Read a list or a folder of lists, and return their entries.

    Args:
        source: the list, or the folder.
        folder: the folder for the entries.
        settings: the catalog with the canonical names of applications, if any.
        choices: the format and the columns, if they can't be detected, and whom to tell about the
            progress.

    Raises:
        CatalogError: a list cannot be read, or a file already exists with different content.
    """
    lists, skipped = read_texts(source, folder)
    target = settings_of(folder, settings)
    named, vocabulary, model = _names(target, settings)
    choices = replace(choices, fields=model.own_fields, nouns=model.own_nouns)
    choices = replace(choices, words=messages_of(target))
    choices.refuse_unknown_keys()
    in_silence = replace(choices, progress=DETECTED.progress)
    imports: dict[str, Import] = {} if "" in lists else read_pages(lists, in_silence)
    for done, (file, text) in enumerate(lists.items(), start=1):
        try:
            suited = (in_silence if file else choices).suited_to(file or source)
            imports[file] = imports.get(file) or read_catalog(text, vocabulary, suited)
        except CatalogError as error:
            if not file:
                raise CatalogError(f"{source.as_posix()}: {error.message}", error.hint) from error
            skipped = (*skipped, SkippedFile(file, error.message, is_list=True))
        if file:
            choices.progress(done, len(lists))
    imported = join_files({file: imports[file] for file in lists if file in imports})
    _refuse_unknown_columns(choices, imported)
    schema = schema_address(target)
    to_add = fields_to_add(imported, path_from_here(named.partners_folder / FIELDS_FILE))
    imported = replace(imported, changes=(*imported.changes, *to_add))
    names = identifiers(imported.partners)
    texts = {
        folder / f"{name}{ENTRY_SUFFIX}": entry_text(partner.values, schema, model)
        for name, partner in zip(names, imported.partners, strict=True)
    }
    _refuse_existing(texts)
    read = {file: lists[file] for file in imports}
    links, lines = count_links(imported, read), count_lines(imported, read)
    return ImportedFiles(source, imported, texts, target, links, lines, skipped)


def _refuse_unknown_columns(choices: Choices, imported: Import) -> None:
    """Refuse columns that no list has."""
    known = set(map(same_key, imported.columns))
    missing = [title for title in choices.columns if same_key(title) not in known]
    if missing:
        found = ", ".join(imported.columns[:_MOST_COLUMNS]) or "none"
        raise CatalogError(f"There is no column {missing[0]!r}.", f"The columns are: {found}.")


def _names(
    target: Settings, current: Settings | None
) -> tuple[Settings, Vocabulary, type[Partner]]:
    """Return the catalog or else the current one, with its vocabulary and its fields."""
    own = load_names(target)
    if own[0].applications or current is None:
        return target, *own
    return current, *load_names(current)


def _refuse_existing(texts: Mapping[Path, str]) -> None:
    """Refuse to replace files that have different content."""
    in_the_way = [
        str(path)
        for path, text in texts.items()
        if os.path.lexists(path) and not (path.is_file() and path.read_bytes() == text.encode())
    ]
    if in_the_way:
        hint = "Nothing was written. Move these files, or import into another folder."
        listed = "\n".join(["These files already exist with different content:", *in_the_way])
        raise CatalogError(listed, hint)
