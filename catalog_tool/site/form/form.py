"""The form for a new entry, on the Contribute page. It writes the file and needs no server."""

from __future__ import annotations

from catalog_tool.linter.selection import word_limit
from catalog_tool.model.identifiers import FREEING_WORD
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.form.fields import GROUPS_HELP, alternatives, entry_fields, link_fields
from catalog_tool.site.form.refusals import checks_for_browsers


def form_values(publication: Publication) -> dict[str, object]:
    """Return the values that the template of the form needs, by name."""
    settings = publication.settings
    vocabulary = publication.catalog.vocabulary
    either = publication.words.gettext("or")
    return {
        "checks": checks_for_browsers(publication.catalog.entry_model),
        "edit_folder": settings.edit_url(settings.partners),
        "fields": entry_fields(publication.catalog),
        "freeing_word": FREEING_WORD,
        "grouped": GROUPS_HELP,
        "known": vocabulary.applications.items(),
        "link_fields": link_fields(),
        "new_file": new_file(settings),
        "ways_in": f" {either} ".join(alternatives(publication.catalog.entry_model)),
        "word_limit": word_limit(settings),
    }


def new_file(settings: Settings) -> str:
    """Return where GitHub creates a new partner file; ``""`` if it can't."""
    github = settings.github
    return f"{github}/new/{settings.branch}/{settings.partners}" if github else ""
