"""What readers will see change: two catalogs compared, entry by entry.

Pure: it is given two catalogs as they were loaded, wherever from. Each module of ``formats`` shows
the result in one format.
"""

from catalog_tool.contributions.diff.changes import Difference
from catalog_tool.contributions.diff.comparison import compare

__all__ = ["Difference", "compare"]
