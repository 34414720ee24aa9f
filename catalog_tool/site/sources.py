"""Every source file of the site, before an engine puts the pages into the frame of its theme."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from types import ModuleType

from catalog_tool.loader.git.history import change_days
from catalog_tool.loader.git.timeline import read_history
from catalog_tool.loader.pair import Pair, run_in_pair
from catalog_tool.loader.queue import load_queue
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.model.today import today
from catalog_tool.site.assets import asset_files
from catalog_tool.site.exporters.schemas import SchemaExporter
from catalog_tool.site.exports import EXPORTERS, site_files
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.partner import entry_pages
from catalog_tool.site.render import PageMaker, page_makers

Maker = Callable[[], Iterable[GeneratedFile]]
_Packed = tuple[str, bytes, str, bool]
"""A file as one process sends it to another: its path and content, what to edit, if it is text."""

# Up to here, the files take as long as all files after it: most pages of partners, and the exports.
_PART = 0.6

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
    makers: list[Maker] = [
        *(partial(_sources, make) for make in page_makers(whole)),
        partial(asset_files, publication.settings),
        partial(site_files, whole, exporters),
    ]

    def make_in(pair: Pair) -> Iterable[_Packed]:
        return pair.share(_packed, makers, _PART, is_last=True)

    yield from map(_unpacked, run_in_pair(make_in, len(whole.catalog.entries)))


def partner_sources(publication: Publication, ids: Collection[str]) -> Iterator[GeneratedFile]:
    """Yield the source file of the page of each partner with one of these ids.

    Args:
        publication: a catalog in which these partners have been checked.
        ids: the ids, in any order.
    """
    entries = [entry for entry in publication.catalog.entries if entry.id in ids]
    return map(_source, entry_pages(_dated(publication), entries))


def _sources(make: PageMaker) -> Iterator[GeneratedFile]:
    return map(_source, make())


def _packed(makers: Iterable[Maker]) -> Iterator[_Packed]:
    for file in chain.from_iterable(make() for make in makers):
        yield file.path, file.content, file.edit, not file.picture


def _unpacked(packed: _Packed) -> GeneratedFile:
    path, content, edit, is_text = packed
    if is_text:
        return GeneratedFile(path, content.decode(), edit)
    return GeneratedFile(path, "", edit, content)


def _dated(publication: Publication) -> Publication:
    return replace(publication, changed_on=change_days(publication.settings), day=today())


def _source(page: Page) -> GeneratedFile:
    return GeneratedFile(page.path, page.markdown(), page.edit)
