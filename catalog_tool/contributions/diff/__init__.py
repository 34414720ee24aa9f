"""What readers will see change: two catalogs compared, entry by entry.

:func:`compare` is pure: it is given two catalogs as they were loaded, wherever from. :func:`diff`
reads them from Git. Each module of ``formats`` shows the result in one format.
"""

from catalog_tool.contributions.diff.changes import Difference
from catalog_tool.contributions.diff.comparison import compare
from catalog_tool.contributions.diff.revisions import Ends, diff

__all__ = ["Difference", "Ends", "compare", "diff"]
