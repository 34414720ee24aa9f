"""Runs MkDocs over a checked catalog, into a folder that nobody reads yet."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Protocol, cast

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import InclusionLevel, get_files

from catalog_tool.loader.configuration import ConfigurationError, documentation_folder
from catalog_tool.model.generated_file import GeneratedFile, SiteSources
from catalog_tool.model.publication import Publication
from catalog_tool.site.full_text import TextsNotIndexedError, index_texts, is_available

THEME = "material"
"""The theme that the pages are made for; the audit knows no other frame."""


class MountsPublication(Protocol):
    """What the ``catalog`` plugin offers to whoever has checked the catalog already."""

    publication: Publication | None

    @property
    def made(self) -> tuple[GeneratedFile, ...]:
        """Everything that it gave to the last build."""


class SiteNotBuiltError(Exception):
    """MkDocs could not build the site; the message is what it said."""


def build_site(publication: Publication, folder: Path) -> SiteSources:
    """Build the site of a publication.

    Args:
        publication: a catalog that was checked and may be published.
        folder: an empty folder for the site.

    Returns:
        What the site is made of, as MkDocs was given it.

    Raises:
        SiteNotBuiltError: MkDocs refused its configuration, or stopped at a warning; or the
            texts of a large catalog could not be indexed.
    """
    try:
        documentation_folder(publication.settings)
    except ConfigurationError as error:
        raise SiteNotBuiltError(f"{error.message}\n{error.hint}") from error
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        settings = publication.settings
        configuration = settings.root / settings.configuration
        config = load_config(str(configuration), site_dir=str(folder), strict=True)
        _refuse_other_theme(config)
        plugin = cast("MountsPublication", config.plugins["catalog"])
        # MkDocs keeps plugins for the next build of this process; these two calls part the builds.
        config.plugins.on_startup(command="build", dirty=False)
        try:
            plugin.publication = publication
            build_with_mkdocs(config)
            if is_available(publication):
                index_texts(folder)
            return _sources(config, plugin.made)
        finally:
            config.plugins.on_shutdown()
    except TextsNotIndexedError as error:
        raise SiteNotBuiltError(str(error)) from error
    except (Abort, MkDocsException) as error:
        reasons = warnings.messages or [str(error)]
        raise SiteNotBuiltError("\n".join(reasons)) from error
    finally:
        logger.removeHandler(warnings)


def _sources(config: MkDocsConfig, made: tuple[GeneratedFile, ...]) -> SiteSources:
    """Return what the site is made of, read anew: plugins may have changed what MkDocs had."""
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    included = [file for file in files if file.inclusion.value > InclusionLevel.DRAFT.value]
    written = {file.dest_uri for file in included if file.is_documentation_page()}
    copied = {
        file.dest_uri: Path(file.abs_src_path)
        for file in included
        if file.dest_uri not in written and file.abs_src_path
    }
    return SiteSources(config.site_name, made, copied, frozenset(written))


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
