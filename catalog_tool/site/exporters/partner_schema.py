"""The format of a partner file as JSON Schema, for editors: in the repository and on the site."""

from __future__ import annotations

from catalog_tool.model.json_schema import schema_text
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import SCHEMA_FILE, Settings

SITE_PATH = "schema/partner.schema.json"


def repository_path(_settings: Settings) -> str:
    """Return the path that partner files refer to."""
    return SCHEMA_FILE


def export(publication: Publication) -> str:
    """Return the JSON Schema."""
    return schema_text(publication.catalog.entry_model)
