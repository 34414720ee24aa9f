"""Inspects what only GitHub's settings can give, such as rules for the default branch.

:mod:`table` lists the checks; the instructions for a new catalog are generated from it.
:mod:`evidence` reads from GitHub and from the catalog's folder what they need.
Source: docs.github.com/rest, API version 2022-11-28. None of it was tried on GitHub itself.
"""

from catalog_tool.contributions.github.settings.inspection import Inspection as Inspection
from catalog_tool.contributions.github.settings.inspection import inspect_forge as inspect_forge
