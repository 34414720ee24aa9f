"""The MkDocs plugin: adds the pages that the pipeline renders."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from catalog_tool import pipeline
from catalog_tool.linter.selection import configured_rules
from catalog_tool.loader.configuration import ConfigurationError, load_settings
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.assets import THEME, asset_paths
from catalog_tool.site.engines.frame import frame_values, warn_of_settings
from catalog_tool.site.finder.pages import add_pages
from catalog_tool.site.frames import use_frames
from catalog_tool.site.messages import messages_of
from catalog_tool.site.messages.overrides import refuse_unusable
from catalog_tool.site.pages.wording import template_words

NO_DAY = "1980-01-01"
"""Date of the last change of every page, for MkDocs. It appears only in the sitemap's archive."""

# Not a logger of MkDocs, because a warning there stops a strict build.
_log = logging.getLogger(__name__)
_SOURCE = "index.md"
_ANCHOR = re.compile(r' id="([^"]+)"')


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types here
    """No options for MkDocs to read: ``Settings`` has them."""


class CatalogPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as above
    """The ``catalog`` plugin. Its options are the fields of ``Settings``.

    Attributes:
        settings: the options, once they are read.
        publication: a catalog that has been checked; if ``None``, the plugin checks it.
    """

    def __init__(self) -> None:
        self.settings = Settings(root=Path())
        self.publication: Publication | None = None
        self._mounted: Publication | None = None
        self._generated: dict[str, GeneratedFile] = {}
        self._bodies: dict[str, str] = {}

    def load_config(
        self,
        options: dict[str, Any],  # noqa: ARG002 - load_settings reads them
        config_file_path: str | None = None,
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Leave the options to ``load_settings``."""
        return super().load_config({}, config_file_path)

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the options; add the style sheets, the scripts, and the theme's templates."""
        try:
            self.settings = load_settings(Path(config.config_file_path))
            configured_rules(self.settings)
            refuse_unusable(self.settings)
        except ConfigurationError as error:
            raise PluginError(f"{error.message} {error.hint}") from error
        warn_of_settings(self.settings)
        config.extra["catalog"] = frame_values(self.settings)
        if search := config.plugins.get("material/search"):
            search.config.enabled = False
        config.extra_css[:0] = asset_paths(".css")  # the owners' style sheets come last
        config.extra_javascript += asset_paths(".js")
        config.theme.dirs.insert(0, str(THEME))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every generated file, in place of a file of the owners at the same address."""
        _refuse_links(files, config)
        self._mounted = publication = self.publication or self._check()
        generated = pipeline.render(publication)
        self._generated = {file.path: file for file in generated}
        others = {file.dest_uri: file for file in files}
        for file in generated:
            hidden = InclusionLevel.NOT_IN_NAV
            mounted = File.generated(config, file.path, content=file.content, inclusion=hidden)
            if other := others.get(mounted.dest_uri):
                files.remove(other)
                _warn_of_replaced(other, mounted, config)
            files.append(mounted)
        return files

    def on_env(
        self, env: Environment, *, files: Files, config: MkDocsConfig, **_: object
    ) -> Environment:
        """Give the theme's templates their words, and keep the date of the build out of the site.

        Equal sources give equal sites.
        """
        env.globals |= template_words(messages_of(self.settings))
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = NO_DAY
        if not config.plugins.events["page_context"] and not config.theme.custom_dir:
            use_frames(env, lambda page: page.file.src_uri in self._generated)
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Set the edit link of a page, and don't pass finished HTML through Python-Markdown.

        Python-Markdown wouldn't change it, as the tests prove, but would take half of the build
        time.
        """
        source = self._generated.get(page.file.src_uri)
        if source is None:
            return markdown
        page.edit_url = self.settings.edit_url(source.edit) or None
        self._bodies[page.file.src_uri] = markdown.strip()
        return ""

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Insert the finished body of a page."""
        body = self._bodies.pop(page.file.src_uri, None)
        if body is None:
            return html
        page.present_anchor_ids = set(_ANCHOR.findall(body))
        return body

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the pages that the owners wrote to the finder."""
        pages = (path for path in self._generated if path.endswith(_SOURCE))
        built = {path.removesuffix(_SOURCE) + "index.html" for path in pages}
        if self._mounted:
            add_pages(self._mounted, Path(config.site_dir), built)

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Reload if an entry or a text of the owners changes."""
        for folder in (self.settings.partners, self.settings.prose):
            if (path := self.settings.root / folder).is_dir():
                server.watch(str(path))
        return server

    def _check(self) -> Publication:
        report = pipeline.check(self.settings)
        if report.may_publish:
            return report.publication
        errors = [found for found in report.diagnostics if found.severity is Severity.ERROR]
        raise PluginError("The catalog has errors:\n" + "\n".join(map(_line, errors)))


def _refuse_links(files: Files, config: MkDocsConfig) -> None:
    """Refuse what MkDocs would publish from outside the catalog: it follows links."""
    root = Path(config.config_file_path).parent.resolve()
    for file in files:
        is_own = file.src_dir == config.docs_dir and file.abs_src_path
        if is_own and not Path(str(file.abs_src_path)).resolve().is_relative_to(root):
            message = f"{file.abs_src_path} leads outside the catalog."
            raise PluginError(f"{message} Replace the symbolic link with a file.")


def _warn_of_replaced(other: File, mounted: File, config: MkDocsConfig) -> None:
    """Warn that a generated page replaces a file of the owners, unless both are equal."""
    if other.content_bytes == mounted.content_bytes:
        return
    path = os.path.relpath(
        Path(config.docs_dir, other.src_uri), Path(config.config_file_path).parent
    )
    _log.warning(
        "Warning: %s isn't on the site because the catalog generates /%s.", path, mounted.url
    )


def _line(found: Diagnostic) -> str:
    place = f"{found.path}:{found.line}:{found.column}"
    return f"{place}: {found.severity} {found.code} {found.name}: {found.message}"
