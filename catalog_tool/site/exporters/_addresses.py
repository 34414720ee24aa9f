"""Addresses of the site's pages in files that are read away from the site."""

from __future__ import annotations

from catalog_tool.model.settings import Settings


def address(path: str, settings: Settings) -> str:
    """Return the address of ``path`` below the site: absolute if the site's own is known."""
    return f"{settings.site_url.rstrip('/')}/{path}" if settings.site_url else path
