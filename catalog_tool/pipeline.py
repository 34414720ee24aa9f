"""The public functions that need several packages. They take values and return values.

Commands, the MkDocs plugin, and other programs call them through ``catalog_tool``. A public
function that needs only one package is part of that package.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from catalog_tool.linter.engine import Selection, lint
from catalog_tool.linter.report import Report
from catalog_tool.linter.rules.rule import Rule
from catalog_tool.linter.selection import configured_rules
from catalog_tool.loader.files.tree import ChangedTree, DiskTree, FileTree
from catalog_tool.loader.load import ProgressCallback, load_catalog
from catalog_tool.loader.memory import Memory
from catalog_tool.loader.pair import Pair, run_in_pair
from catalog_tool.loader.publication import load_publication
from catalog_tool.loader.scope import EVERYTHING, Scope
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import SCHEMA_FILE, Settings
from catalog_tool.site.errors import AuditError, require_site

if TYPE_CHECKING:
    from catalog_tool.importers.files import ImportedFiles
    from catalog_tool.linter.fix import FixedFile, Fixes
    from catalog_tool.model.generated_file import GeneratedFile


def check(  # noqa: PLR0913 - most callers need few of them
    settings: Settings,
    scope: Scope = EVERYTHING,
    *,
    rules: Mapping[str, Rule] | None = None,
    progress: ProgressCallback | None = None,
    tree: FileTree | None = None,
    memory: Memory | None = None,
) -> Report:
    """Check the entries of a catalog.

    Args:
        settings: the catalog.
        scope: the files to check; they are always checked against the whole catalog.
        rules: the rules to apply, by name; those of the settings if ``None``.
        progress: called with the number of files that are done, and of all files.
        tree: where to read the partner files; from disk if ``None``.
        memory: what the last check of the same catalog has read.

    Raises:
        ConfigurationError: the option ``rules`` or ``messages`` of the settings is invalid.
        OSError: the folder with the partner files, or a file of the prose, cannot be read.
    """
    asked = configured_rules(settings) if rules is None else rules
    if settings.messages:
        from catalog_tool.site.messages.overrides import refuse_unusable  # noqa: PLC0415 - rarely set

        refuse_unusable(settings)

    def check_in(pair: Pair) -> Report:
        loaded = load_catalog(settings, progress, tree, pair, memory)
        whole = load_publication(settings, loaded, scope.removed_ids, _regenerate, scope.since)
        loaded = replace(loaded, catalog=whole.catalog)
        found = lint(loaded, whole, asked, Selection.of(scope.paths), pair)
        checked = {path for path in loaded.sources if scope.has(path)}
        return Report(found.diagnostics, tuple(sorted(checked)), whole, found.excepted)

    # Two processes can't read from one Git, which other trees may do.
    size = 0 if tree else len([*DiskTree(settings.root).names(settings.partners)])
    return run_in_pair(check_in, size)


def fix(
    settings: Settings,
    scope: Scope = EVERYTHING,
    *,
    rules: Mapping[str, Rule] | None = None,
    progress: ProgressCallback | None = None,
    unsafe: bool = False,
) -> Fixes:
    """Compute the fixes of the partner files, repeated until none is left. Nothing is written.

    Args:
        settings: the catalog.
        scope: the files to fix; a renamed file stays in it under its new name.
        rules: the rules to apply, by name; those of the settings if ``None``.
        progress: called as by :func:`check`; it starts over in each round of fixes.
        unsafe: also apply fixes that need a person's judgment.

    Raises:
        ConfigurationError: as in :func:`check`.
        OSError: as in :func:`check`.
    """
    from catalog_tool.linter.fix import fix as fix_tree  # noqa: PLC0415 - not needed to check

    def check_again(tree: ChangedTree) -> Report:
        now = scope.with_renamed(tree.renamed)
        return check(settings, now, rules=rules, progress=progress, tree=tree)

    return fix_tree(check_again, ChangedTree(DiskTree(settings.root)), unsafe=unsafe)


def write_fixes(files: Collection[FixedFile], root: Path) -> None:
    """Write the files that fixes change or rename: all or none.

    Args:
        files: the files of the result of :func:`fix`.
        root: the root of the catalog.

    Raises:
        CatalogError: a file has changed since it was read, or cannot be written.
    """
    from catalog_tool.linter.fix import refuse_changed  # noqa: PLC0415 - as above
    from catalog_tool.writer import replace_texts, writing  # noqa: PLC0415 - as above

    with writing("The fixes"):
        refuse_changed(files, DiskTree(root))
        changed = {file.path: file.after for file in files if file.is_changed}
        renamed = {file.path: file.new_path for file in files if file.is_renamed}
        replace_texts(root, changed, "catalog check", renamed)


def render(publication: Publication) -> tuple[GeneratedFile, ...]:
    """Return every source file of the site: pages as Markdown, and the files for programs.

    The catalog must have been checked. Nothing is written. Git knows when entries last changed, and
    today's date decides which attestations are due.

    Raises:
        CatalogError: the extra ``site`` is not installed, or the list of pull requests is broken.
    """
    require_site()
    from catalog_tool.site.sources import site_sources  # noqa: PLC0415 - not needed to check

    return tuple(site_sources(publication))


def render_repository_files(publication: Publication) -> tuple[GeneratedFile, ...]:
    """Return the generated files of the repository, such as the Markdown catalog and the schema."""
    from catalog_tool.site.exports import repository_files  # noqa: PLC0415 - not needed to check

    return tuple(repository_files(publication))


def json_schema(settings: Settings, file: str = SCHEMA_FILE) -> str:
    """Return a JSON Schema for editors.

    Args:
        settings: the catalog.
        file: where the catalog keeps it, which says what it describes; by default, an entry.

    Raises:
        OSError: the folder with the partner files, or a file of the prose, cannot be read.
    """
    return _regenerate(load_publication(settings), file) or ""


def publish(publication: Publication, file: Path | None = None) -> tuple[Path, ...]:
    """Write the generated files of the repository, and return the paths that changed.

    Args:
        publication: a catalog that was checked and can be published.
        file: where to write only the Markdown catalog; ``None`` for all files in their own places.

    Raises:
        CatalogError: a file exists that wasn't generated, or a file cannot be written.
    """
    from catalog_tool.site.publishing import files_to_publish, refuse_foreign  # noqa: PLC0415
    from catalog_tool.writer import replace_texts, writing  # noqa: PLC0415 - not needed to check

    folder, texts = files_to_publish(publication, file)
    refuse_foreign(texts, publication.settings)
    with writing("The generated files" if len(texts) > 1 else (folder / min(texts)).as_posix()):
        return tuple(folder / path for path in replace_texts(folder, texts, "catalog publish"))


def write_import(
    imported: ImportedFiles, progress: ProgressCallback | None = None, *, is_dry_run: bool = False
) -> Report | None:
    """Write the entries of lists that were kept in another way; return the report of their check.

    Args:
        imported: the lists that were read; without entries, there is nothing to report.
        progress: called as by :func:`check`.
        is_dry_run: whether to check the entries without writing them.

    Raises:
        CatalogError: the entries cannot be written.
    """
    from catalog_tool.writer import create_tree, replace_texts, writing  # noqa: PLC0415

    root, texts = imported.settings.root, imported.texts_by_path
    folder = imported.settings.partners_folder
    with writing("The entries"):
        if texts and not (is_dry_run or folder.is_symlink() or folder.exists()):
            entries = {path.name: text for path, text in imported.texts.items()}
            create_tree(entries, folder, "catalog import")  # all of them in one step
        elif texts and not is_dry_run:
            replace_texts(root, texts, "catalog import")
    tree = ChangedTree(DiskTree(root), texts) if is_dry_run else None
    scope = Scope(frozenset(texts))
    return check(imported.settings, scope, progress=progress, tree=tree) if texts else None


def without_broken_entries(report: Report) -> Publication | None:
    """Return a catalog for publishing without its broken entries; ``None`` if that can't help.

    Args:
        report: the report of a check of the whole catalog.
    """
    from catalog_tool.site.quarantine import with_quarantine  # noqa: PLC0415 - rarely needed

    return with_quarantine(report.publication, report.diagnostics, report.paths)


def build(publication: Publication, out: Path) -> None:
    """Build the whole static site, audit it, and replace the existing site in one step.

    Args:
        publication: a catalog that was checked and can be published.
        out: folder for the site; the existing site stays until the new one is complete.

    Raises:
        BuildError: the site could not be built; ``out`` is unchanged.
        AuditError: the audit found faults; ``out`` is unchanged.
        CatalogError: the extra ``site`` is not installed.
    """
    require_site()
    from catalog_tool.site.audit import audit  # noqa: PLC0415 - loads the HTML parser
    from catalog_tool.site.audit.declaration import declaration  # noqa: PLC0415 - as above
    from catalog_tool.site.build import build_site  # noqa: PLC0415 - not needed to check
    from catalog_tool.writer import replace_directory, writing  # noqa: PLC0415

    with writing(out), replace_directory(out, "catalog build") as new:
        build_site(publication, new)
        if faults := audit(publication, new):
            hint = declaration(publication.settings, faults)
            raise AuditError(tuple(map(str, faults)), hint)


def _regenerate(publication: Publication, path: str) -> str | None:
    from catalog_tool.site.exports import repository_text  # noqa: PLC0415 - only if a rule has doubts

    return repository_text(publication, path)
