"""How a difference is shown, one format a file.

The name of a module is the name of its format. It defines ``report(difference, ends)``, which
returns the whole text, ending in a line end.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from catalog_tool.contributions.diff.changes import Difference


@dataclass(frozen=True, slots=True)
class Ends:
    """What was compared.

    Attributes:
        base: the commit that the difference begins with.
        head: the commit it ends with; ``""`` for the files on disk.
    """

    base: str
    head: str


Report = Callable[[Difference, Ends], str]


def formats() -> list[str]:
    """Return the names of all formats."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def report_in(name: str) -> Report:
    """Return the function that shows a difference in one format.

    Raises:
        ModuleNotFoundError: there is no such format.
    """
    return cast("Report", importlib.import_module(f"{__name__}.{name}").report)
