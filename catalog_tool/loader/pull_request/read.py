"""Reads a pull request from Git's objects; nothing in it is checked out, run, or written."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from catalog_tool.loader.file_names import entry_files, misplaced_files, misplaced_problem
from catalog_tool.loader.files.read import generated_text
from catalog_tool.loader.git.merge import merged
from catalog_tool.loader.git.revision import load_tree
from catalog_tool.loader.git.tree import GitTree
from catalog_tool.loader.load import Loaded, ProgressCallback
from catalog_tool.loader.memory import Memory
from catalog_tool.loader.prose import texts_in
from catalog_tool.loader.pull_request.changed_files import changes_of
from catalog_tool.loader.pull_request.changes import ChangedFile, FileKind
from catalog_tool.loader.pull_request.proposal import GeneratedChange, Proposal, PullRequest
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.published_entries import PublishedEntry
from catalog_tool.model.settings import Settings
from catalog_tool.model.source import Source

_OF_PROGRAM = re.compile(
    r"(?:^|/)(?:\.|(?:tests?|testdata|fixtures?|examples?|samples?)/)", re.IGNORECASE
)
Generator = Callable[[Catalog, str], str]
"""Returns the text that would be generated from a catalog for a path of the repository."""


def read_proposal(
    settings: Settings,
    request: PullRequest,
    generator: Generator,
    progress: ProgressCallback | None = None,
) -> Proposal:
    """Read what merging a pull request changes, and the catalog before and after.

    No catalog is read if the pull request has conflicts, changes nothing in the catalog, or is too
    large. The texts of the owner are read in any case, unless it is too large.

    Args:
        settings: the settings of the catalog, from a checkout of the base branch.
        request: the pull request.
        generator: called only for generated files that the pull request changes.
        progress: called after each file of the merged catalog.

    Raises:
        GitError: Git can't merge the commits, for other reasons than conflicts, or can't list the
            changes.
    """
    with (
        merged(settings.root, request.base, request.head) as merge,
        GitTree(settings.root, merge.base) as before,
        GitTree(settings.root, merge.tree, merge.environment) as after,
    ):
        found = () if merge.conflicts else changes_of(settings, merge)
        changes = _with_misplaced(found, settings.partners, after)
        proposal = Proposal(
            settings,
            request.author,
            request.description,
            merge.base,
            merge.head,
            changes,
            conflicts=merge.conflicts,
            approvals=request.approvals,
            association=request.association,
            is_draft=request.is_draft,
        )
        # With more files than that, the folder may be too large to list.
        if not proposal.is_too_large:
            proposal = replace(proposal, incoming_bytes=_bytes(proposal.partner_changes, after))
        is_of_catalog = any(change.kind is not FileKind.OTHER for change in proposal.changes)
        if is_of_catalog and not proposal.is_too_large:
            proposal = _with_catalogs(proposal, before, after, progress)
        elif not is_of_catalog:
            proposal = _with_texts(proposal, before, after)
        return _with_generated(proposal, before, after, generator)


def _with_misplaced(
    changes: tuple[ChangedFile, ...], partners: str, after: GitTree
) -> tuple[ChangedFile, ...]:
    """Return the changes with the kind of those that are entries in a wrong folder.

    That can be any folder if the pull request adds nothing but entries. Next to other changes, or
    in a folder for them, they are probably examples or tests of the program.
    """
    others = {each.name: each for each in changes if each.kind is FileKind.OTHER}
    misplaced = others.keys() & misplaced_files(partners, after) if others else set()
    rest = sorted(others.keys() - misplaced)
    if len(rest) == len(changes) and all(
        others[name].is_new and not _OF_PROGRAM.search(name) for name in rest
    ):
        found = {*entry_files(rest, after)}
        misplaced |= found if len(found) == len(rest) else set()
    return tuple(
        replace(each, kind=FileKind.MISPLACED) if each.name in misplaced else each
        for each in changes
    )


def _bytes(changes: Iterable[ChangedFile], after: GitTree) -> int:
    folders = (each.name.rpartition("/") for each in changes if not each.is_gone)
    found = (after.files(folder).get(name) for folder, _, name in folders)
    return sum(file.size for file in found if file)


def _with_catalogs(
    proposal: Proposal, tree_before: GitTree, tree_after: GitTree, progress: ProgressCallback | None
) -> Proposal:
    memory = Memory()  # most files are the same before and after
    before = load_tree(proposal.settings, tree_before, memory=memory)
    memory.unchanged = _unchanged(proposal.settings.partners, tree_before, tree_after)
    merged_catalog = load_tree(proposal.settings, tree_after, progress, memory)
    after = _with_reported(proposal, merged_catalog, tree_after)
    # Readers know every partner in the base catalog, so each removed entry needs a record.
    known = tuple(_known(each, before.catalog) for each in sorted(before.catalog.file_ids))
    entries = tuple(_reuse_entries(before, after, {change.path for change in proposal.changes}))
    judged = replace(after.catalog, entries=entries, published=known, before=before.catalog)
    after = replace(after, catalog=judged)
    return replace(proposal, before=before, after=after)


def _unchanged(folder: str, before: GitTree, after: GitTree) -> frozenset[str]:
    """Return the paths in a folder that have the same content and mode in both trees."""
    same = before.files(folder).items() & after.files(folder).items()
    return frozenset(f"{folder}/{name}" for name, _ in same)


def _with_reported(proposal: Proposal, after: Loaded, tree: GitTree) -> Loaded:
    """Return what was loaded with a problem for each entry in a folder that wasn't searched."""
    moved = [each for each in proposal.changes if each.kind is FileKind.MISPLACED]
    partners = proposal.settings.partners
    problems = [
        misplaced_problem(each.name, partners, tree)
        for each in moved
        if each.path not in after.sources
    ]
    sources = after.sources | {each.path: Source(each.path) for each in problems}
    return replace(after, problems=(*after.problems, *problems), sources=sources)


def _with_texts(proposal: Proposal, tree_before: GitTree, tree_after: GitTree) -> Proposal:
    before, after = (texts_in(tree, proposal.settings) for tree in (tree_before, tree_after))
    return replace(
        proposal,
        before=replace(proposal.before, texts=before),
        after=replace(proposal.after, texts=after),
    )


def _reuse_entries(before: Loaded, after: Loaded, changed: Collection[str]) -> Iterator[Entry]:
    """Yield the entries after the merge; unchanged entries are those from before."""
    kept = {entry.source.path: entry for entry in before.catalog.entries}
    for entry in after.catalog.entries:
        path = entry.source.path
        old = kept.get(path, entry)
        yield entry if path in changed or old.logo != entry.logo else old


def _known(identifier: str, catalog: Catalog) -> PublishedEntry:
    entry = catalog.by_id.get(identifier)
    return entry.as_published if entry else PublishedEntry(identifier)


def _with_generated(
    proposal: Proposal, before: GitTree, after: GitTree, generator: Generator
) -> Proposal:
    is_judged = not (proposal.changes_program or proposal.is_too_large)
    generated = {
        change.name: GeneratedChange(
            generated_text(change.name, before),
            generated_text(change.name, after),
            generator(proposal.after.catalog, change.name) if is_judged else "",
        )
        for change in proposal.changes
        if change.kind is FileKind.GENERATED
    }
    return replace(proposal, generated=generated)
