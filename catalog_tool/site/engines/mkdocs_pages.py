"""The generated pages among the pages of MkDocs: they are finished, so nothing parses them."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from catalog_tool.site.pages.page import read_page

_ANCHOR = re.compile(r' id="([^"]+)"')


class FinishedPage(Page):
    """A page of the catalog, for which a parser of YAML and one of Markdown would change nothing.

    That takes half of the time that MkDocs needs for a page without its frame.
    """

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the front matter, unless a plugin has another source for the page."""
        if config.plugins.events["page_read_source"]:
            super().read_source(config)
        else:
            self.meta, self.markdown = read_page(self.file.content_string)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render nothing, unless a plugin has added Markdown to the page."""
        if self.markdown:
            super().render(config, files)
        else:
            self.content, self.toc = "", TableOfContents([])
            self.present_anchor_ids, self.links_to_anchors = set(), {}


def finish(page: Page | None) -> None:
    """Let a generated page be a finished one, unless a plugin made it a page of its own kind."""
    if type(page) is Page:
        page.__class__ = FinishedPage


def describe(page: Page, body: str) -> None:
    """Let MkDocs know the anchors of a body that it hasn't rendered, and no date of the page.

    Its dates are in its body. For git-revision-date-localized, each page has changed just now.
    """
    page.meta = {key: each for key, each in page.meta.items() if not key.startswith("git_")}
    page.present_anchor_ids = set(_ANCHOR.findall(body))
