"""Builds the site of a checked catalog in a folder that isn't published yet.

MkDocs builds it. All later steps read only the finished folder.
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

THEME = "material"
"""The theme that the pages are written for. The audit accepts no other."""


class MountsPublication(Protocol):
    """The ``catalog`` plugin, for callers that have already checked the catalog."""

    publication: Publication | None


class SiteNotBuiltError(Exception):
    """MkDocs couldn't build the site. The message is the output of MkDocs."""


def build_site(publication: Publication, folder: Path) -> None:
    """Build the site of a publication, and write each page's security policy.

    Args:
        publication: a catalog that has been checked and can be published.
        folder: an empty folder for the site.

    Raises:
        SiteNotBuiltError: MkDocs rejected its configuration or stopped at a warning.
        OSError: a page can't be read or written.
    """
    try:
        documentation_folder(publication.settings)
        _run_mkdocs(publication, folder)
    except ConfigurationError as error:
        raise SiteNotBuiltError(f"{error.message}\n{error.hint}") from error
    write_policies(folder, publication.settings.content_policy)


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
        # Only the command line of MkDocs calls these, and other plugins may need them.
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
    """Raise one error; without it, the audit would report every page."""
    if config.theme.name == THEME:
        return
    name = Path(config.config_file_path).name
    raise SiteNotBuiltError(
        f"The site needs the theme {THEME!r}, but {name} has {config.theme.name!r}. "
        f"Write 'theme: {THEME}'."
    )


class _Warnings(logging.Handler):
    """Collects the warnings of MkDocs, because a strict build stops without saying why."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.messages.append(record.getMessage())
