"""The template of a pull request: a check box for each statement that the review requires."""

from __future__ import annotations

from catalog_tool.model.attestation import TEMPLATE_FILE, template
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings


def repository_path(settings: Settings) -> str:
    """Return the path where GitHub looks for the file; ``""`` for a catalog without owners."""
    return TEMPLATE_FILE if settings.owners else ""


def export(publication: Publication) -> str:
    """Return the template with the catalog's platform and terms."""
    return template(publication.settings)
