"""The one orchestrator: load, check, render, build; every door calls only this."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from catalog_tool.linter.engine import lint
from catalog_tool.linter.report import Report
from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.loader.files.read import read_text
from catalog_tool.loader.files.tree import FileTree
from catalog_tool.loader.load import Loaded, Progress, load_catalog, with_entry
from catalog_tool.loader.prose import load_prose
from catalog_tool.loader.pull_request.proposal import PullRequest
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.model.published_entries import PublishedEntry, published_entries
from catalog_tool.model.settings import SCHEMA_FILE, Settings
from catalog_tool.model.today import today

if TYPE_CHECKING:
    from catalog_tool.contributions.review import Review

# No code host that we know of takes a larger file; GitHub refuses it from 100 MiB on.
_MAX_GENERATED_BYTES = 100 * 1024 * 1024


class BuildError(Exception):
    """The site could not be built; the message says why, in words for the one who asked."""


class AuditError(Exception):
    """The site was built, and is not what it should be; each fault says where and why."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(f"{len(faults)} faults in the finished site")
        self.faults = faults


def check(  # noqa: PLR0913 - each has its default, and is named where it is given
    settings: Settings,
    *,
    only: Collection[str] | None = None,
    rules: Mapping[str, Rule] | None = None,
    progress: Progress | None = None,
    earlier: Iterable[str] = (),
    tree: FileTree | None = None,
) -> Report:
    """Check the entries of a catalog.

    Args:
        settings: the catalog.
        only: paths of the files to judge, relative to the root, always against the whole
            catalog; all files if ``None``.
        rules: the rules to apply, by name; all rules if ``None``.
        progress: told how many of how many files are done.
        earlier: ids of entries that readers know besides those of the published catalog.
        tree: what holds the partner files; the folder on disk if ``None``.

    Raises:
        OSError: the folder of the partner files, or a file of the prose, cannot be read.
    """
    loaded = load_catalog(settings, progress, tree)
    publication = _publication(settings, loaded.catalog, earlier)
    loaded = replace(loaded, catalog=publication.catalog)
    found = lint(loaded, publication, all_rules() if rules is None else rules, only)
    judged = loaded.sources.keys() if only is None else loaded.sources.keys() & set(only)
    return Report(tuple(found), tuple(sorted(judged)), publication)


def load(settings: Settings, progress: Progress | None = None) -> Loaded:
    """Read a catalog as far as it can be read, without judging it.

    Raises:
        OSError: the folder of the partner files cannot be listed.
    """
    return load_catalog(settings, progress)


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


def render(publication: Publication) -> tuple[GeneratedFile, ...]:
    """Return every file of the site's sources: pages as Markdown, and the files for programs.

    The catalog must have been checked; nothing is written. Git is asked when entries changed,
    and the clock which attestations are old by now.
    """
    from catalog_tool.loader.git.history import change_days  # noqa: PLC0415
    from catalog_tool.site.assets import asset_files  # noqa: PLC0415
    from catalog_tool.site.exports import site_files  # noqa: PLC0415 - a check renders nothing
    from catalog_tool.site.full_text import is_available  # noqa: PLC0415
    from catalog_tool.site.render import all_pages  # noqa: PLC0415

    whole = replace(
        publication,
        changed_on=change_days(publication.settings),
        day=today(),
        has_full_text=is_available(publication),
    )
    pages = (GeneratedFile(page.path, page.markdown(), page.edit) for page in all_pages(whole))
    return (*pages, *asset_files(), *site_files(whole))


def published(publication: Publication) -> tuple[GeneratedFile, ...]:
    """Return the files that are kept in the repository itself: the Markdown catalog, the schema."""
    from catalog_tool.site.exports import repository_files  # noqa: PLC0415 - a check exports nothing

    return tuple(repository_files(publication))


def without_broken_entries(report: Report) -> Publication | None:
    """Return what can be published without the entries that have errors; ``None`` if nothing can.

    Args:
        report: what a check of the whole catalog found.
    """
    from catalog_tool.site.quarantine import with_quarantine  # noqa: PLC0415 - hardly ever needed

    return with_quarantine(report.publication, report.diagnostics, report.paths)


def build(publication: Publication, out: Path) -> None:
    """Build the whole static site, then put it in the place of the old one in one step.

    Args:
        publication: a catalog that was checked and may be published.
        out: folder of the site; what was there stays until the new site is complete.

    Raises:
        BuildError: the site could not be built; ``out`` is as it was.
        AuditError: the site is not what it should be; ``out`` is as it was.
    """
    from catalog_tool.site.audit import audit  # noqa: PLC0415 - the parser
    from catalog_tool.site.build import SiteNotBuiltError, build_site  # noqa: PLC0415 - MkDocs
    from catalog_tool.writer import replaced_directory  # noqa: PLC0415

    try:
        with replaced_directory(out, "catalog build") as new:
            build_site(publication, new)
            if faults := audit(publication, new):
                raise AuditError(tuple(map(str, faults)))
    except SiteNotBuiltError as error:
        raise BuildError(str(error)) from error


def review(settings: Settings, request: PullRequest, progress: Progress | None = None) -> Review:
    """Judge a pull request, which is read from Git's objects, against what it is to change.

    Raises:
        GitError: Git does not have one of the commits, or cannot tell what changed.
        OSError: a file of the prose cannot be read.
    """
    from catalog_tool.contributions import review as engine  # noqa: PLC0415 - only for pull requests

    return engine.review(settings, request, progress)


def _publication(settings: Settings, catalog: Catalog, earlier: Iterable[str]) -> Publication:
    prose = load_prose(settings)
    paths = (settings.published, SCHEMA_FILE)
    on_disk = {
        path: _generated_text(settings.root / path)
        for path in paths
        if os.path.lexists(settings.root / path)
    }
    known = {identifier: PublishedEntry(identifier) for identifier in sorted(earlier)}
    known |= {entry.id: entry for entry in published_entries(on_disk.get(settings.published, ""))}
    catalog = replace(catalog, published=tuple(known.values()))
    return Publication(catalog, settings, prose.texts, prose.diagrams, on_disk, _regenerated)


def _generated_text(path: Path) -> str:
    """Return the text of a generated file, and none of what a stranger put in its place.

    A pull request could make it a link to a file that nobody shall see, or a pipe without an end;
    with no text it is reported as a generated file that was changed.
    """
    text, _unreadable = read_text(path, _MAX_GENERATED_BYTES)
    return text.replace("\r\n", "\n")


def _regenerated(publication: Publication, path: str) -> str | None:
    from catalog_tool.site.exports import repository_text  # noqa: PLC0415 - only if a rule has doubts

    return repository_text(publication, path)
