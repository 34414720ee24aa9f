"""Writes to disk: all or nothing, one writer at a time, and never over files we didn't create.

Everything is written next to its target first and then moved there in one step, so that a reader
sees either the old or the new version. A folder that the catalog has written contains a manifest of
its files, so that a later run can tell whether the folder contains files of anyone else.
"""

from catalog_tool.writer.files import new_text, replace_text, replace_texts
from catalog_tool.writer.refused import writing
from catalog_tool.writer.trees import create_tree, replace_directory, write_tree

__all__ = [
    "create_tree",
    "new_text",
    "replace_directory",
    "replace_text",
    "replace_texts",
    "write_tree",
    "writing",
]
