"""The project that Zensical builds: the owner's files, the pages of the catalog, and the theme."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from catalog_tool.loader.configuration import documentation_folder
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.messages import messages_of
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.assets import THEME
from catalog_tool.site.engines.frame import fault_of_link, warn_of_replaced
from catalog_tool.site.engines.zensical_configuration import (
    CONFIGURATION,
    CUSTOM_DIR,
    DOCS,
    project_configuration,
)
from catalog_tool.site.errors import BuildError
from catalog_tool.site.exports import BEFORE_BUILD
from catalog_tool.site.pages.wording import template_words
from catalog_tool.site.sources import PAGE_ENDING, site_sources

_ANCHOR = re.compile(r' id="([^"]+)"')
# Attributes by which the templates know what a page has.
_ATTRIBUTE = re.compile(r"data-[a-z-]+")
_FRAME = "catalog/main.html"
_BASE = re.compile(r"""(\bextends\s+["'])base\.html(["'])""")
_WORDS = re.compile(r'\b(gettext|_)\("([^"]*)"\)')


@dataclass(frozen=True, slots=True)
class PageBody:
    """The finished body of a page, and what is in its place until the frame is built.

    Attributes:
        page: path of the page below the folder of the site.
        placeholder: the only content that the engine sees.
        html: the body.
    """

    page: str
    placeholder: str
    html: str


def write_project(publication: Publication, project: Path) -> list[PageBody]:
    """Write the project, and return the bodies that its pages don't have yet.

    Args:
        publication: a catalog that has been checked.
        project: a new folder.

    Raises:
        BuildError: a file of the owner leads outside the catalog, the folder of templates
            is missing, or the theme is another.
        OSError: a file can't be read or written.
    """
    settings, sources = publication.settings, tuple(site_sources(publication, BEFORE_BUILD))
    pages = [source.path for source in sources if source.path.endswith(PAGE_ENDING)]
    own = _own_pages(settings, {built_path(path) for path in pages})
    configuration = project_configuration(settings, pages, own)
    _copy_documentation(settings, sources, project / DOCS)
    _write_theme(settings, configuration.templates, project / CUSTOM_DIR)
    (project / CONFIGURATION).write_text(configuration.text, encoding="utf-8")
    return [body for source in sources if (body := _write_source(source, project / DOCS))]


def _write_source(source: GeneratedFile, folder: Path) -> PageBody | None:
    """Write one file of the catalog; return its body if it is a page."""
    target = folder / source.path
    target.parent.mkdir(parents=True, exist_ok=True)
    if not source.path.endswith(PAGE_ENDING):
        target.write_bytes(source.content)
        return None
    front, html = source.text.split("\n---\n\n", 1)
    placeholder = _placeholder(html)
    target.write_text(f"{front}\n---\n\n{placeholder}\n", encoding="utf-8")
    return PageBody(built_path(source.path), placeholder, html.strip())


def _placeholder(html: str) -> str:
    """Return an element with what the templates and other pages look for in a body."""
    attributes = " ".join(dict.fromkeys(_ATTRIBUTE.findall(html)))
    anchors = "".join(f'<a id="{anchor}"></a>' for anchor in _ANCHOR.findall(html))
    heading = "<h1></h1>" if "<h1" in html else ""  # without one, the theme adds the title
    return f'<div class="catalog-body" {attributes}>{heading}{anchors}</div>'


def built_path(path: str) -> str:
    """Return where a file of the documentation is on the site.

    >>> built_path("terms/index.md"), built_path("a/README.md"), built_path("b.md")
    ('terms/index.html', 'a/index.html', 'b/index.html')
    """
    source = PurePosixPath(path)
    if source.suffix != ".md":
        return path
    is_index = source.stem in {"index", "README"}
    return str((source.parent if is_index else source.with_suffix("")) / "index.html")


def _copy_documentation(
    settings: Settings, sources: Collection[GeneratedFile], folder: Path
) -> None:
    """Copy the files of the owner that no file of the catalog replaces."""
    generated = {built_path(source.path): source.content for source in sources}
    docs = documentation_folder(settings)
    for path, name in _owner_files(docs, settings.root):
        content = generated.get(built_path(name))
        if content is None:
            _copy(path, folder / name)
        elif content != path.read_bytes():
            shown = path.relative_to(settings.root).as_posix()
            warn_of_replaced(shown, built_path(name).removesuffix("index.html"))


def _own_pages(settings: Settings, generated: Collection[str]) -> Iterator[str]:
    """Yield the pages of the owner that the navigation can have."""
    prose = settings.root / settings.prose
    for path, name in _owner_files(documentation_folder(settings), settings.root):
        if name.endswith(".md") and prose not in path.parents and built_path(name) not in generated:
            yield name


def _owner_files(folder: Path | None, root: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file below a folder of the owner, with its path in there.

    Links are followed, as MkDocs does, unless they lead outside the catalog.
    """
    if not folder:
        return
    for parent, folders, files in os.walk(folder, followlinks=True):
        for name in sorted((*folders, *files)):
            path = Path(parent, name)
            if fault := fault_of_link(path, root):
                raise BuildError(fault)
            if name in files:
                yield path, path.relative_to(folder).as_posix()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write_theme(settings: Settings, own: Path | None, folder: Path) -> None:
    """Write the templates that override the theme's, with their words: Zensical calls no Python.

    If both have a file, the owner's is used. Where it extends the theme's frame, it extends ours.
    """
    words = template_words(messages_of(settings))
    shutil.copytree(THEME, folder)
    (folder / _FRAME).parent.mkdir()
    shutil.copyfile(THEME / "main.html", folder / _FRAME)
    if own and not own.is_dir():
        named = own.relative_to(settings.root).as_posix()
        message = f"{settings.configuration}: theme.custom_dir is {named!r}, but there is no such"
        raise BuildError(f"{message} folder.")
    for path, name in _owner_files(own, settings.root):
        _copy(path, folder / name)
        if path.suffix == ".html":
            text = path.read_text(encoding="utf-8")
            (folder / name).write_text(_BASE.sub(rf"\1{_FRAME}\2", text), encoding="utf-8")
    for template in folder.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        said = _WORDS.sub(lambda call: _literal(words[call[1]](call[2])), text)
        template.write_text(said, encoding="utf-8")


def _literal(text: str) -> str:
    return json.dumps(str(text), ensure_ascii=False)
