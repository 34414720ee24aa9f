"""Builds the site of a checked catalog, in a folder that nobody reads yet.

MkDocs builds it. What comes after works on the finished folder alone.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Protocol, cast

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from catalog_tool.loader.configuration import ConfigurationError, documentation_folder
from catalog_tool.model.publication import Publication
from catalog_tool.site.content_policy import write_policies
from catalog_tool.site.full_text import TextsNotIndexedError, index_texts, is_available

THEME = "material"
"""The theme that the pages are made for; the audit knows no other frame."""


class MountsPublication(Protocol):
    """What the ``catalog`` plugin offers to code that has checked the catalog already."""

    publication: Publication | None


class SiteNotBuiltError(Exception):
    """MkDocs could not build the site; the message is what it said."""


def build_site(publication: Publication, folder: Path) -> None:
    """Build the site of a publication, with the policy of each page.

    Args:
        publication: a catalog that was checked and may be published.
        folder: an empty folder for the site.

    Raises:
        SiteNotBuiltError: MkDocs refused its configuration, or stopped at a warning; or the
            texts of a large catalog could not be indexed.
        OSError: a page cannot be read or written.
    """
    try:
        documentation_folder(publication.settings)
        _run_mkdocs(publication, folder)
        if is_available(publication):
            index_texts(folder)
    except ConfigurationError as error:
        raise SiteNotBuiltError(f"{error.message}\n{error.hint}") from error
    except TextsNotIndexedError as error:
        raise SiteNotBuiltError(str(error)) from error
    write_policies(folder)


def _run_mkdocs(publication: Publication, folder: Path) -> None:
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        settings = publication.settings
        configuration = settings.root / settings.configuration
        config = load_config(str(configuration), site_dir=str(folder), strict=True)
        _refuse_other_theme(config)
        cast("MountsPublication", config.plugins["catalog"]).publication = publication
        # Only the command of MkDocs calls these, and other plugins may need them.
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(config)
        finally:
            config.plugins.on_shutdown()
    except (Abort, MkDocsException) as error:
        reasons = warnings.messages or [str(error)]
        raise SiteNotBuiltError("\n".join(reasons)) from error
    finally:
        logger.removeHandler(warnings)


def _refuse_other_theme(config: MkDocsConfig) -> None:
    """Say in one sentence what the audit would say of every page."""
    if config.theme.name == THEME:
        return
    name = Path(config.config_file_path).name
    raise SiteNotBuiltError(
        f"The site needs 'theme: {THEME}' in {name}; its theme is {config.theme.name!r} now."
    )


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, for it stops a strict build without saying why."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.messages.append(record.getMessage())
