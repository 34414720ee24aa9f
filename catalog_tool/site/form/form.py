"""The form for a new entry, on the Contribute page. It writes the file and needs no server."""

from __future__ import annotations

from catalog_tool.linter.selection import word_limit
from catalog_tool.model.identifiers import FREEING_WORD
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.form.fields import GROUPS_HELP, entry_fields, link_fields
from catalog_tool.site.form.refusals import checks_for_browsers


def form_values(publication: Publication) -> dict[str, object]:
    """Return the values that the template of the form needs, by name."""
    settings = publication.settings
    vocabulary = publication.catalog.vocabulary
    return {
        "checks": checks_for_browsers(),
        "edit_folder": settings.edit_url(settings.partners),
        "fields": entry_fields(publication.catalog),
        "freeing_word": FREEING_WORD,
        "grouped": GROUPS_HELP,
        "known": vocabulary.applications.items(),
        "link_fields": link_fields(),
        "new_file": new_file(settings),
        "word_limit": word_limit(settings),
    }


def new_file(settings: Settings) -> str:
    """Return where GitHub creates a new partner file; ``""`` if the repository is unknown."""
    if not settings.repository:
        return ""
    return f"{settings.repository.rstrip('/')}/new/{settings.branch}/{settings.partners}"
