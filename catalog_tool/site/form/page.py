"""The page with the form for a new entry. It writes the file and needs no server."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.selection import word_limit
from catalog_tool.model.identifiers import FREEING_WORD
from catalog_tool.model.publication import Publication
from catalog_tool.site.form.fields import entry_fields, link_fields
from catalog_tool.site.form.refusals import checks_for_browsers
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.contribute import ADDRESS as CONTRIBUTE
from catalog_tool.site.pages.contribute import new_file
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill

ADDRESS = f"{CONTRIBUTE}new/"


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    settings = publication.settings
    yield fill(
        Page(
            ADDRESS,
            title="Write your entry",
            description="Fill in a form. It writes your entry and opens the pull request.",
            trail=(Step("Add your integration", CONTRIBUTE),),
            weight=0.5,
        ),
        "new_entry.html",
        publication,
        fields=entry_fields(publication.catalog.vocabulary),
        known=publication.catalog.vocabulary.applications.items(),
        link_fields=link_fields(),
        new_file=new_file(settings),
        edit_folder=settings.edit_url(settings.partners),
        word_limit=word_limit(settings),
        checks=checks_for_browsers(),
        freeing_word=FREEING_WORD,
    )
