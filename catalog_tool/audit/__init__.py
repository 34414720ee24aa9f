"""A second look at the finished site, before readers see it.

The pages were made safe when they were written. The audit does not believe that: it reads the
files that will be published, as a browser reads them, and compares them with the entries. A mistake
in a template, in an exporter, in a package or in a later engine is found here at the latest.

A check is a module of this package with a function ``page_faults(page, site)``, asked for each
page, or ``site_faults(site)``, asked once, or both; it yields what is wrong. Adding a check is
adding one module.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from catalog_tool.audit.built_site import BuiltPage, BuiltSite
from catalog_tool.audit.fault import Fault
from catalog_tool.generated import SiteSources
from catalog_tool.publication import Publication

__all__ = ["BuiltPage", "BuiltSite", "Fault", "audit"]


def audit(
    publication: Publication, folder: Path, sources: SiteSources | None = None
) -> tuple[Fault, ...]:
    """Compare a finished site with what it was made from.

    Args:
        publication: what the site shall show.
        folder: the finished site.
        sources: what the builder of the site was given; not compared if that is not known.

    Returns:
        Everything that is wrong; nothing if the site may be published.

    Raises:
        OSError: a file of the site cannot be read.
    """
    return tuple(dict.fromkeys(_faults(BuiltSite(publication, folder, sources))))


def _faults(site: BuiltSite) -> Iterator[Fault]:
    for page in site.pages():
        for check_page in _checks("page_faults"):
            yield from check_page(page, site)
    for check_site in _checks("site_faults"):
        yield from check_site(site)


@cache
def _checks(name: str) -> tuple[Callable[..., Iterable[Fault]], ...]:
    modules = (
        importlib.import_module(f"{__name__}.{info.name}")
        for info in pkgutil.iter_modules(__path__)
    )
    return tuple(getattr(module, name) for module in modules if hasattr(module, name))
