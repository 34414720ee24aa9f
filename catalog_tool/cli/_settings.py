"""The settings that the called command works with."""

from __future__ import annotations

import click

from catalog_tool.cli._outcome import CannotRun
from catalog_tool.configuration import ConfigurationError, load_settings
from catalog_tool.settings import Settings


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
