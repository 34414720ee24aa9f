"""A finished site, and the files that MkDocs built it from.

The format of pages is defined in ``catalog_tool/site/pages/page.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import quote

from mkdocs.config import load_config
from mkdocs.structure.files import InclusionLevel, get_files

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import render
from catalog_tool.site.audit.built_site import INDEX_FILE, BuiltSite
from catalog_tool.site.finder.pages import finder_files

_PAGE = ".md"
_END_OF_FRONT_MATTER = "\n---\n"


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page that the catalog generated, before an engine added the theme.

    Attributes:
        front: its front matter by key: plain text, and the JSON-LD.
        body: its HTML.
    """

    front: Mapping[str, str]
    body: str

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may index it."""
        return "robots" not in self.front


@dataclass(frozen=True)
class MadeSite(BuiltSite):
    """A finished site with everything that it was built from.

    Attributes:
        name: the name of the site in the theme.
        made: the generated files: Markdown pages with an HTML body, and other files.
        copied: the files that are published unchanged, by path on the site: files of the owners
            and of the theme.
        written: paths on the site of the pages that the owners wrote.
    """

    name: str
    made: tuple[GeneratedFile, ...]
    copied: Mapping[str, Path]
    written: frozenset[str]

    @cached_property
    def made_pages(self) -> dict[str, MadePage]:
        """Each generated page, by path."""
        return {
            f"{file.path.removesuffix(_PAGE)}.html": made_page(file.text)
            for file in self.made
            if file.path.endswith(_PAGE)
        }

    @cached_property
    def made_files(self) -> dict[str, str]:
        """The text of each generated file that isn't a page, by path."""
        return {file.path: file.text for file in self.made if not file.path.endswith(_PAGE)}

    def address_of(self, path: str) -> str:
        """Return the full address of a file; ``""`` if the site has no address."""
        site = self.publication.settings.site_url
        return f"{site.rstrip('/')}/{quote(path.removesuffix(INDEX_FILE))}" if site else ""


def made_site(publication: Publication, folder: Path) -> MadeSite:
    """Return a site that MkDocs built, with the files that it was built from.

    Args:
        publication: the catalog of the site.
        folder: the finished site.
    """
    settings = publication.settings
    config = load_config(str(settings.root / settings.configuration), site_dir=str(folder))
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    included = [file for file in files if file.inclusion.value > InclusionLevel.DRAFT.value]
    written = {file.dest_uri for file in included if file.is_documentation_page()}
    copied = {
        file.dest_uri: Path(file.abs_src_path)
        for file in included
        if file.dest_uri not in written and file.abs_src_path
    }
    made = {file.path: file for file in render(publication)}
    generated = {f"{path.removesuffix(_PAGE)}.html" for path in made if path.endswith(_PAGE)}
    made |= {file.path: file for file in finder_files(publication, folder, generated)}
    return MadeSite(
        publication, folder, config.site_name, tuple(made.values()), copied, frozenset(written)
    )


def made_page(markdown: str) -> MadePage:
    """Read a page from the text of its Markdown file."""
    front, _, body = markdown.partition(_END_OF_FRONT_MATTER)
    lines = (line.partition(": ") for line in front.splitlines()[1:])
    return MadePage({key: _value(key, value) for key, _, value in lines}, body)


def _value(key: str, written: str) -> str:
    if not written.startswith('"'):
        return written
    value = str(json.loads(written))
    return value if key == "structured" else unescape(value)
