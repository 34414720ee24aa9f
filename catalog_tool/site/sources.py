"""Every source file of the site, before an engine puts the pages into the frame of its theme."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from types import ModuleType

from catalog_tool.loader.git.history import change_days
from catalog_tool.loader.git.timeline import read_history
from catalog_tool.loader.queue import load_queue
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.model.today import today
from catalog_tool.site.assets import asset_files
from catalog_tool.site.exporters.schemas import SchemaExporter
from catalog_tool.site.exports import EXPORTERS, site_files
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.partner import entry_pages
from catalog_tool.site.render import all_pages

PAGE_ENDING = "index.md"
"""How the paths of pages end. What is before it is the address of the page."""


def site_sources(
    publication: Publication, exporters: Iterable[ModuleType | SchemaExporter] = EXPORTERS
) -> Iterator[GeneratedFile]:
    """Yield the source files of the site: pages as Markdown, and the files for programs.

    Args:
        publication: a catalog that has been checked.
        exporters: which files for programs; by default, all.
    """
    whole = replace(
        _dated(publication),
        history=read_history(publication.settings, publication.catalog, today()),
        queue=load_queue(publication.settings),
    )
    yield from map(_source, all_pages(whole))
    yield from asset_files(publication.settings)
    yield from site_files(whole, exporters)


def partner_sources(publication: Publication, ids: Collection[str]) -> Iterator[GeneratedFile]:
    """Yield the source file of the page of each partner with one of these ids.

    Args:
        publication: a catalog in which these partners have been checked.
        ids: the ids, in any order.
    """
    entries = [entry for entry in publication.catalog.entries if entry.id in ids]
    return map(_source, entry_pages(_dated(publication), entries))


def _dated(publication: Publication) -> Publication:
    return replace(publication, changed_on=change_days(publication.settings), day=today())


def _source(page: Page) -> GeneratedFile:
    return GeneratedFile(page.path, page.markdown(), page.edit)
