"""The settings that the called command works with."""

from __future__ import annotations

import os
from pathlib import Path

import click

from catalog_tool.cli._outcome import CannotRun
from catalog_tool.loader.configuration import ConfigurationError, load_settings
from catalog_tool.model.settings import SCHEMA_FILE, Settings


def current_settings() -> Settings:
    """Return the settings of the catalog that ``--config`` or the working directory names.

    Raises:
        CannotRun: there is none, or it cannot be used.
    """
    try:
        settings = load_settings(click.get_current_context().obj)
    except ConfigurationError as error:
        raise CannotRun(error.message, error.hint) from error
    if settings.partners_folder.is_dir():
        return settings
    raise CannotRun(
        f"The folder of the partner files does not exist: {settings.partners_folder}",
        f"Make it, or name another one as `partners` in {settings.configuration}.",
    )


def nearby_settings() -> Settings | None:
    """Return the settings that ``--config`` or the working directory names, if there are any.

    Raises:
        CannotRun: ``--config`` names none that can be used.
    """
    configuration = click.get_current_context().obj
    try:
        return load_settings(configuration)
    except ConfigurationError as error:
        if configuration:
            raise CannotRun(error.message, error.hint) from error
        return None


def settings_of(folder: Path, nearby: Settings | None) -> Settings:
    """Return the catalog that the entries of a folder belong to; it need not exist yet."""
    place = folder.resolve()
    if nearby and nearby.partners_folder.resolve() == place:
        return nearby
    return Settings(root=place.parent, partners=place.name)


def schema_address(settings: Settings) -> str:
    """Return the address of the JSON Schema as the partner files name it."""
    folder = settings.partners_folder.resolve()
    return Path(os.path.relpath(settings.root.resolve() / SCHEMA_FILE, folder)).as_posix()
