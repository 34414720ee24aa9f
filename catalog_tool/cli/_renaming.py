"""Which files get another name when fixes are applied."""

from __future__ import annotations

import os
import stat
from collections import Counter
from pathlib import Path

from catalog_tool.diagnostic import Diagnostic
from catalog_tool.file_names import file_name_of, intended_file_name
from catalog_tool.pipeline import Report


def renamed_files(report: Report) -> dict[str, str]:
    """Return the new path of each file whose name a report calls wrong, by its path.

    A file is left alone where its new name is not certain, is taken, or is wanted by another.
    """
    root = report.publication.settings.root
    wanted = {}
    for diagnostic in report.diagnostics:
        folder, _, name = diagnostic.path.rpartition("/")
        new = _new_name(diagnostic, name, report)
        if new and new != name and is_plain_file(root / diagnostic.path):
            wanted[diagnostic.path] = f"{folder}/{new}"
    times = Counter(wanted.values())
    return {
        old: new
        for old, new in wanted.items()
        if times[new] == 1 and not _is_taken(root / old, root / new)
    }


def _new_name(diagnostic: Diagnostic, name: str, report: Report) -> str:
    if diagnostic.name == "invalid-file-name":
        return intended_file_name(name)
    if diagnostic.name != "misnamed-file":
        return ""
    entries = report.publication.catalog.entries
    partner = next((e.partner for e in entries if e.source.path == diagnostic.path), None)
    return file_name_of(partner.name) if partner and partner.is_complete else ""


def is_plain_file(path: Path) -> bool:
    """Return whether a path is a regular file, and neither a link nor anything else."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _is_taken(old: Path, new: Path) -> bool:
    """Whether another file has the new name; where case does not count, it is the same file."""
    return os.path.lexists(new) and not os.path.samestat(new.lstat(), old.lstat())
