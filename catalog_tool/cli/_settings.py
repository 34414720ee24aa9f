"""The settings that the called command works with."""

from __future__ import annotations

import click

from catalog_tool import CatalogError, ConfigurationError, Settings, load_settings


def current_settings() -> Settings:
    """Return the settings of the catalog that ``--config`` or the working directory names.

    Raises:
        CatalogError: there is none, or it cannot be used.
    """
    settings = load_settings(click.get_current_context().obj)
    if settings.partners_folder.is_dir():
        return settings
    raise CatalogError(
        f"The folder of the partner files does not exist: {settings.partners_folder}",
        f"Make it, or name another one as `partners` in {settings.configuration}.",
    )


def nearby_settings() -> Settings | None:
    """Return the settings that ``--config`` or the working directory names, if there are any.

    Raises:
        CatalogError: ``--config`` names none that can be used.
    """
    configuration = click.get_current_context().obj
    try:
        return load_settings(configuration)
    except ConfigurationError:
        if configuration:
            raise
        return None
