"""Writing to disk: whole or not at all, by one writer at a time, never over what we did not make.

Everything is written beside its place first and then put there in one step, so that a reader sees
the old or the new. A folder that the catalog has written holds a manifest of its files: that is
how a later run knows that nothing of anybody else is in the way.
"""

from catalog_tool.writer.files import new_text, replace_text, replace_texts
from catalog_tool.writer.manifest import MANIFEST
from catalog_tool.writer.refused import NotWrittenError, WriteRefusedError, writing
from catalog_tool.writer.trees import WriteResult, replace_directory, write_tree

__all__ = [
    "MANIFEST",
    "NotWrittenError",
    "WriteRefusedError",
    "WriteResult",
    "new_text",
    "replace_directory",
    "replace_text",
    "replace_texts",
    "write_tree",
    "writing",
]
