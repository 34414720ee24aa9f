"""The form for people who don't use Git: a GitHub issue form with a field for each key."""

from __future__ import annotations

from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.exporters._issue_form import form_text


def repository_path(settings: Settings) -> str:
    """Return the path where GitHub looks for the file; ``""`` for a catalog without owners."""
    return settings.issue_form


def export(publication: Publication) -> str:
    """Return the form with the catalog's platform, vocabulary, and terms."""
    return form_text(publication)
