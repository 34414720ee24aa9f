"""The public functions that need several packages at once, each with values in and out.

Commands, the plugin of MkDocs and other programs call them and those that ``catalog_tool`` lists
beside them; what only one package knows is a function of that package.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from catalog_tool.linter.engine import lint
from catalog_tool.linter.report import Report
from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.loader.files.tree import ChangedTree, DiskTree, FileTree
from catalog_tool.loader.load import ProgressCallback, load_catalog
from catalog_tool.loader.publication import load_publication
from catalog_tool.loader.scope import EVERYTHING, Scope
from catalog_tool.model.error import CatalogError
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import SCHEMA_FILE, Settings
from catalog_tool.model.today import today
from catalog_tool.text.terminal import visible

if TYPE_CHECKING:
    from catalog_tool.importers.files import ImportedFiles
    from catalog_tool.linter.fix import FixedFile, Fixes


class BuildError(CatalogError):
    """The site could not be built; the message says why, in words for the one who asked."""


class AuditError(Exception):
    """The site was built, and is not what it should be; each fault says where and why."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(f"{len(faults)} faults in the finished site")
        self.faults = faults


def check(
    settings: Settings,
    scope: Scope = EVERYTHING,
    *,
    rules: Mapping[str, Rule] | None = None,
    progress: ProgressCallback | None = None,
    tree: FileTree | None = None,
) -> Report:
    """Check the entries of a catalog.

    Args:
        settings: the catalog.
        scope: the files to judge, always against the whole catalog.
        rules: the rules to apply, by name; all rules if ``None``.
        progress: told how many of how many files are done.
        tree: what holds the partner files; the folder on disk if ``None``.

    Raises:
        OSError: the folder of the partner files, or a file of the prose, cannot be read.
    """
    loaded = load_catalog(settings, progress, tree)
    publication = load_publication(settings, loaded, scope.removed_ids, _regenerated)
    loaded = replace(loaded, catalog=publication.catalog)
    found = lint(loaded, publication, all_rules() if rules is None else rules, scope.paths)
    judged = {path for path in loaded.sources if scope.has(path)}
    return Report(tuple(found), tuple(sorted(judged)), publication)


def fix(
    settings: Settings,
    scope: Scope = EVERYTHING,
    *,
    rules: Mapping[str, Rule] | None = None,
    progress: ProgressCallback | None = None,
    unsafe: bool = False,
) -> Fixes:
    """Apply fixes to the partner files until none is left; nothing is written.

    Args:
        settings: the catalog.
        scope: the files to judge; one that is renamed is judged under its new name.
        rules: the rules to apply, by name; all rules if ``None``.
        progress: told how many of how many files are done, anew in each round of fixes.
        unsafe: also apply fixes that need judgement.

    Raises:
        OSError: as of :func:`check`.
    """
    from catalog_tool.linter.fix import fix as fix_tree  # noqa: PLC0415 - a check fixes nothing

    def judge(tree: ChangedTree) -> Report:
        now = scope.with_renamed(tree.renamed)
        return check(settings, now, rules=rules, progress=progress, tree=tree)

    return fix_tree(judge, ChangedTree(DiskTree(settings.root)), unsafe=unsafe)


def write_fixes(files: Iterable[FixedFile], root: Path) -> None:
    """Write the files that fixes have changed.

    Args:
        files: what :func:`fix` has found.
        root: the root of the catalog.

    Raises:
        CatalogError: a file is not as it was read, or cannot be written.
    """
    from catalog_tool.linter.fix import text_of  # noqa: PLC0415 - as above
    from catalog_tool.writer import WriteRefusedError, replace_text, writing  # noqa: PLC0415

    for file in files:
        shown = visible(file.path)
        with writing(shown):
            if text_of(file.path, DiskTree(root)) != (file.before, file.is_recoded):
                message = f"{shown} has changed since it was checked."
                raise WriteRefusedError(message, "It is as it is now. Check again.")
            if file.is_changed:
                replace_text(root / file.path, file.after, "catalog check")
            if file.is_renamed:
                (root / file.path).rename(root / file.new_path)


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


def entry_schema(settings: Settings) -> str:
    """Return the JSON Schema of an entry of this catalog.

    Raises:
        OSError: the folder of the partner files, or a file of the prose, cannot be read.
    """
    return _regenerated(load_publication(settings), SCHEMA_FILE) or ""


def publish(publication: Publication, file: Path | None = None) -> tuple[Path, ...]:
    """Write the generated files of the repository, and return those that changed.

    Args:
        publication: a catalog that was checked and may be published.
        file: where only the Markdown catalog is written; all files in their places if ``None``.

    Raises:
        CatalogError: somebody else made a file that is in the way, or it cannot be written.
    """
    from catalog_tool.site.publishing import files_to_publish, refuse_foreign  # noqa: PLC0415
    from catalog_tool.writer import replace_texts, writing  # noqa: PLC0415 - a check writes nothing

    texts = files_to_publish(publication, file)
    refuse_foreign(texts, publication.settings)
    with writing(" and ".join(map(str, texts))):
        return replace_texts(texts, "catalog publish")


def import_catalog(
    source: Path, folder: Path, settings: Settings | None = None
) -> tuple[ImportedFiles, Report | None]:
    """Turn a list that was kept in another way into one file for each partner, and check these.

    Args:
        source: the list.
        folder: where the entries belong; it is made if it does not exist.
        settings: the catalog whose names of applications are known, if there is one.

    Returns:
        What went where, and what the rules say of the entries; ``None`` if there are none.

    Raises:
        CatalogError: the list cannot be read, a file that says something else is in the way, or
            the entries cannot be written.
    """
    from catalog_tool.importers.files import read_files  # noqa: PLC0415 - a check imports nothing
    from catalog_tool.writer import replace_texts, writing  # noqa: PLC0415 - as above

    imported = read_files(source, folder, settings)
    with writing("The entries"):
        replace_texts(imported.texts, "catalog import")
    scope = Scope(imported.paths)
    return imported, check(imported.settings, scope) if imported.texts else None


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
    from catalog_tool.writer import replace_directory, writing  # noqa: PLC0415

    try:
        with writing(out), replace_directory(out, "catalog build") as new:
            build_site(publication, new)
            if faults := audit(publication, new):
                raise AuditError(tuple(map(str, faults)))
    except SiteNotBuiltError as error:
        raise BuildError(f"The site could not be built.\n{error}") from error


def _regenerated(publication: Publication, path: str) -> str | None:
    from catalog_tool.site.exports import repository_text  # noqa: PLC0415 - only if a rule has doubts

    return repository_text(publication, path)
