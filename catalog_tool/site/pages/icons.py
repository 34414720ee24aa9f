"""Inline SVG icons from the icon set that the theme installs."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup as SafeHtml

from catalog_tool.loader.icons import icon_folder

FALLBACK = "application"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@cache
def icon(name: str) -> SafeHtml:
    """Return a Material Design icon as decorative inline SVG.

    Args:
        name: name of the icon, such as ``database``. An unknown name gives a default icon.
    """
    folder = icon_folder()
    if folder is None:
        raise ModuleNotFoundError("mkdocs-material is not installed")
    path = folder / f"{name}.svg"
    if not (_NAME.fullmatch(name) and path.is_file()):
        return icon(FALLBACK)
    drawing = path.read_text(encoding="utf-8").strip()
    attributes = 'class="catalog-icon" aria-hidden="true" focusable="false" '
    return SafeHtml(drawing.replace("<svg ", f"<svg {attributes}", 1))  # noqa: S704 - a file of the theme
