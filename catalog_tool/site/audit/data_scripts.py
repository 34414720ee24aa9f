"""Reads the data in scripts of the site, as a browser does: each is one assignment of JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from catalog_tool.site.audit.built_site import BuiltSite

FINDER_SCRIPT = "assets/finder-index.js"


def assigned(script: str, target: str) -> Any:  # noqa: ANN401 - any JSON
    """Return the value that a script assigns.

    Args:
        script: the text of the script.
        target: how the script begins: what it assigns to, and the equals sign.

    Raises:
        ValueError: the script isn't one assignment of plain JSON.
    """
    if not script.startswith(target):
        raise ValueError("the script isn't one assignment")
    return json.loads(script.removeprefix(target).rstrip().removesuffix(";"))


def finder_index(site: BuiltSite) -> Mapping[str, Any]:
    """Return the finder's index, whose format is in ``catalog_tool/site/finder/index.py``.

    Raises:
        ValueError: the script isn't one assignment of plain JSON.
    """
    index: Mapping[str, Any] = assigned(site.text(FINDER_SCRIPT), "globalThis.catalogFinderData=")
    return index
