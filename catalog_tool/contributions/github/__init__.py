"""Writes to GitHub: statuses, comments, labels, review requests, issues, and pull requests.

:mod:`client` sends requests to the API. Each other module does one thing with it.
"""

from catalog_tool.contributions.github.client import Forge as Forge
from catalog_tool.contributions.github.issue import put_issue as put_issue
from catalog_tool.contributions.github.pull_request import open_pull as open_pull
from catalog_tool.contributions.github.pull_request import open_pulls as open_pulls
