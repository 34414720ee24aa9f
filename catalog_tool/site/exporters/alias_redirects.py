"""The pages at the addresses of aliases, which redirect, so that old bookmarks still work.

An alias is often a former name. The pages have no frame of the theme, because readers hardly see
them, and a vocabulary can have thousands.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import application_address, published_address


def export_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield one page for each alias that has an address of its own."""
    from catalog_tool.site.pages.templating import fragment  # noqa: PLC0415 - publishing needs no jinja2

    for slug, (alias, application) in publication.catalog.aliases_by_slug.items():
        canonical = published_address(application_address(application), publication.settings)
        values = {"alias": alias, "application": application, "canonical": canonical}
        page = fragment(f"applications/{slug}/", "redirect.html", publication, **values)
        yield GeneratedFile(f"applications/{slug}/index.html", f"{page}\n")
