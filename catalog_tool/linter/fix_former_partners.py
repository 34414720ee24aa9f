"""Records for the partners whose files get another name when fixes are applied."""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping

from catalog_tool.linter.report import Report
from catalog_tool.loader.files.tree import FileTree
from catalog_tool.model.identifiers import identifier_in
from catalog_tool.text.yaml_scalar import as_scalar

_HEAD = "former:\n"
# Lines can be added at the end of a list that is written line by line.
_OPEN_LIST = re.compile(r"^former:[ \t]*(?:#.*)?$", re.MULTILINE)


def with_records(text: str, report: Report, new_paths: Mapping[str, str], tree: FileTree) -> str:
    """Return the text of the records with one for each published address that a rename ends.

    Args:
        text: the records as they are; empty if there are none yet.
        report: what a check found.
        new_paths: the new path of each file that is renamed, by its path.
        tree: the files that were checked.

    Returns:
        The same text where none is needed, or where the file cannot be added to: what is missing
        is then reported after the rename.
    """
    lines = "".join(_moved(report, new_paths))
    mode = tree.mode(report.publication.settings.former_path)
    if not lines or (mode and not stat.S_ISREG(mode)):
        return text
    if not text.strip():
        return f"{_HEAD}{lines}"
    is_open = _OPEN_LIST.search(text) is not None
    return f"{text.rstrip()}\n{lines}" if is_open else text


def _moved(report: Report, new_paths: Mapping[str, str]) -> list[str]:
    catalog = report.publication.catalog
    published = {entry.id: entry for entry in catalog.published}
    records = []
    for old, new in sorted(new_paths.items()):
        before, after = (identifier_in(path.rpartition("/")[2]) for path in (old, new))
        if before in published and before not in catalog.former.former:
            name = as_scalar(published[before].name or before)
            records.append(f"  {before}:\n    name: {name}\n    moved_to: {after}\n")
    return records
