"""What readers will see change: two catalogs compared, entry by entry.

Pure: it is given two catalogs as they were loaded, wherever from. Each module of ``formats`` shows
the result in one format.
"""

from catalog_tool.difference.comparison import compare
from catalog_tool.difference.facts import Difference

__all__ = ["Difference", "compare"]
