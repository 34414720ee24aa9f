"""The pages of the site, one kind a file, with their templates beside them.

A page kind is a module of this package that defines ``pages(publication)``; adding one is adding
one module and its template. The other modules here are what page kinds are made from.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from catalog_tool.pages.page import Page
from catalog_tool.publication import Publication

PageKind = Callable[[Publication], Iterable[Page]]

__all__ = ["Page", "PageKind", "all_pages", "page_kinds"]


@cache
def page_kinds() -> dict[str, PageKind]:
    """Return the ``pages`` function of every page kind, by the name of its module."""
    names = [info.name for info in pkgutil.iter_modules(__path__)]
    modules = {name: importlib.import_module(f"{__name__}.{name}") for name in names}
    return {name: module.pages for name, module in modules.items() if hasattr(module, "pages")}


def all_pages(publication: Publication) -> Iterator[Page]:
    """Yield every page of the site, kind by kind; no two have the same path."""
    for pages in page_kinds().values():
        yield from pages(publication)
