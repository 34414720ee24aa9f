"""Writes to GitHub: statuses, comments, labels, review requests, issues, and pull requests.

:mod:`client` sends requests to the API. Each other module does one thing with it.
"""

from catalog_tool.contributions.github.client import Forge
from catalog_tool.contributions.github.issue import put_issue
from catalog_tool.contributions.github.pull_request import open_pull, open_pulls

__all__ = ["Forge", "open_pull", "open_pulls", "put_issue"]
