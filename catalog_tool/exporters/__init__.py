"""What the catalog is published as besides pages, one output a file.

An exporter is a module of this package with a function ``export(publication)`` that returns the
text of one file. It defines where the file goes: ``SITE_PATH``, its path in the site, or
``repository_path(settings)``, its path in the repository (empty where the settings want none), or
both. An output of the site whose number of files depends on the catalog is a module with
``export_files(publication)`` instead.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from catalog_tool.catalog import Entry
from catalog_tool.exporters._partner import partner_section
from catalog_tool.generated import GeneratedFile
from catalog_tool.publication import Publication

__all__ = ["partner_markdown", "repository_files", "repository_text", "site_files"]


def site_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield every file of the site that is no page, by the names of the exporters."""
    for exporter in _exporters().values():
        if hasattr(exporter, "SITE_PATH"):
            yield GeneratedFile(exporter.SITE_PATH, exporter.export(publication))
        elif hasattr(exporter, "export_files"):
            yield from exporter.export_files(publication)


def repository_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield every generated file that is kept in the repository, by the names of the exporters."""
    for path, exporter in _in_repository(publication).items():
        yield GeneratedFile(path, exporter.export(publication))


def repository_text(publication: Publication, path: str) -> str | None:
    """Return what would be generated now for one path of the repository; ``None`` if nothing."""
    exporter = _in_repository(publication).get(path)
    return exporter.export(publication) if exporter else None


def partner_markdown(entry: Entry, publication: Publication) -> str:
    """Return one partner as the published catalog shows it."""
    return partner_section(entry, publication).markdown


def _in_repository(publication: Publication) -> dict[str, ModuleType]:
    exporters = [each for each in _exporters().values() if hasattr(each, "repository_path")]
    paths = [exporter.repository_path(publication.settings) for exporter in exporters]
    return {path: exporter for path, exporter in zip(paths, exporters, strict=True) if path}


@cache
def _exporters() -> dict[str, ModuleType]:
    names = (info.name for info in pkgutil.iter_modules(__path__))
    modules = {name: importlib.import_module(f"{__name__}.{name}") for name in names}
    return {
        name: module
        for name, module in modules.items()
        if hasattr(module, "export") or hasattr(module, "export_files")
    }
