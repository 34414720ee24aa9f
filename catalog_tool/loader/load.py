"""Loads a folder of partner files as a catalog; bad files become problems, never exceptions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pydantic import ValidationError

from catalog_tool.loader.entry import read_entry, read_source
from catalog_tool.loader.entry_files import ReadFile, pack, read_entry_file, read_file, unpack
from catalog_tool.loader.file_names import is_empty_folder, misplaced_files, misplaced_problem
from catalog_tool.loader.files.tree import DiskTree, FileTree
from catalog_tool.loader.limits import (
    EXCEPTIONS_LIMITS,
    FIELDS_LIMITS,
    VOCABULARY_LIMITS,
    Limits,
    entry_limits,
)
from catalog_tool.loader.logos.folder import Logos, read_logos
from catalog_tool.loader.memory import Memory
from catalog_tool.loader.pair import ALONE, Packing, Pair
from catalog_tool.loader.schema.validate import readable_fields, validate
from catalog_tool.model.catalog import Catalog, Entry, sort_entries
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.entry_model import Fields, entry_model, partner_model
from catalog_tool.model.exceptions import RuleException, RuleExceptions
from catalog_tool.model.former_partners import FormerPartners
from catalog_tool.model.identifiers import (
    ENTRY_SUFFIX,
    identifier_in,
    intended_file_name,
    is_left_by_a_program,
)
from catalog_tool.model.messages import DETAILS, messages_of
from catalog_tool.model.nodes import Sequence, plain
from catalog_tool.model.partner import Partner
from catalog_tool.model.settings import LOGOS_FOLDER, SHARED_FILES, Settings
from catalog_tool.model.source import Source
from catalog_tool.model.strict import Strict
from catalog_tool.model.values import LIST_MAX_LENGTH
from catalog_tool.model.vocabulary import Vocabulary

Shared = TypeVar("Shared", bound=Strict)
ProgressCallback = Callable[[int, int], None]
"""Called with the number of files read so far and the number of all files."""


@dataclass(frozen=True)
class Loaded:
    """A catalog as read from a folder of partner files.

    Attributes:
        catalog: every entry that could be read; a broken one is a draft.
        problems: what is wrong with the files, each with its ``path`` and ``rule``.
        sources: every file in the folder by path, readable or not.
        texts: the owner's texts by path, for a comparison; ``None`` is one that can't be read.
    """

    catalog: Catalog
    problems: tuple[Problem, ...]
    sources: dict[str, Source]
    texts: Mapping[str, str | None] = field(default_factory=dict)


def load_catalog(
    settings: Settings,
    progress: ProgressCallback | None = None,
    tree: FileTree | None = None,
    pair: Pair = ALONE,
    memory: Memory | None = None,
) -> Loaded:
    """Read all files in the partners folder of a catalog.

    Args:
        settings: where the files are.
        progress: called after each file.
        tree: where the files are; the folder on disk if ``None``.
        pair: the processes that share the work.
        memory: what was read the last time.

    Raises:
        OSError: the folder of partner files can't be listed.
    """
    folder = _Folder(settings, tree or DiskTree(settings.root), memory)
    fields_source = folder.read_fields()
    vocabulary, vocabulary_source = folder.read_shared(settings.vocabulary_path, Vocabulary)
    former, former_source = folder.read_shared(settings.former_path, FormerPartners)
    exceptions, exceptions_source = folder.read_exceptions()
    found = {*folder.tree.names(settings.partners)} - SHARED_FILES - {LOGOS_FOLDER}
    names = sorted(filter(folder.may_be_entry, found))
    entries = folder.read_entries(names, progress, pair)
    folder.report_misplaced()
    file_ids = frozenset(filter(None, map(identifier_in, names)))
    logos = folder.read_logos(entries, file_ids)
    catalog = Catalog(
        sort_entries(map(logos.with_logo, entries)),
        vocabulary,
        vocabulary_source,
        settings.platform,
        folder.entry_model,
        fields_source,
        former,
        former_source,
        exceptions,
        exceptions_source,
        file_ids=file_ids,
        labels=tuple(map(messages_of(settings).gettext, DETAILS)),
        intended_ids=frozenset(map(identifier_in, map(intended_file_name, names))),
        logo_paths=frozenset(logos.paths),
        freshness=settings.freshness,
    )
    return Loaded(catalog, tuple(folder.problems), folder.sources)


def load_names(settings: Settings) -> tuple[Vocabulary, type[Partner]]:
    """Read only the vocabulary of a catalog and its own fields; what can't be used is empty."""
    folder = _Folder(settings, DiskTree(settings.root))
    folder.read_fields()
    return folder.read_shared(settings.vocabulary_path, Vocabulary)[0], folder.entry_model


def with_entry(catalog: Catalog, path: str, text: str) -> Loaded:
    """Return a catalog with one more entry, whose text isn't in its file yet.

    Args:
        catalog: the other entries.
        path: the file that the entry is for, relative to the root.
        text: the text of that file.
    """
    source, problems = read_source(path, text, entry_limits(catalog.entry_model))
    identifier = path.rpartition("/")[2].removesuffix(ENTRY_SUFFIX)
    entry, schema_errors = read_entry(identifier, source, catalog.entry_model)
    found = tuple(replace(problem, path=path) for problem in (*problems, *schema_errors))
    entries = sort_entries(filter(None, [*catalog.entries, entry]))
    return Loaded(replace(catalog, entries=entries), found, {path: source})


class _Folder:
    """One pass over a folder that collects sources and problems."""

    def __init__(self, settings: Settings, tree: FileTree, memory: Memory | None = None) -> None:
        self.settings = settings
        self.tree = tree
        self.memory = memory or Memory()
        self.entry_model = partner_model(settings.required, settings.nouns)
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}

    def read_exceptions(self) -> tuple[Mapping[int, RuleException], Source]:
        """Return the valid exceptions by their position, and their source."""
        path = self.settings.exceptions_path
        found, source = self.read_shared(path, RuleExceptions, EXCEPTIONS_LIMITS)
        values = dict(enumerate(found.exceptions))
        listed = source.node(("exceptions",))
        if not values and isinstance(listed, Sequence) and len(listed.children) <= LIST_MAX_LENGTH:
            for position, node in enumerate(listed.children):
                with suppress(ValidationError):
                    values[position] = RuleException.model_validate(plain(node))
        return values, source

    def read_shared(
        self, path: str, model: type[Shared], limits: Limits = VOCABULARY_LIMITS
    ) -> tuple[Shared, Source]:
        """Return what one file says about all entries, and its source; empty if it's missing."""
        start = "" if limits.list_key else f"'{next(iter(model.model_fields))}:'"
        source = self._read(path, limits, start)
        value, problems = validate(source, model) if source.root else (None, ())
        self._report(path, problems)
        return value or model(), source

    def read_fields(self) -> Source:
        """Read the catalog's own fields, which decide how entries are read."""
        path = self.settings.fields_path
        if not self.tree.mode(path):
            return Source(path)
        source = self._read(path, FIELDS_LIMITS, "the key of a field, such as 'regions:'")
        fields, problems = validate(source, Fields) if source.root else (None, ())
        self._report(path, problems)
        fields = fields or readable_fields(source, problems)
        are_all_known = all(problem.path != path for problem in self.problems)
        named = fields.in_words(messages_of(self.settings))
        made = entry_model(self.entry_model, named, are_all_known=are_all_known)
        self.entry_model = self.memory.same_model((self.entry_model, named, are_all_known), made)
        return source

    def _read(self, path: str, limits: Limits, start: str) -> Source:
        """Return a file that isn't an entry; if it's missing, it is empty."""
        if not self.tree.mode(path):
            return Source(path)
        source = self._add(read_file(path, limits, self.tree))
        if start and source.root is None and self.problems[-1].rule == "wrong-shape":
            hint = f"Start the file with {start}, or delete it if it has nothing to say."
            self.problems[-1] = replace(self.problems[-1], hint=hint)
        return source

    def may_be_entry(self, name: str) -> bool:
        """Return whether a name counts: a program's file doesn't, nor does an empty folder."""
        path = f"{self.settings.partners}/{name}"
        is_sound = identifier_in(name) != ""
        return not is_left_by_a_program(name) and (is_sound or not is_empty_folder(path, self.tree))

    def read_entries(
        self, names: list[str], progress: ProgressCallback | None, pair: Pair
    ) -> list[Entry]:
        """Return the entries in files, as far as they can be entries."""
        model, folder = self.entry_model, self.settings.partners

        def read(share: list[str]) -> list[ReadFile]:
            files = []
            for done, name in enumerate(share, start=1):
                path = f"{folder}/{name}"
                known, same = self.memory.files.get(path), self.memory.unchanged_entry(path)
                files.append(same or read_entry_file(path, self.tree, model, known))
                if progress and not pair.is_second:
                    progress(done * len(names) // len(share), len(names))
            return files

        packing = Packing(pack, lambda packed: unpack(packed, model))
        files = [*pair.share(read, names, packing=packing)]
        self.memory.files = {file.path: file for file in files}
        for file in files:
            self._add(file)
        return [file.entry for file in files if file.entry]

    def read_logos(self, entries: Iterable[Entry], file_ids: frozenset[str]) -> Logos:
        """Read the logos of the partners."""
        logos = read_logos(self.settings.logos_path, self.tree)
        logos.report_unused(entries, file_ids)
        self.problems += logos.problems
        self.sources |= logos.sources
        return logos

    def report_misplaced(self) -> None:
        """Report the entries outside the folder, where people put them by mistake."""
        for path in misplaced_files(self.settings.partners, self.tree):
            problem = misplaced_problem(path, self.settings.partners, self.tree)
            self.sources[problem.path] = Source(problem.path)
            self.problems.append(problem)

    def _add(self, file: ReadFile) -> Source:
        self._report(file.path, file.problems)
        self.sources[file.path] = file.source
        return file.source

    def _report(self, path: str, problems: Iterable[Problem]) -> None:
        self.problems.extend(replace(problem, path=path) for problem in problems)
