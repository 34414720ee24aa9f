"""Compares two catalogs, entry by entry, for their readers.

:func:`compare` is pure and takes two loaded catalogs. :func:`diff` reads them from Git.
"""

from catalog_tool.contributions.diff.changes import Difference as Difference
from catalog_tool.contributions.diff.comparison import compare as compare
from catalog_tool.contributions.diff.revisions import ComparedCommits as ComparedCommits
from catalog_tool.contributions.diff.revisions import diff as diff
