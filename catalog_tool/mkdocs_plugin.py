"""The MkDocs plugin: adds the pages that the pipeline renders.

Other plugins see these pages as pages of their own, in the order that each event needs. Some, such
as static-i18n, build several times with one plugin. Only the first build makes the catalog's pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from click import unstyle
from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from catalog_tool import pipeline
from catalog_tool.linter.reporters.document import Findings
from catalog_tool.linter.reporters.text import write_blocks
from catalog_tool.linter.selection import configured_rules
from catalog_tool.loader.configuration import ConfigurationError, load_settings
from catalog_tool.loader.memory import Memory
from catalog_tool.loader.scope import EVERYTHING, Scope
from catalog_tool.model.diagnostic import Severity
from catalog_tool.model.error import CatalogError
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.messages import messages_of
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.assets import asset_paths
from catalog_tool.site.content_policy import NOT_FOUND_PAGE
from catalog_tool.site.engines.frame import frame_values, warn_of_settings
from catalog_tool.site.engines.mkdocs_files import mount, navigate, refuse_links
from catalog_tool.site.engines.mkdocs_frames import use_frames
from catalog_tool.site.engines.mkdocs_pages import describe, finish
from catalog_tool.site.engines.mkdocs_preview import Built, Preview, SavedFiles
from catalog_tool.site.engines.mkdocs_templates import use_frame, with_frame, without_search_worker
from catalog_tool.site.errors import require_site
from catalog_tool.site.exports import BEFORE_BUILD
from catalog_tool.site.finder.pages import add_pages
from catalog_tool.site.messages.overrides import refuse_unusable
from catalog_tool.site.pages.wording import template_words
from catalog_tool.site.sources import partner_sources, site_sources

SITEMAP = "sitemap.xml"
NO_DAY = "1980-01-01"
"""Date of the last change of every page, for MkDocs. It appears only in the sitemap's archive."""

# MkDocs makes a new plugin for each build of a preview. These are for the next one.
_MEMORY = Memory()
_PREVIEWS: dict[str, Preview] = {}


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
        self._saved = SavedFiles(Path())
        self._nav = Navigation([], [])
        self._built: Built | None = None
        self._preview: Preview | None = None
        self._is_built_again = False
        self._generated: dict[str, GeneratedFile] = {}
        self._hidden: list[File] = []
        self._bodies: dict[str, str] = {}
        self._in_sitemap: dict[str, File] = {}

    def load_config(
        self,
        options: dict[str, Any],  # noqa: ARG002 - load_settings reads them
        config_file_path: str | None = None,
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Leave the options to ``load_settings``."""
        return super().load_config({}, config_file_path)

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the options; add the style sheets and the scripts."""
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
        self._is_built_again = self._mounted is not None
        if preview := _PREVIEWS.get(config.site_dir):
            config.site_dir, self._preview = preview.folder, preview
        if not self._is_built_again:
            config.extra_css[:0] = asset_paths(".css")  # the owners' style sheets come last
            config.extra_javascript += asset_paths(".js")

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Let our templates be found before those of the theme and of plugins."""
        config.theme.dirs[:] = with_frame(config.theme.dirs, config.theme.custom_dir)
        without_search_worker(config)

    @event_priority(100)
    def _add_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every generated file, in place of a file of the owners at the same address."""
        refuse_links(files, config)
        inclusion = InclusionLevel.EXCLUDED if self._is_built_again else InclusionLevel.NOT_IN_NAV
        if not self._is_built_again:
            self._saved = SavedFiles.of(self.settings)
            self._mounted = self.publication or self._check()
            self._generated = {file.path: file for file in self._render(self._mounted)}
        mount(self._generated.values(), files, config, inclusion, self.settings)
        return files

    @event_priority(-99)
    def _hide_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Hide the generated files from static-i18n, which would read them from ``docs``."""
        self._hidden = [file for file in files if file.src_uri in self._generated]
        for file in self._hidden:
            files.remove(file)
        return files

    @event_priority(-101)
    def _show_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for file in self._hidden:
            language = self.settings.language  # static-i18n asks each file for its own
            vars(file).update(locale=language, locale_alternate_of=language, alternates={})
            files.append(file)
        navigate(self._generated, files, config, self.settings)
        return files

    on_files = CombinedEvent(_add_files, _hide_files, _show_files)

    @event_priority(101)
    def on_nav(self, nav: Navigation, *, files: Files, **_: object) -> Navigation:
        """Let plugins that make the navigation find the main pages: home, and one per folder."""
        self._nav = nav
        for file in files.documentation_pages():
            if file.src_uri in self._generated:
                finish(file.page)
                if file.src_uri.count("/") <= 1:
                    file.inclusion = InclusionLevel.UNDEFINED
        return nav

    def on_env(
        self, env: Environment, *, files: Files, config: MkDocsConfig, **_: object
    ) -> Environment:
        """Give the theme's templates their words, and keep the date of the build out of the site.

        Equal sources give equal sites.
        """
        env.globals |= template_words(messages_of(self.settings))
        self._built = Built(config, files, self._nav, env, self._saved, self._pages)
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = NO_DAY
        if config.theme.custom_dir:
            use_frame(env, Path(config.theme.custom_dir))
        is_theirs = config.theme.custom_dir or config.plugins.events["page_context"]
        use_frames(env, self._generated, can_share=not is_theirs)
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Set the edit link of a page, and keep its body from what works on Markdown."""
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
        describe(page, body)
        return body

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, **_: object
    ) -> TemplateContext:
        """Let the sitemap have the pages of all builds so far."""
        if template_name == SITEMAP:
            self._in_sitemap |= {file.url: file for file in context["pages"]}
            context["pages"] = [*self._in_sitemap.values()]
        return context

    def on_post_template(self, output: str, *, template_name: str, **_: object) -> str:
        """Keep the 404 page of the first build: MkDocs doesn't write an empty page."""
        return "" if self._is_built_again and template_name == NOT_FOUND_PAGE else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the pages that the owners wrote to the finder."""
        built = {path.removesuffix(".md") + ".html" for path in self._generated}
        if self._mounted:
            add_pages(self._mounted, Path(config.site_dir), built)
        if self._preview and self._built:
            self._preview.built = self._built

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Reload if an entry or a text of the owners changes."""
        for folder in (self.settings.partners, self.settings.prose):
            if (path := self.settings.root / folder).is_dir():
                server.watch(str(path))
        if self._built:
            _PREVIEWS[config.site_dir] = Preview(server, builder, self._built)
        return server

    def _render(self, publication: Publication) -> Iterator[GeneratedFile]:
        try:
            require_site()
            for file in site_sources(publication, BEFORE_BUILD):
                yield replace(file, text="", picture=file.content)  # takes a third of the memory
                if self._preview:
                    self._preview.refuse_outdated()
        except CatalogError as error:
            raise PluginError(f"{error.message} {error.hint}") from error

    def _pages(self, ids: frozenset[str]) -> Iterable[GeneratedFile]:
        paths = (f"{self.settings.partners}/{id_}.yaml" for id_ in ids)
        return partner_sources(self._check(Scope(frozenset(paths))), ids)

    def _check(self, scope: Scope = EVERYTHING) -> Publication:
        report = pipeline.check(self.settings, scope, memory=_MEMORY)
        if report.may_publish:
            return report.publication
        errors = tuple(each for each in report.diagnostics if each.severity is Severity.ERROR)
        shown = unstyle(write_blocks([Findings(errors)]))
        raise PluginError(f"The catalog has errors.\n\n{shown}")
