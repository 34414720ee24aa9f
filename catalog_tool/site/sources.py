"""Every source file of the site, before an engine puts the pages into the frame of its theme."""

from __future__ import annotations

from collections.abc import Iterable
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
from catalog_tool.site.render import all_pages

PAGE_ENDING = "index.md"
"""How the paths of pages end. What is before it is the address of the page."""


def site_sources(
    publication: Publication, exporters: Iterable[ModuleType | SchemaExporter] = EXPORTERS
) -> tuple[GeneratedFile, ...]:
    """Return the source files of the site: pages as Markdown, and the files for programs.

    Args:
        publication: a catalog that has been checked.
        exporters: which files for programs; by default, all.
    """
    whole = replace(
        publication,
        changed_on=change_days(publication.settings),
        history=read_history(publication.settings, publication.catalog, today()),
        day=today(),
        queue=load_queue(publication.settings),
    )
    pages = (GeneratedFile(page.path, page.markdown(), page.edit) for page in all_pages(whole))
    return (*pages, *asset_files(publication.settings), *site_files(whole, exporters))
