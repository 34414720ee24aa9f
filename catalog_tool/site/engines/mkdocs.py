"""Builds a site with MkDocs. The plugin, which MkDocs calls, adds the pages of the catalog."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from traceback import TracebackException
from typing import Protocol, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import PluginCollection

from catalog_tool.loader.configuration import PLUGIN
from catalog_tool.model.publication import Publication
from catalog_tool.site.errors import SiteNotBuiltError, require_theme


class MountsPublication(Protocol):
    """The ``catalog`` plugin, for callers that have already checked the catalog."""

    publication: Publication | None


def build_with_mkdocs(publication: Publication, folder: Path) -> None:
    """Build the site of a publication with MkDocs.

    Args:
        publication: a catalog that has been checked and can be published.
        folder: an empty folder for the site.

    Raises:
        SiteNotBuiltError: MkDocs rejected its configuration or stopped at a warning, or a plugin, a
            hook, or a template of the owner raised an error.
    """
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    settings, plugins = publication.settings, PluginCollection()
    try:
        configuration = settings.root / settings.configuration
        config = load_config(str(configuration), site_dir=str(folder), strict=True)
        require_theme(config.theme.name, configuration)
        plugins = config.plugins
        cast("MountsPublication", config.plugins["catalog"]).publication = publication
        # Only the command line of MkDocs calls these, and other plugins may need them.
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except (Abort, MkDocsException) as error:
        reasons = warnings.messages or [str(error)]
        raise SiteNotBuiltError("\n".join(reasons)) from error
    except (Exception, SystemExit) as error:
        if not (culprit := _culprit(error, settings.root.resolve(), plugins)):
            raise
        message = f"{culprit} stopped the build: {type(error).__name__}: {error}"
        raise SiteNotBuiltError(message) from error
    finally:
        logger.removeHandler(warnings)


def _culprit(error: BaseException, root: Path, plugins: PluginCollection) -> str:
    """Return the owner's file or the plugin that raised an error; ``""`` if it was our code."""
    names = {_file_of(each): name for name, each in plugins.items()}
    raised = TracebackException.from_exception(error)
    places = [(frame.filename, frame.lineno) for frame in raised.stack]
    if isinstance(error, SyntaxError):  # a hook that Python can't read
        places.append((str(error.filename), error.lineno))
    for file, line in reversed(places):
        if file in names:
            return f"The plugin {names[file]}" if names[file] != PLUGIN else ""
        if Path(file).is_relative_to(root) and "site-packages" not in file:
            return f"{Path(file).relative_to(root)}:{line}"
    return ""


def _file_of(plugin: object) -> str:
    """Return the file of a plugin's class; ``""`` for a hook, which is a module."""
    return getattr(sys.modules[type(plugin).__module__], "__file__", "")


class _Warnings(logging.Handler):
    """Collects the warnings of MkDocs, because a strict build stops without saying why."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.messages.append(record.getMessage())
