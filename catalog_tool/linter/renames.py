"""Renames of files as fixes, and records for the addresses that they end."""

from __future__ import annotations

import re
import stat
from collections import Counter
from collections.abc import Mapping

from catalog_tool.linter.report import Report
from catalog_tool.loader.files.tree import FileTree
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.model.identifiers import file_name_of, identifier_in, intended_file_name
from catalog_tool.text.yaml_scalar import as_scalar

_HEAD = "former:\n"
# Records can only be added to a list that is written line by line.
_OPEN_LIST = re.compile(r"^former:[ \t]*(?:#.*)?$", re.MULTILINE)


def find_renames(report: Report, tree: FileTree) -> dict[str, str]:
    """Return the new path of each file whose name is wrong in a report, by its path.

    A file isn't renamed if its new name isn't certain, is taken, or is also the new name of another
    file.

    Args:
        report: what a check found.
        tree: the files that were checked.
    """
    wanted = {}
    for diagnostic in report.diagnostics:
        folder, _, name = diagnostic.path.rpartition("/")
        new = _new_name(diagnostic, name, report)
        if new and new != name and stat.S_ISREG(tree.mode(diagnostic.path)):
            wanted[diagnostic.path] = f"{folder}/{new}"
    times = Counter(wanted.values())
    return {
        old: new for old, new in wanted.items() if times[new] == 1 and not _is_taken(old, new, tree)
    }


def _new_name(diagnostic: Diagnostic, name: str, report: Report) -> str:
    if diagnostic.name == "invalid-file-name":
        return intended_file_name(name)
    if diagnostic.name != "misnamed-file":
        return ""
    entries = report.publication.catalog.entries
    partner = next((e.partner for e in entries if e.source.path == diagnostic.path), None)
    return file_name_of(partner.name) if partner and partner.is_complete else ""


def _is_taken(old: str, new: str, tree: FileTree) -> bool:
    """Whether another file has the new name, possibly with other case, as some disks ignore it."""
    folder, _, name = new.rpartition("/")
    others = {*tree.names(folder)} - {old.rpartition("/")[2]}
    return name.casefold() in map(str.casefold, others)


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
