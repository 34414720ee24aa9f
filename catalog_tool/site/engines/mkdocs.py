"""Builds a site with MkDocs. The plugin, which MkDocs calls, adds the pages of the catalog."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from catalog_tool.model.publication import Publication
from catalog_tool.site.engines.frame import warn_of_missing
from catalog_tool.site.errors import BuildError, errors_of_owner, require_language, require_theme


class MountsPublication(Protocol):
    """The ``catalog`` plugin, for callers that have already checked the catalog."""

    publication: Publication | None


def build_with_mkdocs(publication: Publication, folder: Path) -> None:
    """Build the site of a publication with MkDocs.

    Args:
        publication: a catalog that has been checked and can be published.
        folder: an empty folder for the site.

    Raises:
        BuildError: MkDocs rejected its configuration or stopped at a warning, or a plugin, a
            hook, or a template of the owner raised an error.
    """
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    settings = publication.settings
    try:
        configuration = settings.root / settings.configuration
        with errors_of_owner(settings.root):
            config = load_config(str(configuration), site_dir=str(folder), strict=True)
            require_theme(config.theme.name, configuration)
            require_language(config.theme["language"], config.theme.dirs, configuration)
            cast("MountsPublication", config.plugins["catalog"]).publication = publication
            # Only the command line of MkDocs calls these, and other plugins may need them.
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        warn_of_missing(_named(config), folder, configuration)
    except (Abort, MkDocsException) as error:
        reasons = warnings.messages or [str(error)]
        raise BuildError("\n".join(reasons)) from error
    finally:
        logger.removeHandler(warnings)


def _named(config: MkDocsConfig) -> Iterator[str]:
    """Yield the files that a configuration names for every page, in place or on other hosts."""
    yield from filter(None, (config.theme.get("logo"), config.theme.get("favicon")))
    yield from config.extra_css
    yield from map(str, config.extra_javascript)


class _Warnings(logging.Handler):
    """Collects the warnings of MkDocs, because a strict build stops without saying why."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.messages.append(record.getMessage())
