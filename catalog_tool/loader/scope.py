"""The files that a check covers: those that you name, those that changed, or all."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from catalog_tool.model.error import CatalogError
from catalog_tool.model.identifiers import ENTRY_SUFFIX, identifier_in
from catalog_tool.model.logo import logo_names
from catalog_tool.model.settings import Settings
from catalog_tool.text.characters import escape_hidden


@dataclass(frozen=True, slots=True)
class Scope:
    """The files that a check covers.

    Attributes:
        paths: the files, relative to the root of the catalog, including deleted ones; ``None`` for
            all files.
        removed_ids: ids of the deleted entries.
        since: the commit that the files are compared with.
    """

    paths: frozenset[str] | None = None
    removed_ids: frozenset[str] = frozenset()
    since: str = "HEAD"

    def has(self, path: str) -> bool:
        """Return whether a file is covered."""
        return self.paths is None or path in self.paths

    def with_renamed(self, new_paths: Mapping[str, str]) -> Scope:
        """Return the scope with the new paths of renamed files added, by their old paths."""
        if self.paths is None:
            return self
        return replace(self, paths=self.paths | {new_paths.get(path, path) for path in self.paths})


EVERYTHING = Scope()


def scope_of(settings: Settings, named: Collection[Path] = (), since: str | None = None) -> Scope:
    """Return the scope for the given files, the given revision, or both.

    Args:
        settings: the catalog.
        named: partner files and folders of them, absolute or relative to the working directory;
            empty for all.
        since: a name of a commit; if given, only files that differ from it are covered.

    Raises:
        CatalogError: a path doesn't exist or isn't a partner file, or Git can't list the changes.
    """
    paths = _partner_files(settings, named) if named else None
    if since is None:
        return Scope(paths and _with_logos(paths, settings))
    commit, changed, removed = _changes_since(settings, since)
    judged = changed | removed
    ids = (identifier_in(path.rpartition("/")[2]) for path in removed)
    covered = judged if paths is None else judged & paths
    return Scope(_with_logos(covered, settings), frozenset(filter(None, ids)), commit)


def _changes_since(settings: Settings, revision: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """Return where this branch left a revision, the changed partner files, and the deleted ones."""
    # Imported here because only this needs Git, and a check should start fast.
    from catalog_tool.loader.git.command import GitError  # noqa: PLC0415
    from catalog_tool.loader.git.history import (  # noqa: PLC0415
        branching_point,
        changed_entries,
        removed_entries,
    )

    try:
        commit = branching_point(settings, revision)
        return commit, changed_entries(settings, revision), removed_entries(settings, commit)
    except GitError as error:
        hint = error.hint or "--since needs a Git revision, such as origin/main."
        raise CatalogError(error.message, hint) from error


def _with_logos(paths: frozenset[str], settings: Settings) -> frozenset[str]:
    """Return paths with the logos of their entries, and with the entries of their logos."""
    identifiers = {path: PurePosixPath(path).stem for path in paths}
    logos = {
        f"{settings.logos_path}/{name}"
        for path, identifier in identifiers.items()
        if path == f"{settings.partners}/{identifier}{ENTRY_SUFFIX}"
        for name in logo_names(identifier)
    }
    entries = {
        f"{settings.partners}/{identifier}{ENTRY_SUFFIX}"
        for path, identifier in identifiers.items()
        if path.startswith(f"{settings.logos_path}/")
    }
    return paths | logos | entries


def _partner_files(settings: Settings, named: Iterable[Path]) -> frozenset[str]:
    folder = settings.partners_folder.resolve()
    names: set[str] = set()
    for path in named:
        place = _place(path)
        if place.parent == folder:
            names.add(_existing(path, folder))
        elif place.is_dir() and folder.is_relative_to(place.resolve()):
            names.update(entry.name for entry in folder.iterdir())
        else:
            raise _not_a_partner_file(path, settings)
    return frozenset(f"{settings.partners}/{escape_hidden(name)}" for name in names)


def _place(path: Path) -> Path:
    """Return an absolute path; an entry that is a link is reported, not followed."""
    is_name = path.name not in {"", ".."}
    return path.parent.resolve() / path.name if is_name else path.resolve()


def _existing(path: Path, folder: Path) -> str:
    names = sorted(entry.name for entry in folder.iterdir())
    if path.name in names:
        return path.name
    near = get_close_matches(path.name, names, 1)
    hint = (
        f"Did you mean {path.with_name(near[0]).as_posix()}?"
        if near
        else "Was it renamed or deleted?"
    )
    raise CatalogError(f"{path.as_posix()} doesn't exist.", hint)


def _not_a_partner_file(path: Path, settings: Settings) -> CatalogError:
    hint = f"Partner files are directly in {settings.partners_folder.as_posix()}."
    if not os.path.lexists(path):
        return CatalogError(f"{path.as_posix()} doesn't exist.", hint)
    return CatalogError(f"{path.as_posix()} isn't a partner file of this catalog.", hint)
