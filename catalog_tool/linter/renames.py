"""Renames of files as fixes, and records for the addresses that they end."""

from __future__ import annotations

import re
import stat
from collections import Counter
from collections.abc import Iterator, Mapping

from catalog_tool.linter.report import Report
from catalog_tool.loader.entry import read_source
from catalog_tool.loader.file_names import RULE, entries_inside, intended_path
from catalog_tool.loader.files.read import read_text
from catalog_tool.loader.files.tree import ChangedTree, FileTree
from catalog_tool.loader.limits import ENTRY_LIMITS
from catalog_tool.model.catalog import Entry
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.identifiers import file_name_of, identifier_in
from catalog_tool.model.nodes import Scalar
from catalog_tool.text.characters import without_hidden
from catalog_tool.text.yaml_scalar import as_scalar

_HEAD = "former:\n"
# Records can only be added to a list that is written line by line.
_OPEN_LIST = re.compile(r"^former:[ \t]*(?:#.*)?$", re.MULTILINE)


def find_renames(report: Report, tree: ChangedTree) -> dict[str, str]:
    """Return the new path of each file whose name is wrong in a report, by its path.

    A file isn't renamed if its new name isn't certain, is taken, or is also the new name of another
    file, and not if the partner's name is refused or was just repaired.

    Args:
        report: what a check found.
        tree: the files that were checked.
    """
    wanted = {
        old: new
        for diagnostic in report.diagnostics
        for old, new in _new_paths(diagnostic, report, tree)
        if new not in {"", old} and stat.S_ISREG(tree.mode(old))
    }
    times = Counter(wanted.values())
    return {
        old: new for old, new in wanted.items() if times[new] == 1 and not _is_taken(old, new, tree)
    }


def _new_paths(
    diagnostic: Diagnostic, report: Report, tree: ChangedTree
) -> Iterator[tuple[str, str]]:
    path, partners = diagnostic.path, report.publication.settings.partners
    if diagnostic.name == "misnamed-file":
        name = _new_name(diagnostic, report, tree)
        yield path, f"{partners}/{name}" if name else ""
    elif diagnostic.name == RULE:
        is_folder = stat.S_ISDIR(tree.mode(path))
        for old in entries_inside(path, tree) if is_folder else [path]:
            yield old, intended_path(old, partners, tree)


def _new_name(diagnostic: Diagnostic, report: Report, tree: ChangedTree) -> str:
    entries = report.publication.catalog.entries
    entry = next((each for each in entries if each.source.path == diagnostic.path), None)
    if entry is None or not entry.partner.is_complete or _is_repaired(entry, tree):
        return ""
    line = diagnostic.line
    is_refused = any(
        (each.path, each.line) == (diagnostic.path, line) and each.severity is Severity.ERROR
        for each in report.diagnostics
        if each is not diagnostic
    )
    return "" if is_refused else file_name_of(without_hidden(entry.partner.name)[0])


def _is_repaired(entry: Entry, tree: ChangedTree) -> bool:
    """Whether fixes have changed the name, so that a person should see it first."""
    before = tree.path_before(entry.source.path)
    text, unreadable = read_text(before, ENTRY_LIMITS.max_bytes, tree.base)
    if unreadable or not entry.source.path:
        return False
    source, _ = read_source(before, text)
    written = source.node(("name",))
    return not isinstance(written, Scalar) or written.value != entry.partner.name


def _is_taken(old: str, new: str, tree: FileTree) -> bool:
    """Whether another file has the new name, possibly with other case, as some disks ignore it."""
    folder, _, _ = new.rpartition("/")
    others = (f"{folder}/{other}" for other in tree.names(folder))
    return any(path.casefold() == new.casefold() for path in others if path != old)


def add_records(text: str, report: Report, new_paths: Mapping[str, str], tree: FileTree) -> str:
    """Return the text of the records with one for each published address that a rename ends.

    Args:
        text: the current records; empty if there are none yet.
        report: what a check found.
        new_paths: the new path of each file that is renamed, by its path.
        tree: the files that were checked.

    Returns:
        The same text if no record is needed, or if none can be added to the file. A missing record
        is then reported after the rename.
    """
    lines = "".join(_write_records(report, new_paths))
    mode = tree.mode(report.publication.settings.former_path)
    if not lines or (mode and not stat.S_ISREG(mode)):
        return text
    if not text.strip():
        return f"{_HEAD}{lines}"
    is_open = _OPEN_LIST.search(text) is not None
    return f"{text.rstrip()}\n{lines}" if is_open else text


def _write_records(report: Report, new_paths: Mapping[str, str]) -> list[str]:
    catalog = report.publication.catalog
    published = {entry.id: entry for entry in catalog.published}
    records = []
    for old, new in sorted(new_paths.items()):
        before, after = (identifier_in(path.rpartition("/")[2]) for path in (old, new))
        if before in published and before not in catalog.former.former:
            name = as_scalar(published[before].name or before)
            records.append(f"  {before}:\n    name: {name}\n    moved_to: {after}\n")
    return records
