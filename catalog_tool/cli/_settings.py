"""The settings for the command that runs."""

from __future__ import annotations

from pathlib import Path

import click

from catalog_tool import CatalogError, NoCatalogError, Settings, load_settings


def current_settings() -> Settings:
    """Return the settings of the catalog from ``--config``, or from the nearest ``mkdocs.yml``.

    Raises:
        CatalogError: there is no catalog, or its settings are invalid.
    """
    settings = load_settings(click.get_current_context().obj)
    if settings.partners_folder.is_dir():
        return settings
    raise CatalogError(
        f"The folder with the partner files doesn't exist: {settings.partners_folder.as_posix()}",
        f"Create it, or set `partners` to another folder in {settings.configuration}.",
    )


def nearby_settings() -> Settings | None:
    """Return the settings from ``--config`` or the nearest ``mkdocs.yml``, if there are any.

    Raises:
        CatalogError: the file of ``--config`` is missing, or a catalog's settings are invalid.
    """
    configuration = click.get_current_context().obj
    try:
        return load_settings(configuration)
    except NoCatalogError:
        if configuration:
            raise
        return None


def settings_for_commits() -> Settings:
    """Return the settings for comparing commits, which a bare repository can do without any.

    Raises:
        CatalogError: as in :func:`nearby_settings`.
    """
    return nearby_settings() or Settings(root=Path.cwd())
