"""The icon set that the theme of the site installs."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path


@cache
def icon_folder() -> Path | None:
    """Return the folder of the icons, or ``None`` if the extra ``site`` is not installed."""
    # Find the folder without an import: importing the theme is slow.
    specification = importlib.util.find_spec("material")
    if specification is None or not specification.submodule_search_locations:
        return None
    return Path(specification.submodule_search_locations[0], "templates", ".icons", "material")
