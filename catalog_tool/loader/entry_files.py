"""Reads the files of entries, and packs them for another process."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

from catalog_tool.loader.entry import read_entry, read_source
from catalog_tool.loader.file_names import name_problem
from catalog_tool.loader.files.read import legible_text, read_text
from catalog_tool.loader.files.tree import FileTree
from catalog_tool.loader.limits import Limits, entry_limits
from catalog_tool.model.catalog import Entry
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.entry_model import draft_model
from catalog_tool.model.identifiers import identifier_in
from catalog_tool.model.nodes import Mapping
from catalog_tool.model.partner import DraftPartner, Partner
from catalog_tool.model.source import Source
from catalog_tool.text.characters import escape_hidden


class ReadFile(NamedTuple):
    """One file as it was read.

    Attributes:
        path: its path relative to the root of the catalog.
        source: its text, and its tree if it has one.
        problems: what is wrong with it.
        entry: its entry, if it has one.
    """

    path: str
    source: Source
    problems: tuple[Problem, ...]
    entry: Entry | None = None


def read_file(path: str, limits: Limits, tree: FileTree, known: ReadFile | None = None) -> ReadFile:
    """Read one file as YAML, unless it is known and has the same text."""
    text, problem = read_text(path, limits.max_bytes, tree)
    if problem:
        # A problem with a position is in the text, so its line is worth showing.
        shown = legible_text(path, limits.max_bytes, tree) if problem.span else ""
        return ReadFile(path, Source(path, shown), (problem,))
    if known and known.source.root and known.source.text == text:
        return known
    return ReadFile(path, *read_source(path, text, limits))


def read_entry_file(
    path: str, tree: FileTree, model: type[Partner], known: ReadFile | None = None
) -> ReadFile:
    """Read one file as an entry.

    Args:
        path: its path relative to the root of the catalog.
        tree: where it is.
        model: the keys that an entry can have, and those that it needs.
        known: the file as it was read before with this model.
    """
    folder, _, name = path.rpartition("/")
    shown = f"{folder}/{escape_hidden(name)}"
    identifier = identifier_in(name)
    if not identifier:
        return ReadFile(shown, Source(shown), (name_problem(path, folder, tree),))
    file = read_file(shown, entry_limits(model), tree, known)
    if file is known:
        return known
    entry, problems = read_entry(identifier, file.source, model)
    return file._replace(problems=(*file.problems, *problems), entry=entry)


class PackedFile(NamedTuple):
    """One file for another process: its tree is larger than its text, and its model has no name."""

    path: str
    text: str
    has_tree: bool
    problems: tuple[Problem, ...]
    identifier: str = ""
    is_draft: bool = False
    state: Any = None


def pack(files: Iterable[ReadFile]) -> list[PackedFile]:
    """Return files for another process."""
    return [_pack(file) for file in files]


def unpack(files: Iterable[PackedFile], model: type[Partner]) -> list[ReadFile]:
    """Return files that another process has read.

    Args:
        files: what it has packed.
        model: the model of their entries.
    """
    return [_unpack(file, model) for file in files]


def _pack(file: ReadFile) -> PackedFile:
    source, entry = file.source, file.entry
    packed = PackedFile(file.path, source.text, source.root is not None, file.problems)
    if entry is None:
        return packed
    is_draft = isinstance(entry.partner, DraftPartner)
    return packed._replace(
        identifier=entry.id, is_draft=is_draft, state=entry.partner.__getstate__()
    )


def _unpack(file: PackedFile, model: type[Partner]) -> ReadFile:
    source = Source(file.path, file.text)
    if file.has_tree:
        source = _ParsedElsewhere(file.path, file.text, entry_limits(model))
    if not file.identifier:
        return ReadFile(file.path, source, file.problems)
    own = draft_model(model) if file.is_draft else model
    partner = own.__new__(own)
    partner.__setstate__(file.state)
    return ReadFile(file.path, source, file.problems, Entry(file.identifier, partner, source))


class _ParsedElsewhere(Source):
    """A file that another process has parsed. It is parsed again when its tree is needed."""

    def __init__(self, path: str, text: str, limits: Limits) -> None:
        super().__init__(path, text)
        del self.__dict__["root"]
        self.__dict__["limits"] = limits

    @cached_property
    def root(self) -> Mapping | None:
        return read_source(self.path, self.text, self.__dict__["limits"])[0].root
