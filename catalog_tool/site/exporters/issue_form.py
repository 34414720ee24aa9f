"""The form for people without Git: an issue form of GitHub, with a field for each key."""

from __future__ import annotations

from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.exporters._issue_form import form_text


def repository_path(settings: Settings) -> str:
    """Return where GitHub looks for it; nowhere for a catalog that names no admins."""
    return settings.issue_form


def export(publication: Publication) -> str:
    """Return the form in the words of the catalog's platform, vocabulary and terms."""
    return form_text(publication)
