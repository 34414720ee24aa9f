"""The template of a pull request: a box for each statement that the review looks for."""

from __future__ import annotations

from catalog_tool.model.attestation import TEMPLATE_FILE, template
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings


def repository_path(settings: Settings) -> str:
    """Return where GitHub looks for it; nowhere for a catalog that names no admins."""
    return TEMPLATE_FILE if settings.admins else ""


def export(publication: Publication) -> str:
    """Return the template in the words of the catalog's platform and terms."""
    return template(publication.settings)
