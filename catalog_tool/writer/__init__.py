"""Writes to disk: all or nothing, one writer at a time, and never over files we didn't create.

Everything is written next to its target first and then moved there in one step, so that a reader
sees either the old or the new version. A folder that the catalog has written contains a manifest of
its files, so that a later run can tell whether the folder contains files of anyone else.
"""

from catalog_tool.writer.files import new_text as new_text
from catalog_tool.writer.files import replace_text as replace_text
from catalog_tool.writer.files import replace_texts as replace_texts
from catalog_tool.writer.refused import writing as writing
from catalog_tool.writer.trees import create_tree as create_tree
from catalog_tool.writer.trees import replace_directory as replace_directory
from catalog_tool.writer.trees import write_tree as write_tree
