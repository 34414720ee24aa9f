"""All exporters: they write the published files that aren't pages.

To add an output, write one module, add its name to the list, and write one test.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.site.api import export as api
from catalog_tool.site.compare import facts as compare_facts
from catalog_tool.site.exporters import (
    alias_redirects,
    badges,
    catalog_csv,
    catalog_json,
    code_owners,
    feed,
    issue_form,
    llms_txt,
    logos,
    markdown_catalog,
    pull_request_template,
    robots_txt,
)
from catalog_tool.site.exporters.schemas import SCHEMAS, SchemaExporter
from catalog_tool.site.finder import index as finder_index
from catalog_tool.site.form import entries as form_entries

EXPORTERS: tuple[ModuleType | SchemaExporter, ...] = (
    alias_redirects,
    api,
    badges,
    catalog_csv,
    catalog_json,
    code_owners,
    compare_facts,
    feed,
    finder_index,
    form_entries,
    issue_form,
    llms_txt,
    logos,
    markdown_catalog,
    pull_request_template,
    robots_txt,
    *SCHEMAS,
)
"""Every exporter, in the order in which the files are written."""


BEFORE_BUILD = tuple(each for each in EXPORTERS if each is not finder_index)
"""Those for engines, which add the finder's files once they have built the pages of the owner."""


def site_files(
    publication: Publication, exporters: Iterable[ModuleType | SchemaExporter] = EXPORTERS
) -> Iterator[GeneratedFile]:
    """Yield every file of the site that isn't a page."""
    for exporter in exporters:
        if hasattr(exporter, "SITE_PATH"):
            yield GeneratedFile(exporter.SITE_PATH, exporter.export(publication))
        elif hasattr(exporter, "export_files"):
            yield from exporter.export_files(publication)


def repository_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield every generated file that is kept in the repository."""
    for path, exporter in _in_repository(publication).items():
        yield GeneratedFile(path, exporter.export(publication))


def repository_text(publication: Publication, path: str) -> str | None:
    """Return the generated text for a path of the repository; ``None`` if it isn't generated."""
    exporter = _in_repository(publication).get(path)
    return exporter.export(publication) if exporter else None


def _in_repository(publication: Publication) -> dict[str, ModuleType | SchemaExporter]:
    exporters = [each for each in EXPORTERS if hasattr(each, "repository_path")]
    paths = [exporter.repository_path(publication.settings) for exporter in exporters]
    return {path: exporter for path, exporter in zip(paths, exporters, strict=True) if path}
