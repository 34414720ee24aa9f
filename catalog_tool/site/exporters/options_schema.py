"""The options of the plugin as JSON Schema, for editors: in the repository and on the site."""

from __future__ import annotations

from catalog_tool.linter.options_schema import OPTIONS_SCHEMA_ADDRESS, options_schema
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import OPTIONS_SCHEMA_FILE, Settings

SITE_PATH = OPTIONS_SCHEMA_ADDRESS


def repository_path(_settings: Settings) -> str:
    """Return the path that the settings of editors refer to."""
    return OPTIONS_SCHEMA_FILE


def export(publication: Publication) -> str:
    """Return the JSON Schema."""
    return options_schema(publication.settings)
