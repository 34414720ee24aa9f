"""Which files get another name when fixes are applied."""

from __future__ import annotations

import stat
from collections import Counter

from catalog_tool.linter.report import Report
from catalog_tool.loader.files.tree import FileTree
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.model.identifiers import file_name_of, intended_file_name


def renamed_files(report: Report, tree: FileTree) -> dict[str, str]:
    """Return the new path of each file whose name a report calls wrong, by its path.

    A file is left alone where its new name is not certain, is taken, or is wanted by another.

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
    """Whether another file has the new name, or on some disks would have it: case may not count."""
    folder, _, name = new.rpartition("/")
    others = {*tree.names(folder)} - {old.rpartition("/")[2]}
    return name.casefold() in map(str.casefold, others)
