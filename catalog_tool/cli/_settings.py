"""The settings for the command that runs."""

from __future__ import annotations

import click

from catalog_tool import CatalogError, ConfigurationError, Settings, load_settings


def current_settings() -> Settings:
    """Return the settings of the catalog from ``--config``, or from the nearest ``mkdocs.yml``.

    Raises:
        CatalogError: there is no catalog, or its settings are invalid.
    """
    settings = load_settings(click.get_current_context().obj)
    if settings.partners_folder.is_dir():
        return settings
    raise CatalogError(
        f"The folder with the partner files doesn't exist: {settings.partners_folder}",
        f"Create it, or set `partners` to another folder in {settings.configuration}.",
    )


def nearby_settings() -> Settings | None:
    """Return the settings from ``--config`` or the nearest ``mkdocs.yml``, if there are any.

    Raises:
        CatalogError: the file of ``--config`` is missing or invalid.
    """
    configuration = click.get_current_context().obj
    try:
        return load_settings(configuration)
    except ConfigurationError:
        if configuration:
            raise
        return None
