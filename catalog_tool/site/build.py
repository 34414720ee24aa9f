"""Builds the site of a checked catalog in a folder that isn't published yet.

An engine builds it. All later steps read only the finished folder.
"""

from __future__ import annotations

from pathlib import Path

from catalog_tool.loader.configuration import ConfigurationError, documentation_folder
from catalog_tool.model.publication import Publication
from catalog_tool.site.content_policy import write_policies
from catalog_tool.site.errors import BuildError


def build_site(publication: Publication, folder: Path) -> None:
    """Build the site of a publication, and write each page's security policy.

    Args:
        publication: a catalog that has been checked and can be published.
        folder: an empty folder for the site.

    Raises:
        BuildError: the engine rejected its configuration or stopped at a warning.
        MissingExtraError: the engine isn't installed.
        OSError: a page can't be read or written.
    """
    try:
        documentation_folder(publication.settings)
    except ConfigurationError as error:
        raise BuildError(f"{error.message}\n{error.hint}") from error
    if publication.settings.engine == "zensical":
        from catalog_tool.site.engines.zensical import build_with_zensical  # noqa: PLC0415

        build_with_zensical(publication, folder)
    else:
        from catalog_tool.site.engines.mkdocs import build_with_mkdocs  # noqa: PLC0415 - slow

        build_with_mkdocs(publication, folder)
    write_policies(folder, publication.settings.content_policy)
