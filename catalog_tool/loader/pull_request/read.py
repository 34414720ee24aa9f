"""Reads a pull request from Git's objects; nothing in it is checked out, run, or written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from catalog_tool.loader.files.read import generated_text
from catalog_tool.loader.git.tree import GitTree
from catalog_tool.loader.load import Loaded, ProgressCallback, load_catalog
from catalog_tool.loader.pull_request.changed_files import changes_of
from catalog_tool.loader.pull_request.changes import ChangedFile, FileKind
from catalog_tool.loader.pull_request.merged import MergedTree
from catalog_tool.loader.pull_request.proposal import GeneratedChange, Proposal, PullRequest
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.published_entries import PublishedEntry
from catalog_tool.model.settings import Settings

Generator = Callable[[Catalog, str], str]
"""Returns the text that would be generated from a catalog for a path of the repository."""


def read_proposal(
    settings: Settings,
    request: PullRequest,
    generator: Generator,
    progress: ProgressCallback | None = None,
) -> Proposal:
    """Read a pull request and the catalog that it is merged into.

    No catalog is read if the pull request changes nothing in the catalog or is too large.

    Args:
        settings: the settings of the catalog, from a checkout of the base branch.
        request: the pull request.
        generator: called only for generated files that the pull request changes.
        progress: called after each file of the merged catalog.

    Raises:
        GitError: Git doesn't have one of the commits, or can't list the changes.
    """
    with GitTree(settings.root, request.base) as base, GitTree(settings.root, request.head) as head:
        proposal = Proposal(
            settings,
            request.author,
            request.description,
            base.commit,
            head.commit,
            changes_of(settings, base.commit, head.commit),
            approvals=request.approvals,
        )
        proposal = replace(proposal, incoming_bytes=_bytes(proposal.partner_changes, head))
        is_of_catalog = any(change.kind is not FileKind.OTHER for change in proposal.changes)
        if is_of_catalog and not proposal.is_too_large:
            proposal = _with_catalogs(proposal, base, head, progress)
        return _with_generated(proposal, base, head, generator)


def _bytes(changes: Iterable[ChangedFile], head: GitTree) -> int:
    folders = (each.name.rpartition("/") for each in changes if not each.is_gone)
    found = (head.files(folder).get(name) for folder, _, name in folders)
    return sum(file.size for file in found if file)


def _with_catalogs(
    proposal: Proposal, base: GitTree, head: GitTree, progress: ProgressCallback | None
) -> Proposal:
    settings = proposal.settings
    before = Loaded(Catalog(platform=settings.platform), (), {})
    if base.files(settings.partners):
        before = load_catalog(settings, tree=base)
    after = load_catalog(settings, progress, MergedTree(base, head, proposal.partner_changes))
    # Readers know every partner in the base catalog, so each removed entry needs a record.
    known = tuple(_known(each, before.catalog) for each in sorted(before.catalog.file_ids))
    entries = tuple(_reuse_entries(before, after, {change.path for change in proposal.changes}))
    after = replace(after, catalog=replace(after.catalog, entries=entries, published=known))
    return replace(proposal, before=before, after=after)


def _reuse_entries(before: Loaded, after: Loaded, changed: Collection[str]) -> Iterator[Entry]:
    """Yield the entries after the merge; unchanged entries are those from before."""
    kept = {entry.source.path: entry for entry in before.catalog.entries}
    for entry in after.catalog.entries:
        path = entry.source.path
        yield entry if path in changed else kept.get(path, entry)


def _known(identifier: str, catalog: Catalog) -> PublishedEntry:
    entry = catalog.by_id.get(identifier)
    return entry.as_published if entry else PublishedEntry(identifier)


def _with_generated(
    proposal: Proposal, base: GitTree, head: GitTree, generator: Generator
) -> Proposal:
    is_judged = not (proposal.changes_program or proposal.is_too_large)
    generated = {
        change.name: GeneratedChange(
            generated_text(change.name, base),
            generated_text(change.name, head),
            generator(proposal.after.catalog, change.name) if is_judged else "",
        )
        for change in proposal.changes
        if change.kind is FileKind.GENERATED
    }
    return replace(proposal, generated=generated)
