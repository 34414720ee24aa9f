"""How a review is shown, one format a file.

The name of a module is the name of its format. It defines ``report(review)``, which returns the
whole text, ending in a line end. Terminal styles in it are taken out where nobody wants colour.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import cast

from catalog_tool.contributions.review.verdict import Review

Report = Callable[[Review], str]


def formats() -> list[str]:
    """Return the names of all formats."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def report_in(name: str) -> Report:
    """Return the function that shows a review in one format.

    Raises:
        ModuleNotFoundError: there is no such format.
    """
    return cast("Report", importlib.import_module(f"{__name__}.{name}").report)
